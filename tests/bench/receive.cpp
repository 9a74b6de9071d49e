// SPDX-License-Identifier: GPL-3.0-or-later
// bench_receive make FOLDER LEARNERS COUNT   returns of districts of Battambang, that many learners in each:
// the first ones
//                                            of December 2025, the rest of the month before
// bench_receive take FOLDER COUNT            a new province's office checks and receives the first of them,
// in one go bench_receive read FOLDER COUNT            only the cells of the same files bench_receive
// together FOLDER              accepts what the last `take` received, and puts December together Each prints
// what it counted, so that no work can be left out.
#include "returns/receive.hpp"

#include "attendance/mark_store.hpp"
#include "classes/enrolment_store.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/office_store.hpp"
#include "programmes/pack_store.hpp"
#include "returns/built_return_store.hpp"
#include "returns/gather.hpp"
#include "returns/province_workbook.hpp"
#include "returns/received_store.hpp"
#include "spreadsheet/reader.hpp"

#include <array>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

using namespace std::chrono_literals;

constexpr std::size_t districts = 14; // of Battambang
constexpr int in_a_class = 25;
const returns::ReturnPeriod december{2025y / 12};

template<typename T>
T must(core::Expected<T> done) {
    if (!done) throw std::runtime_error(done.error().code);
    if constexpr (!std::is_void_v<T>) return std::move(*done);
}

struct World {
    explicit World(std::uint64_t seed)
        : random{seed} {}
    core::FixedClock clock{core::Day{2026y / 1 / 5}};
    core::SeededRandom random;
    storage::Environment environment{clock, random};
};

std::filesystem::path file_of(const std::filesystem::path& folder, std::size_t number) {
    const std::string name = std::to_string(100 + number).substr(1) + ".xlsx";
    return folder / name;
}

classes::ClassId open_class(storage::Transaction& tx, institutions::InstitutionId at, int number) {
    classes::Class one;
    one.name_km = "អក្ខរកម្ម " + std::to_string(number);
    one.pack = must(programmes::use_pack(tx, "literacy"));
    one.institution = at;
    one.first_day = 2025y / 11 / 3;
    one.last_day = 2026y / 4 / 30;
    one.weekdays = classes::Weekdays::from_text("12345").value();
    one.session_minutes = 120;
    return must(classes::open_class(tx, one));
}

void fill(storage::Database& database, int learners) {
    constexpr std::array<const char*, 8> family = {"សុខ", "ចាន់", "កែវ", "លី", "ហេង", "នួន", "ទេព", "មាស"};
    constexpr std::array<const char*, 8> given = {"ធារី", "ដារ៉ា", "មុំ", "សុភា", "វណ្ណៈ", "បុប្ផា", "រដ្ឋា", "ស្រីពៅ"};
    storage::Transaction tx(database, {"bench"});
    institutions::Institution centre;
    centre.kind = institutions::Kind::clc;
    centre.name_km = "មជ្ឈមណ្ឌលតាពូង";
    const auto at = must(institutions::add_institution(tx, centre));
    classes::ClassId in{};
    for (int i = 0; i < learners; ++i) {
        if (i % in_a_class == 0) in = open_class(tx, at, i / in_a_class);
        const auto part = static_cast<std::size_t>(i);
        learners::Learner one;
        one.name_km =
            std::string{family.at(part % 8)} + ' ' + given.at(part / 8 % 8) + given.at(part / 64 % 8);
        one.sex = i % 2 == 0 ? core::Sex::female : core::Sex::male;
        one.born = core::partial_date_from_text(std::to_string(1960 + i % 50));
        one.village_code = "02020101";
        const auto who = must(learners::register_learner(tx, one));
        const auto enrolled = must(classes::enrol(tx, in, who, 2025y / 11 / 3));
        must(
            attendance::set_mark(tx, enrolled.id, 2025y / 12 / 2, attendance::mark_from_letter('A').value()));
        if (i % in_a_class == 0)
            attendance::take_days(tx, in, {core::first_day(2025y / 12), core::last_day(2025y / 12)});
    }
    tx.commit();
}

void write(const std::filesystem::path& file, const returns::ReturnHead& head,
           const storage::Database& database, const returns::Gathered& gathered,
           const office::SigningKey& key) {
    returns::SignedWorkbook workbook(file, head, {"Return", head.office_name, head.built});
    const auto letterhead = returns::letterhead_of(database, office::load_office(database));
    const std::vector<returns::Change> none;
    returns::ReturnSheets sheets{
        .letterhead = letterhead, .content = gathered.content, .changes = none, .each_line = {}};
    sheets.each_line = [&](const auto& take) {
        returns::each_roll_line(database, december, gathered.ordinals, take);
    };
    returns::write_return(workbook, head, sheets);
    workbook.finish(key);
    workbook.publish();
}

int make(const std::filesystem::path& folder, int learners, std::size_t count) {
    World world{1};
    auto database = must(office::create_office_in_memory(world.environment, {.area_code = "0202"}));
    fill(database, learners);
    core::NoProgress silent;
    const auto layout = must(returns::layout_for(database, december));
    const auto gathered = returns::gather(database, december, layout, silent);
    for (std::size_t number = 0; number < count; ++number) {
        core::SeededRandom chance{1 + number % districts};
        returns::ReturnHead head;
        head.layout = layout.id();
        head.office = "02" + std::to_string(101 + number % districts).substr(1);
        head.office_name = head.office;
        head.uid = core::make_uid(world.clock.now(), world.random);
        head.period = number < districts ? december.to_text() : december.before().to_text();
        head.built = world.clock.now();
        write(file_of(folder, number), head, database, gathered, office::SigningKey::make(chance));
    }
    std::printf("%zu returns of %d learners\n", count, gathered.content.all().count("learners").total);
    return 0;
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, std::size_t count) {
    std::vector<std::filesystem::path> files;
    for (std::size_t number = 0; number < count; ++number)
        files.push_back(file_of(folder, number));
    return files;
}

int take(const std::filesystem::path& folder, std::size_t count) {
    World world{99};
    const auto file = folder / "02.srok";
    for (const char* behind : {"", "-wal", "-shm", ".lock"}) {
        auto old = file;
        old += behind;
        std::filesystem::remove(old);
    }
    auto database = must(office::create_office(file, world.environment, {.area_code = "02"}));
    core::NoProgress silent;
    std::int64_t learners = 0;
    for (const auto& one : must(returns::receive(database, {"bench"}, files_in(folder, count), silent))) {
        if (one.verdict != returns::FileVerdict::verified) throw std::runtime_error("not verified");
        learners += returns::find_received(database, one.id).value().learners.value().counted;
    }
    std::printf("%lld learners received\n", static_cast<long long>(learners));
    return 0;
}

int read(const std::filesystem::path& folder, std::size_t count) {
    std::size_t cells = 0;
    for (const auto& file : files_in(folder, count)) {
        auto workbook = must(spreadsheet::open_workbook(file, {.rows = spreadsheet::sheet_rows}));
        for (std::size_t sheet = 0; sheet < workbook.sheets().size(); ++sheet)
            must(workbook.read(sheet, [&](const spreadsheet::Row& row) {
                cells += row.cells.size();
                return true;
            }));
    }
    std::printf("%zu cells\n", cells);
    return 0;
}

int together(const std::filesystem::path& folder) {
    World world{100};
    auto database =
        storage::Database::open(folder / "02.srok", storage::Access::read_write, world.environment);
    core::NoProgress silent;
    for (const returns::ReceivedReturn& one : returns::list_received(database)) {
        storage::Transaction tx(database, {"bench"});
        must(returns::accept(tx, one.id));
        tx.commit();
    }
    const auto made = must(returns::consolidate(
        database, {"bench"}, {.period = december, .out = folder / "province.xlsx"}, {}, silent));
    std::printf("%zu districts, %d learners\n", made.province.counted(),
                made.province.total.all().count("learners").total);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "make" && argc == 5) return make(argv[2], std::stoi(argv[3]), std::stoul(argv[4]));
    if (what == "take" && argc == 4) return take(argv[2], std::stoul(argv[3]));
    if (what == "read" && argc == 4) return read(argv[2], std::stoul(argv[3]));
    if (what == "together" && argc == 3) return together(argv[2]);
    return std::fputs("bench_receive make|take|read|together …\n", stderr), 2;
}

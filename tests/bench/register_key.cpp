// SPDX-License-Identifier: GPL-3.0-or-later
// One key in the month's register of a class of N: the mark written and committed, and the register that is
// shown brought up to date, beside reading the month again.
//   bench_register_key FOLDER [N]
#include "attendance/register_store.hpp"
#include "attendance/sitting.hpp"
#include "classes/class_store.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/office_store.hpp"
#include "programmes/pack_store.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace {

using namespace std::chrono_literals;

constexpr core::Month december = 2025y / 12;
constexpr int keys = 500;

struct Times {
    std::vector<double> wall{};
    double cpu = 0;

    template<typename Work>
    void add(Work work) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t spent = std::clock();
        work();
        cpu += static_cast<double>(std::clock() - spent) * 1000 / CLOCKS_PER_SEC;
        wall.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    void tell(const char* what) {
        std::sort(wall.begin(), wall.end());
        std::printf("  %-44s p50 %6.2f ms  p99 %6.2f ms  CPU %6.2f ms\n", what, wall[wall.size() / 2],
                    wall[wall.size() * 99 / 100], cpu / static_cast<double>(wall.size()));
    }
};

classes::ClassId make_class(storage::Database& database, int learners) {
    storage::Transaction tx(database, {"bench"});
    institutions::Institution centre;
    centre.name_km = "ជ្រៃ";
    classes::Class opened;
    opened.name_km = "អក្ខរកម្ម";
    opened.pack = programmes::use_pack(tx, "literacy").value();
    opened.institution = add_institution(tx, centre).value();
    opened.first_day = 2025y / 11 / 3;
    opened.last_day = 2026y / 4 / 30;
    opened.weekdays = classes::Weekdays::from_text("12345").value();
    opened.session_minutes = 120;
    const auto id = open_class(tx, opened).value();
    classes::Enroller enroller(tx, id);
    for (int i = 0; i < learners; ++i) {
        learners::Learner one;
        one.name_km = "សុខ ដារ៉ា";
        one.sex = i % 2 == 0 ? core::Sex::female : core::Sex::male;
        if (!enroller.enrol(register_in_bulk(tx, one).value(), opened.first_day)) std::abort();
    }
    tx.audit("bench", "class", std::nullopt, "{}");
    tx.commit();
    return id;
}

} // namespace

int main(int argc, char** argv) {
    const std::filesystem::path folder = argc > 1 ? argv[1] : ".";
    const int learners = argc > 2 ? std::atoi(argv[2]) : 40;
    core::FixedClock clock{core::Day{2026y / 1 / 15}};
    core::SeededRandom random{7};
    auto database =
        office::create_office(folder / "register.srok", {clock, random}, {.area_code = "0202"}).value();
    const auto id = make_class(database, learners);
    attendance::Sitting sitting(database, {"bench"});
    auto shown = attendance::load_register(database, id, december);
    Times written;
    Times followed;
    Times read;
    for (int key = 0; key < keys; ++key) {
        const auto& row = shown.rows[random.below(shown.rows.size())];
        const unsigned day = static_cast<unsigned>(random.below(31)) + 1;
        const auto mark = attendance::mark_from_letter(".PALpa"[random.below(6)]).value();
        core::Expected<attendance::CellsWritten> done;
        written.add([&] {
            done = sitting.set_cells(id, {{row.learner.enrolment.id, shown.day(day), mark}});
        });
        followed.add([&] { apply(shown, done.value().change); });
        read.add([&] { attendance::load_register(database, id, december); });
    }
    std::printf("  %d learners, %d keys\n", learners, keys);
    written.tell("a mark written and committed");
    followed.tell("the register follows it");
    read.tell("the month read again");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/disk_scenarios.hpp"

#include "assessment/score_sitting.hpp"
#include "attendance/register_store.hpp"
#include "attendance/sitting.hpp"
#include "classes/class_store.hpp"
#include "ctl/program.hpp"
#include "ctl/shell.hpp"
#include "learners/learner_store.hpp"
#include "office/digest.hpp"
#include "storage/transaction.hpp"

#include <sqlite3.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>

namespace faults {
namespace {

namespace fs = std::filesystem;
using Piece = std::function<std::string(const Office&)>;

storage::Database open(const Office& office) {
    return storage::Database::open(office.file(), storage::Access::read_write, office.environment());
}

// A piece that is one word.
Piece word(std::vector<std::string> words) {
    return [words = std::move(words)](const Office& office) { return office.say(words).code(); };
}

// A piece that works on the open file, as the screen does.
template<typename Work>
Piece on_screen(Work work) {
    return [work](const Office& office) -> std::string {
        try {
            storage::Database database = open(office);
            return work(database);
        } catch (const core::WorldFailure& failure) {
            return failure.error().code;
        }
    };
}

template<typename T>
std::string code_of(const core::Expected<T>& result) {
    return result ? std::string{} : result.error().code;
}

classes::ClassRow class_that_is(const storage::Database& database, classes::Status status) {
    for (const classes::ClassRow& row : classes::list_classes(database))
        if (row.status == status && row.learners > 0) return row;
    throw std::logic_error("the sample has no such class");
}

std::string type_mark(storage::Database& database, std::size_t nth) {
    const auto in = class_that_is(database, classes::Status::open);
    const auto shown = attendance::load_register(database, in.id, core::month_of(in.first_day));
    attendance::Sitting sitting(database, {"typist"});
    const auto& row = shown.rows.at(nth % shown.rows.size());
    for (unsigned day = 1; day <= shown.last_day(); ++day) {
        if (!row.enrolled.has(day)) continue;
        const auto mark = nth % 2 == 0 ? attendance::Mark::absent : attendance::Mark::late;
        const auto done = sitting.set_cells(in.id, {{row.learner.enrolment.id, shown.day(day), mark}});
        if (!done) return done.error().code;
        if (done->refused.empty()) return {};
    }
    return "no day to mark";
}

std::string type_score(storage::Database& database, std::size_t nth) {
    const auto in = class_that_is(database, classes::Status::open);
    const auto rows = attendance::load_register(database, in.id, core::month_of(in.first_day)).rows;
    assessment::ScoreSitting sitting(in.id, "S1");
    return code_of(
        sitting.type(database, {"typist"},
                     {rows.at(nth % rows.size()).learner.enrolment.id, "reading", nth % 2 == 0 ? "7" : "6"}));
}

std::string register_one(storage::Database& database, const std::string& name) {
    learners::Learner one;
    one.name_km = name;
    one.sex = core::Sex::female;
    storage::Transaction tx(database, {"typist"});
    if (const auto id = learners::register_learner(tx, one); !id) return id.error().code;
    tx.commit();
    return {};
}

void write_text(const fs::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

void write_list(const Office& office) {
    std::string lines = "គោត្តនាម និងនាម,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\n";
    for (int person = 0; person < 40; ++person)
        lines += "កែវ ពេជ្រ" + std::to_string(person) + ",ស," + std::to_string(person % 28 + 1) + "/03/199" +
                 std::to_string(person % 10) + "\n";
    write_text(office.beside("list.csv"), lines);
}

std::string list_of(const Office& office) {
    return ctl::text_of(office.beside("list.csv"));
}

// An office file as an earlier program left it.
void put_old_office(const Office& office, const fs::path& dump) {
    fs::remove(office.file());
    std::ifstream in(dump, std::ios::binary);
    const std::string sql{std::istreambuf_iterator<char>(in), {}};
    sqlite3* file = nullptr;
    if (sqlite3_open(ctl::text_of(office.file()).c_str(), &file) != SQLITE_OK ||
        sqlite3_exec(file, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::logic_error("the dump cannot be read");
    // A document that was left out of the dump is whole as far as its digest can tell.
    constexpr std::string_view left_out = "%PDF, left out of the dump";
    const office::Digest digest = office::digest(left_out);
    sqlite3_stmt* mend = nullptr;
    sqlite3_prepare_v2(file, "UPDATE certificate_document SET digest = ?1 WHERE pdf = CAST(?2 AS BLOB)", -1,
                       &mend, nullptr);
    sqlite3_bind_blob(mend, 1, digest.data(), static_cast<int>(digest.size()), SQLITE_STATIC);
    sqlite3_bind_text(mend, 2, left_out.data(), static_cast<int>(left_out.size()), SQLITE_STATIC);
    sqlite3_step(mend);
    sqlite3_finalize(mend);
    sqlite3_close(file);
}

// A list in what a word said; nothing where it said something else.
ctl::Json listed(const Office::Said& said, const char* name) {
    return said.json.is_object() && said.json.contains(name) ? said.json[name] : ctl::Json::array();
}

// What `work` comes to with the class in that state; or why the disk kept the list of classes back.
template<typename Work>
Piece with_class(const char* status, Work work) {
    return [status, work](const Office& office) -> std::string {
        const auto said = office.say({"class", "list"});
        for (const ctl::Json& one : listed(said, "classes"))
            if (one["status"] == status) return work(office, one["id"].dump());
        return said.code();
    };
}

Piece close_class() {
    return with_class("open", [](const Office& office, const std::string& id) {
        return office.say({"class", "close", id}).code();
    });
}

Piece issue_class() {
    return with_class("approved", [](const Office& office, const std::string& id) {
        return office.say({"certificate", "issue", id, "--out", ctl::text_of(office.beside("papers"))})
            .code();
    });
}

// Twelve cells typed one after the other into a file that stays open, as a register's page does.
Scenario sitting(std::string name, std::string (*type)(storage::Database&, std::size_t)) {
    Scenario scenario{std::move(name), [](const Office&) {}, {}, {}};
    const auto opened = std::make_shared<std::optional<storage::Database>>();
    for (std::size_t nth = 0; nth < 12; ++nth)
        scenario.pieces.push_back([=](const Office& office) -> std::string {
            try {
                if (!*opened) opened->emplace(open(office));
                return type(**opened, nth);
            } catch (const core::WorldFailure& failure) {
                opened->reset();
                return failure.error().code;
            }
        });
    scenario.finish = [opened] { opened->reset(); };
    return scenario;
}

// The sample's own classes stand a year on; what is built is of a month that has passed.
Piece build_return(const char* month) {
    return [month](const Office& office) {
        return office
            .say({"return", "build", month, "--out",
                  ctl::text_of(office.beside((std::string{month} + ".xlsx").c_str()))})
            .code();
    };
}

void make_province(const Office& office) {
    const fs::path district = office.beside("district.srok");
    std::ostringstream out, err;
    ctl::Output silent(out, err, false);
    const auto run = [&](std::vector<std::string> words) {
        if (static_cast<int>(ctl::run(std::move(words), office.environment(), silent)) > 1)
            throw std::logic_error("no province: " + err.str());
    };
    run({"new", ctl::text_of(district), "--area", "0202"});
    for (const char* month : {"2025-11", "2025-12"})
        run({"return", ctl::text_of(district), "build", month, "--out",
             ctl::text_of(office.beside((std::string{month} + ".xlsx").c_str()))});
    fs::remove(office.file());
    run({"new", ctl::text_of(office.file()), "--area", "02"});
}

Piece receive(const char* month) {
    return [month](const Office& office) {
        return office
            .say({"return", "receive", ctl::text_of(office.beside((std::string{month} + ".xlsx").c_str()))})
            .code();
    };
}

} // namespace

Office::Office(fs::path folder, storage::Environment environment)
    : m_folder(std::move(folder))
    , m_environment(environment) {}

std::string Office::Said::code() const {
    if (exit <= 1) return {};
    return json.contains("error") ? json["error"]["code"].get<std::string>() : "exit " + std::to_string(exit);
}

Office::Said Office::say(std::vector<std::string> words) const {
    words.insert(words.begin() + 1, ctl::text_of(file()));
    words.emplace_back("--json");
    std::ostringstream out, err;
    ctl::Output output(out, err, false);
    const int exit = static_cast<int>(ctl::run(std::move(words), m_environment, output));
    return {ctl::Json::parse(out.str(), nullptr, false), exit};
}

std::vector<Scenario> scenarios(const fs::path& schemas) {
    const auto nothing = [](const Office&) {};
    const auto import_list = [](const Office& office) {
        return office.say({"import", "learners", list_of(office)}).code();
    };
    std::vector<Scenario> all;
    all.push_back(sitting("type marks", type_mark));
    all.push_back({"register a learner", nothing, {}});
    for (const char* name : {"កែវ មុំ", "ឃួន វណ្ណា", "ចាន់ ដារ៉ា", "សុខ ធារី"})
        all.back().pieces.push_back(on_screen([name = std::string{name}](storage::Database& database) {
            return register_one(database, name);
        }));
    all.push_back({"import", write_list, {import_list}});
    all.push_back({"undo an import",
                   [=](const Office& office) {
                       write_list(office);
                       if (!import_list(office).empty()) throw std::logic_error("no import");
                   },
                   {[](const Office& office) {
                       const auto said = office.say({"imports"});
                       const auto imports = listed(said, "imports");
                       return imports.empty() ? said.code()
                                              : office.say({"undo-import", imports[0]["id"].dump()}).code();
                   }}});
    const auto opening = [](const char* name) {
        return word({"class", "open", name, "--programme", "literacy", "--institution", "1", "--from",
                     "2025-11-03", "--to", "2026-04-30", "--days", "135", "--hours", "1.5"});
    };
    all.push_back({"open a class", nothing, {opening("អក្ខរកម្ម គ"), opening("អក្ខរកម្ម ឃ")}});
    all.push_back(
        {"enrol",
         [=](const Office& office) {
             if (!opening("អក្ខរកម្ម គ")(office).empty()) throw std::logic_error("no class");
             for (const char* name : {"កែវ មុំ", "ឃួន វណ្ណា"}) {
                 storage::Database database = open(office);
                 if (!register_one(database, name).empty()) throw std::logic_error("no learner");
             }
         },
         {word({"class", "enrol", "អក្ខរកម្ម គ", "41"}), word({"class", "enrol", "អក្ខរកម្ម គ", "42"})}});
    all.push_back(sitting("score", type_score));
    all.push_back({"close a class", nothing, {close_class()}});
    all.push_back({"issue", nothing, {issue_class()}});
    all.push_back({"build a return", nothing, {build_return("2025-11"), build_return("2025-12")}});
    all.push_back({"receive", make_province, {receive("2025-11"), receive("2025-12")}});
    all.push_back({"migrate",
                   [=](const Office& office) { put_old_office(office, schemas / "0016.sql"); },
                   {[](const Office& office) {
                       return office.say({"institution", "add", "សាលា", "--kind", "clc"}).code();
                   }}});
    return all;
}

} // namespace faults

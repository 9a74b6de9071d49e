// SPDX-License-Identifier: GPL-3.0-or-later
// A district's year of registers, beside the plain design of one row for each mark:
//   bench_attendance office FILE.srok MARKS   classes of 25 with a school year's enrolments, nothing recorded
//   yet bench_attendance load FILE.srok           every day taken, every mark written bench_attendance rate
//   FILE.srok           the district's rate of the year, everyone and the women bench_attendance look
//   FILE.srok           a class's register and a learner's year, at random: p50 and p99 bench_attendance
//   row-office FILE.db MARKS, row-load FILE.db, row-rate FILE.db    a row a mark, kept as true as our
//                                             tables keep theirs: ISO days, checks, a foreign key
//   bench_attendance bare-office, bare-load, bare-rate …    a row a mark of three integers, nothing checked
// All write the same marks and must print the same rate.
#include "attendance/group_rates.hpp"
#include "attendance/mark_store.hpp"
#include "attendance/rate_store.hpp"
#include "attendance/register_store.hpp"
#include "office/office_store.hpp"
#include "programmes/pack_store.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>

namespace {

using attendance::Mark;
using core::Day;
using namespace std::chrono_literals;

constexpr std::int64_t class_size = 25;
constexpr Day first_day = 2025y / 11 / 3;
constexpr Day last_day = 2026y / 8 / 28;
constexpr attendance::Period school_year{2025y / 11 / 1, 2026y / 10 / 31};

std::vector<Day> make_school_days() {
    std::vector<Day> days;
    for (Day day = first_day; day <= last_day; day = core::next_day(day))
        if (core::iso_weekday(day) <= 5) days.push_back(day);
    return days;
}

std::int64_t classes_for(std::int64_t marks) {
    const auto days = static_cast<std::int64_t>(make_school_days().size());
    return std::max<std::int64_t>(1, marks / days / class_size);
}

// Absent without permission 4 %, with it 3 %, late 1 %: the same for the same learner and day.
Mark mark_of(std::int64_t enrolment, std::size_t day) {
    std::uint64_t x = static_cast<std::uint64_t>(enrolment) * 1000003U + day + 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    const auto die = (x ^ (x >> 31U)) % 100;
    if (die < 4) return Mark::absent;
    if (die < 7) return Mark::permission;
    return die < 8 ? Mark::late : Mark::none;
}

struct Office {
    core::FixedClock clock{Day{2026y / 9 / 30}};
    core::SeededRandom random{1};
    storage::Environment environment{clock, random};
    storage::Database open(const char* file, storage::Access access) {
        return storage::Database::open(file, access, environment);
    }
};

constexpr std::string_view insert_institution = R"sql(
INSERT INTO institution (uid, kind, name_km, name, folded_km, folded, sort_key, village_code)
VALUES (?1, 'clc', ?2, '', '', '', x'00', '02020101'))sql";
constexpr std::string_view insert_class = R"sql(
INSERT INTO class (uid, name_km, name, folded_km, sort_key, pack_id, institution_id, first_day, last_day, weekdays,
                   session_minutes)
VALUES (?1, ?2, '', '', CAST(?2 AS BLOB), ?3, ?4, ?5, ?6, '12345', 120))sql";
constexpr std::string_view insert_learner = R"sql(
INSERT INTO learner (uid, number, name_km, name, folded_km, folded, sort_key, sex, registered_at)
VALUES (?1, ?2, ?2, '', '', '', CAST(?2 AS BLOB), ?3, ?4))sql";
constexpr std::string_view insert_enrolment = R"sql(
INSERT INTO enrolment (uid, learner_id, class_id, first_day) VALUES (?1, ?2, ?3, ?4))sql";

void make_office(const char* file, std::int64_t marks) {
    Office office;
    auto made = office::create_office(file, office.environment, {.area_code = "0202"});
    if (!made) throw core::WorldFailure{made.error()};
    storage::Transaction tx(*made, {"bench"});
    // Both designs hold the same days.
    tx.run("DELETE FROM holiday");
    const auto pack = programmes::use_pack(tx, "primary-equivalency").value();
    std::int64_t institution = 0;
    for (std::int64_t nth = 0; nth < classes_for(marks); ++nth) {
        if (nth % 10 == 0)
            institution = tx.insert(insert_institution, tx.new_uid(), "C" + std::to_string(nth));
        const auto in =
            tx.insert<classes::ClassId>(insert_class, tx.new_uid(), "class " + std::to_string(nth), pack,
                                        institution, first_day, last_day);
        for (std::int64_t seat = 0; seat < class_size; ++seat) {
            const auto learner =
                tx.insert(insert_learner, tx.new_uid(), "N" + std::to_string(nth * class_size + seat),
                          seat % 2 == 0 ? "f" : "m", tx.now());
            tx.insert(insert_enrolment, tx.new_uid(), learner, in, first_day);
        }
    }
    tx.audit("bench", "class", std::nullopt, "{}");
    tx.commit();
}

std::int64_t bytes_of(const storage::Database& database) {
    return database.value<std::int64_t>("PRAGMA page_count").value() *
           database.value<std::int64_t>("PRAGMA page_size").value();
}

void write_months(storage::Transaction& tx, classes::EnrolmentId enrolment, const std::vector<Day>& days) {
    attendance::MonthMarks month{core::month_of(first_day)};
    for (std::size_t at = 0; at < days.size(); ++at) {
        if (core::month_of(days[at]) != month.month()) {
            attendance::write_month(tx, enrolment, month);
            month = attendance::MonthMarks{core::month_of(days[at])};
        }
        month.set(days[at], mark_of(static_cast<std::int64_t>(enrolment), at));
    }
    attendance::write_month(tx, enrolment, month);
}

void load(const char* file) {
    Office office;
    storage::Database database = office.open(file, storage::Access::read_write);
    const auto days = make_school_days();
    const auto classes = database.value<std::int64_t>("SELECT count(*) FROM class").value();
    storage::Transaction tx(database, {"bench"});
    const std::int64_t before = bytes_of(database);
    for (std::int64_t nth = 1; nth <= classes * class_size; ++nth)
        write_months(tx, classes::EnrolmentId{nth}, days);
    const std::int64_t marked = bytes_of(database);
    for (std::int64_t nth = 1; nth <= classes; ++nth)
        attendance::take_days(tx, classes::ClassId{nth}, {first_day, last_day});
    const std::int64_t taken = bytes_of(database);
    tx.audit("import", "attendance_month", std::nullopt, "{}");
    tx.commit();
    std::printf("%lld %lld\n", static_cast<long long>(marked - before),
                static_cast<long long>(taken - marked));
}

void print_rate(const char* of, std::int64_t taken, std::int64_t present) {
    std::printf("%s %lld of %lld\n", of, static_cast<long long>(present), static_cast<long long>(taken));
}

void rate(const char* file) {
    Office office;
    const storage::Database database = office.open(file, storage::Access::read_only);
    core::NoProgress silent;
    const auto found =
        attendance::load_group_rates(database, {.period = school_year}, attendance::RateBy::district, silent);
    print_rate("all", found.total.all.tally.taken, found.total.all.present / 1000);
    print_rate("women", found.total.female.tally.taken, found.total.female.present / 1000);
}

// CPU milliseconds, as every anchor of the benches.
template<typename Work>
void measure(const char* name, int times, Work work) {
    std::vector<double> all;
    for (int time = 0; time < times; ++time) {
        const std::clock_t start = std::clock();
        work();
        all.push_back(static_cast<double>(std::clock() - start) * 1000 / CLOCKS_PER_SEC);
    }
    std::sort(all.begin(), all.end());
    std::printf("%s p50 %.2f ms, p99 %.2f ms\n", name, all[all.size() / 2], all[all.size() * 99 / 100]);
}

void look(const char* file) {
    Office office;
    const storage::Database database = office.open(file, storage::Access::read_only);
    const auto classes = database.value<std::uint64_t>("SELECT count(*) FROM class").value();
    core::SeededRandom dice{7};
    std::int64_t seen = 0;
    measure("class register", 1000, [&] {
        const classes::ClassId in{static_cast<std::int64_t>(dice.below(classes)) + 1};
        const core::Month month =
            core::Month{2025y, std::chrono::November} + std::chrono::months{dice.below(10)};
        seen += static_cast<std::int64_t>(attendance::load_register(database, in, month).rows.size());
    });
    measure("learner's year", 1000, [&] {
        const classes::EnrolmentId one{static_cast<std::int64_t>(dice.below(classes * class_size)) + 1};
        seen += attendance::load_attendance(database, one).tally.taken;
    });
    if (seen == 0) throw std::logic_error("nothing was read");
}

// Presence is a row too.
class Plain {
  public:
    explicit Plain(const char* file) {
        if (sqlite3_open(file, &m_database) != SQLITE_OK) throw std::runtime_error(file);
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;");
    }
    ~Plain() {
        sqlite3_finalize(m_statement);
        sqlite3_close(m_database);
    }
    Plain(const Plain&) = delete;
    Plain& operator=(const Plain&) = delete;

    void run(const char* sql) {
        if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(m_database));
    }
    void prepare(const char* sql) {
        sqlite3_finalize(m_statement);
        if (sqlite3_prepare_v2(m_database, sql, -1, &m_statement, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(m_database));
    }
    void bind(int at, std::int64_t value) { sqlite3_bind_int64(m_statement, at, value); }
    void bind(int at, std::string_view text) {
        sqlite3_bind_text(m_statement, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    }
    template<typename A, typename B, typename C>
    void insert(const A& a, const B& b, const C& c) {
        bind(1, a);
        bind(2, b);
        bind(3, c);
        if (sqlite3_step(m_statement) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(m_database));
        sqlite3_reset(m_statement);
    }
    bool step() { return sqlite3_step(m_statement) == SQLITE_ROW; }
    std::int64_t column(int at) { return sqlite3_column_int64(m_statement, at); }

  private:
    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_statement = nullptr;
};

constexpr const char* checked_table =
    "CREATE TABLE mark (enrolment_id INTEGER NOT NULL REFERENCES enrolment (id), day TEXT NOT NULL CHECK "
    "(day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), mark TEXT NOT NULL CHECK (mark IN ('.', 'P', "
    "'A', 'L', "
    "'p', 'a')), PRIMARY KEY (enrolment_id, day)) STRICT, WITHOUT ROWID";
constexpr const char* bare_table = "CREATE TABLE mark (enrolment_id INTEGER, day INTEGER, mark INTEGER, "
                                   "PRIMARY KEY (enrolment_id, day)) WITHOUT ROWID";
constexpr const char* checked_rate =
    "SELECT count(*), sum(m.mark IN ('.', 'L')), sum(e.woman), sum(e.woman AND m.mark IN ('.', 'L')) FROM "
    "enrolment e "
    "JOIN mark m ON m.enrolment_id = e.id AND m.day BETWEEN '2025-11-01' AND '2026-10-31'";
constexpr const char* bare_rate = "SELECT count(*), sum(m.mark IN (46, 76)), sum(e.woman), sum(e.woman AND "
                                  "m.mark IN (46, 76)) FROM enrolment e "
                                  "JOIN mark m ON m.enrolment_id = e.id AND m.day BETWEEN 20393 AND 20757";

void make_row_office(const char* file, std::int64_t marks, const char* table) {
    Plain plain(file);
    plain.run("CREATE TABLE enrolment (id INTEGER PRIMARY KEY, class_id INTEGER NOT NULL, woman INTEGER NOT "
              "NULL) STRICT");
    plain.run(table);
    plain.run("BEGIN");
    plain.prepare("INSERT INTO enrolment VALUES (?1, ?2, ?3)");
    for (std::int64_t nth = 0; nth < classes_for(marks) * class_size; ++nth)
        plain.insert(nth + 1, nth / class_size + 1, std::int64_t{nth % class_size % 2 == 0});
    plain.run("COMMIT");
}

// write(plain, enrolment, day's place, mark) for each.
template<typename Write>
void row_load(const char* file, Write write) {
    Plain plain(file);
    const std::size_t days = make_school_days().size();
    plain.prepare("SELECT count(*) FROM enrolment");
    plain.step();
    const std::int64_t enrolments = plain.column(0);
    plain.prepare("INSERT INTO mark VALUES (?1, ?2, ?3)");
    plain.run("BEGIN");
    for (std::int64_t enrolment = 1; enrolment <= enrolments; ++enrolment)
        for (std::size_t at = 0; at < days; ++at)
            write(plain, enrolment, at, mark_of(enrolment, at));
    plain.run("COMMIT");
}

void checked_load(const char* file) {
    std::vector<std::string> days;
    for (const Day day : make_school_days())
        days.push_back(core::to_iso(day));
    row_load(file, [&](Plain& plain, std::int64_t enrolment, std::size_t at, Mark mark) {
        const char letter = attendance::letter_of(mark);
        plain.insert(enrolment, std::string_view{days[at]}, std::string_view{&letter, 1});
    });
}

void bare_load(const char* file) {
    std::vector<std::int64_t> days;
    for (const Day day : make_school_days())
        days.push_back(std::chrono::sys_days{day}.time_since_epoch().count());
    row_load(file, [&](Plain& plain, std::int64_t enrolment, std::size_t at, Mark mark) {
        plain.insert(enrolment, days[at], std::int64_t{attendance::letter_of(mark)});
    });
}

void row_rate(const char* file, const char* sql) {
    Plain plain(file);
    plain.prepare(sql);
    plain.step();
    print_rate("all", plain.column(0), plain.column(1));
    print_rate("women", plain.column(2), plain.column(3));
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view what = argc > 2 ? argv[1] : "";
    const std::int64_t marks = argc > 3 ? std::atoll(argv[3]) : 1'000'000;
    try {
        if (what == "office") return make_office(argv[2], marks), 0;
        if (what == "load") return load(argv[2]), 0;
        if (what == "rate") return rate(argv[2]), 0;
        if (what == "look") return look(argv[2]), 0;
        if (what == "row-office") return make_row_office(argv[2], marks, checked_table), 0;
        if (what == "row-load") return checked_load(argv[2]), 0;
        if (what == "row-rate") return row_rate(argv[2], checked_rate), 0;
        if (what == "bare-office") return make_row_office(argv[2], marks, bare_table), 0;
        if (what == "bare-load") return bare_load(argv[2]), 0;
        if (what == "bare-rate") return row_rate(argv[2], bare_rate), 0;
    } catch (const std::exception& failure) {
        return std::fprintf(stderr, "%s\n", failure.what()), 3;
    }
    return std::fputs("bench_attendance office|load|rate|look|row-…|bare-… FILE [MARKS]\n", stderr), 2;
}

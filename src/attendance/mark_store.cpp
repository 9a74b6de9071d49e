// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/mark_store.hpp"

#include "attendance/cell_store.hpp"
#include "attendance/open_class.hpp"
#include "classes/class_store.hpp"
#include "classes/enrolment_store.hpp"
#include "storage/change.hpp"

#include <algorithm>

namespace attendance {
namespace {

constexpr std::string_view select_month = R"sql(
SELECT marks FROM attendance_month WHERE enrolment_id = ?1 AND month = ?2)sql";

constexpr std::string_view upsert_month = R"sql(
INSERT INTO attendance_month (enrolment_id, month, marks) VALUES (?1, ?2, ?3)
ON CONFLICT (enrolment_id, month) DO UPDATE SET marks = excluded.marks)sql";

constexpr std::string_view delete_month = R"sql(
DELETE FROM attendance_month WHERE enrolment_id = ?1 AND month = ?2)sql";

constexpr std::string_view insert_taken = R"sql(
INSERT INTO class_day (class_id, day, state) VALUES (?1, ?2, 'taken')
ON CONFLICT (class_id, day) DO NOTHING)sql";

constexpr std::string_view upsert_taken = R"sql(
INSERT INTO class_day (class_id, day, state) VALUES (?1, ?2, 'taken')
ON CONFLICT (class_id, day) DO UPDATE SET state = 'taken', reason = NULL)sql";

constexpr std::string_view upsert_not_met = R"sql(
INSERT INTO class_day (class_id, day, state, reason) VALUES (?1, ?2, 'not_met', ?3)
ON CONFLICT (class_id, day) DO UPDATE SET state = 'not_met', reason = excluded.reason)sql";

constexpr std::string_view delete_day = R"sql(
DELETE FROM class_day WHERE class_id = ?1 AND day = ?2)sql";

core::Expected<void> check_no_marks(const storage::Database& database, classes::ClassId class_id,
                                    core::Day day) {
    const auto marks = marks_on(database, class_id, day);
    if (marks == 0) return {};
    return core::fail(day_error("day.has-marks", day).with("marks", std::to_string(marks)));
}

void audit_day(storage::Transaction& tx, std::string_view verb, const OpenClass& open, core::Day day,
               std::optional<std::string> reason = std::nullopt) {
    const std::vector<storage::FieldChange> change = {{"day", std::nullopt, core::to_iso(day)},
                                                      {"reason", std::nullopt, std::move(reason)}};
    tx.audit(verb, "class_day", open.taught.uid, storage::change_json(change));
}

// Writes what a day becomes and says what changed.
RegisterChange change_day(storage::Transaction& tx, const OpenClass& open, core::Day day,
                          const DayRecord& becomes) {
    RegisterChange change{.class_id = open.taught.id};
    const DayRecord was = day_record(open.days, day);
    write_day(tx, open.taught.id, day, becomes);
    if (was != becomes) change.days.push_back({day, was, becomes});
    return change;
}

core::Expected<void> check_taking(const OpenClass& open, core::Day day) {
    if (auto free = open.shut.check(day); !free) return free;
    if (day > open.today) return core::fail(day_error("day.future", day));
    if (open.state(day) == DayState::closed) return core::fail(refused_day("day.closed", day));
    return check_met(open, day);
}

// Those of the period that are school days, for one learner.
std::vector<CellMark> school_cells(const OpenClass& open, classes::EnrolmentId enrolment, Period period,
                                   Mark mark) {
    std::vector<CellMark> cells;
    for (core::Day day = period.first; day <= period.last; day = core::next_day(day)) {
        const DayState state = open.state(day);
        if (state != DayState::closed && state != DayState::not_met) cells.push_back({enrolment, day, mark});
    }
    return cells;
}

} // namespace

core::Expected<DayState> set_mark(storage::Transaction& tx, classes::EnrolmentId enrolment, core::Day day,
                                  Mark mark) {
    const auto in = classes::load_enrolment(tx.database(), enrolment).in;
    const auto done = set_cells(tx, in, {{enrolment, day, mark}});
    if (!done) return core::fail(done.error());
    if (!done->refused.empty()) return core::fail(done->refused.front().why);
    return done->states.front();
}

core::Expected<RegisterChange> set_marks(storage::Transaction& tx, classes::EnrolmentId enrolment_id,
                                         Period period, Mark mark) {
    const auto enrolment = classes::load_enrolment(tx.database(), enrolment_id);
    const auto open = load_open(tx.database(), enrolment.in, period);
    if (!open) return core::fail(open.error());
    const auto cells = school_cells(*open, enrolment_id, period, mark);
    if (cells.empty())
        return core::fail(core::Error{"day.none"}
                              .with("first", core::to_iso(period.first))
                              .with("last", core::to_iso(period.last)));
    for (const CellMark& cell : cells)
        if (const auto checked = check_mark(*open, enrolment, cell.day, mark); !checked)
            return core::fail(checked.error());
    return set_cells(tx, enrolment.in, cells).map([](CellsWritten done) { return std::move(done.change); });
}

core::Expected<RegisterChange> mark_all_present(storage::Transaction& tx, classes::ClassId class_id,
                                                const std::vector<core::Day>& days) {
    RegisterChange change{.class_id = class_id};
    if (days.empty()) return change;
    const auto [first, last] = std::minmax_element(days.begin(), days.end());
    const auto open = load_open(tx.database(), class_id, {*first, *last});
    if (!open) return core::fail(open.error());
    for (const core::Day day : days)
        if (const auto checked = check_taking(*open, day); !checked) return core::fail(checked.error());
    const DayRecord taken{.kind = DayRecord::Kind::taken};
    std::vector<storage::FieldChange> told;
    for (const core::Day day : days) {
        const auto one = change_day(tx, *open, day, taken);
        change.days.insert(change.days.end(), one.days.begin(), one.days.end());
        told.push_back({core::to_iso(day), std::nullopt, "taken"});
    }
    tx.audit("attendance.take", "class_day", open->taught.uid, storage::change_json(told));
    return change;
}

core::Expected<RegisterChange> mark_not_met(storage::Transaction& tx, classes::ClassId class_id,
                                            core::Day day, const std::string& reason) {
    const auto open = load_open(tx.database(), class_id, {day, day});
    if (!open) return core::fail(open.error());
    if (auto free = open->shut.check(day); !free) return core::fail(free.error());
    if (open->state(day) == DayState::closed) return core::fail(refused_day("day.closed", day));
    if (reason.empty()) return core::fail(day_error("day.no-reason", day));
    if (const auto none = check_no_marks(tx.database(), class_id, day); !none)
        return core::fail(none.error());
    auto change = change_day(tx, *open, day, {DayRecord::Kind::not_met, reason});
    audit_day(tx, "attendance.not-met", *open, day, reason);
    return change;
}

core::Expected<RegisterChange> forget_day(storage::Transaction& tx, classes::ClassId class_id,
                                          core::Day day) {
    const auto open = load_open(tx.database(), class_id, {day, day});
    if (!open) return core::fail(open.error());
    if (auto free = open->shut.check(day); !free) return core::fail(free.error());
    if (const auto none = check_no_marks(tx.database(), class_id, day); !none)
        return core::fail(none.error());
    auto change = change_day(tx, *open, day, {});
    audit_day(tx, "attendance.forget", *open, day);
    return change;
}

int take_days(storage::Transaction& tx, classes::ClassId class_id, Period period) {
    const auto taught = classes::load_class(tx.database(), class_id);
    const ClassDays days = load_class_days(tx.database(), taught, period);
    const office::ShutDays shut(tx.database());
    int taken = 0;
    for (const MonthDays& month : days.months) {
        const DaySet missing =
            month.not_recorded(tx.today()) & DaySet::between(month.month, period.first, period.last);
        for (unsigned number = 1; number <= core::days_in(month.month); ++number) {
            const core::Day day{month.month.year(), month.month.month(), std::chrono::day{number}};
            if (missing.has(number) && !shut.shut(day))
                taken += static_cast<int>(tx.run(insert_taken, class_id, day));
        }
    }
    return taken;
}

void write_month(storage::Transaction& tx, classes::EnrolmentId enrolment, const MonthMarks& marks) {
    // Blank months need no row: present on the days taken.
    if (marks.blank())
        tx.run(delete_month, enrolment, marks.month());
    else
        tx.run(upsert_month, enrolment, marks.month(), marks.text());
}

MonthMarks load_month(const storage::Database& database, classes::EnrolmentId enrolment, core::Month month) {
    const auto text = database.value<std::string>(select_month, enrolment, month);
    if (!text) return MonthMarks{month};
    return stored_marks(month, *text);
}

DayRecord day_record(const ClassDays& days, core::Day day) {
    const MonthDays& month = *days.find(core::month_of(day));
    if (month.taken.has(day)) return {.kind = DayRecord::Kind::taken};
    if (month.not_met.has(day)) return {DayRecord::Kind::not_met, days.reasons.at(day)};
    return {};
}

void write_day(storage::Transaction& tx, classes::ClassId class_id, core::Day day, const DayRecord& record) {
    switch (record.kind) {
    case DayRecord::Kind::none:
        tx.run(delete_day, class_id, day);
        break;
    case DayRecord::Kind::taken:
        tx.run(upsert_taken, class_id, day);
        break;
    case DayRecord::Kind::not_met:
        tx.run(upsert_not_met, class_id, day, record.reason);
        break;
    }
}

} // namespace attendance

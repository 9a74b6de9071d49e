// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/mark_store.hpp"

#include "classes/class_store.hpp"
#include "classes/enrolment_store.hpp"
#include "storage/change.hpp"

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

constexpr std::string_view upsert_not_met = R"sql(
INSERT INTO class_day (class_id, day, state, reason) VALUES (?1, ?2, 'not_met', ?3)
ON CONFLICT (class_id, day) DO UPDATE SET state = 'not_met', reason = excluded.reason)sql";

constexpr std::string_view delete_day = R"sql(
DELETE FROM class_day WHERE class_id = ?1 AND day = ?2)sql";

constexpr std::string_view count_marks = R"sql(
SELECT count(*) FROM enrolment e JOIN attendance_month m ON m.enrolment_id = e.id
WHERE e.class_id = ?1 AND m.month = ?2 AND substr(m.marks, ?3, 1) <> '.')sql";

core::Error day_error(const char* code, core::Day day) {
    return core::Error{code}.with("day", core::to_iso(day));
}

// A class that is open, with the days of a period.
struct OpenClass {
    classes::Class taught;
    ClassDays days;
    core::Day today;

    DayState state(core::Day day) const { return days.find(core::month_of(day))->state(day, today); }
};

core::Expected<OpenClass> load_open(storage::Transaction& tx, classes::ClassId class_id, Period period) {
    auto taught = classes::load_class(tx.database(), class_id);
    if (taught.status != classes::Status::open)
        return core::fail(core::Error{"class.not-open"}
                              .with("class", taught.name_km)
                              .with("status", std::string{classes::to_text(taught.status)}));
    ClassDays days = load_class_days(tx.database(), taught, period);
    return OpenClass{std::move(taught), std::move(days), tx.today()};
}

core::Expected<void> check_met(const OpenClass& open, core::Day day) {
    if (open.state(day) != DayState::not_met) return {};
    return core::fail(day_error("day.not-met", day).with("reason", open.days.reasons.at(day)));
}

core::Expected<void> check_mark(const OpenClass& open, const classes::Enrolment& enrolment, core::Day day,
                                Mark mark) {
    if (!enrolment.covers(day)) return core::fail(day_error("day.outside-enrolment", day));
    // Of a day to come only an absence can be known, or that it will not be one.
    if (open.state(day) == DayState::ahead && mark == Mark::late)
        return core::fail(day_error("day.future", day));
    return check_met(open, day);
}

std::int64_t marks_on(const storage::Database& database, classes::ClassId class_id, core::Day day) {
    const auto place = static_cast<unsigned>(day.day());
    return database.value<std::int64_t>(count_marks, class_id, core::month_of(day), place).value_or(0);
}

core::Expected<void> check_no_marks(const storage::Database& database, classes::ClassId class_id,
                                    core::Day day) {
    const auto marks = marks_on(database, class_id, day);
    if (marks == 0) return {};
    return core::fail(day_error("day.has-marks", day).with("marks", std::to_string(marks)));
}

void take(storage::Transaction& tx, const OpenClass& open, core::Day day) {
    tx.run(insert_taken, open.taught.id, day);
}

// Writes checked marks, one audit row for all that changes anything.
void write_marks(storage::Transaction& tx, const OpenClass& open, const classes::Enrolment& enrolment,
                 const std::vector<core::Day>& days, Mark mark) {
    std::vector<storage::FieldChange> changes;
    for (const core::Day day : days) {
        MonthMarks marks = load_month(tx.database(), enrolment.id, core::month_of(day));
        const Mark was = marks.on(day);
        const bool takes = open.state(day) == DayState::not_recorded;
        if (was == mark && !takes) continue;
        marks.set(day, mark);
        write_month(tx, enrolment.id, marks);
        if (takes) take(tx, open, day);
        changes.push_back({core::to_iso(day), std::string{letter_of(was)}, std::string{letter_of(mark)}});
    }
    if (!changes.empty())
        tx.audit("attendance.mark", "attendance_month", enrolment.uid, storage::change_json(changes));
}

void audit_day(storage::Transaction& tx, std::string_view verb, const OpenClass& open, core::Day day,
               std::optional<std::string> reason = std::nullopt) {
    const std::vector<storage::FieldChange> change = {{"day", std::nullopt, core::to_iso(day)},
                                                      {"reason", std::nullopt, std::move(reason)}};
    tx.audit(verb, "class_day", open.taught.uid, storage::change_json(change));
}

} // namespace

core::Expected<DayState> set_mark(storage::Transaction& tx, classes::EnrolmentId enrolment_id, core::Day day,
                                  Mark mark) {
    const auto enrolment = classes::load_enrolment(tx.database(), enrolment_id);
    const auto open = load_open(tx, enrolment.in, {day, day});
    if (!open) return core::fail(open.error());
    if (const auto checked = check_mark(*open, enrolment, day, mark); !checked)
        return core::fail(checked.error());
    write_marks(tx, *open, enrolment, {day}, mark);
    const DayState state = open->state(day);
    return state == DayState::not_recorded ? DayState::taken : state;
}

core::Expected<int> set_marks(storage::Transaction& tx, classes::EnrolmentId enrolment_id, Period period,
                              Mark mark) {
    const auto enrolment = classes::load_enrolment(tx.database(), enrolment_id);
    const auto open = load_open(tx, enrolment.in, period);
    if (!open) return core::fail(open.error());
    std::vector<core::Day> days;
    for (core::Day day = period.first; day <= period.last; day = core::next_day(day)) {
        const DayState state = open->state(day);
        if (state == DayState::closed || state == DayState::not_met) continue;
        if (const auto checked = check_mark(*open, enrolment, day, mark); !checked)
            return core::fail(checked.error());
        days.push_back(day);
    }
    if (days.empty())
        return core::fail(core::Error{"day.none"}
                              .with("first", core::to_iso(period.first))
                              .with("last", core::to_iso(period.last)));
    write_marks(tx, *open, enrolment, days, mark);
    return static_cast<int>(days.size());
}

core::Expected<void> mark_all_present(storage::Transaction& tx, classes::ClassId class_id, core::Day day) {
    const auto open = load_open(tx, class_id, {day, day});
    if (!open) return core::fail(open.error());
    if (day > open->today) return core::fail(day_error("day.future", day));
    if (open->state(day) == DayState::closed) return core::fail(day_error("day.closed", day));
    if (const auto met = check_met(*open, day); !met) return met;
    take(tx, *open, day);
    audit_day(tx, "attendance.take", *open, day);
    return {};
}

core::Expected<void> mark_not_met(storage::Transaction& tx, classes::ClassId class_id, core::Day day,
                                  const std::string& reason) {
    const auto open = load_open(tx, class_id, {day, day});
    if (!open) return core::fail(open.error());
    if (open->state(day) == DayState::closed) return core::fail(day_error("day.closed", day));
    if (reason.empty()) return core::fail(day_error("day.no-reason", day));
    if (const auto none = check_no_marks(tx.database(), class_id, day); !none) return none;
    tx.run(upsert_not_met, class_id, day, reason);
    audit_day(tx, "attendance.not-met", *open, day, reason);
    return {};
}

core::Expected<void> forget_day(storage::Transaction& tx, classes::ClassId class_id, core::Day day) {
    const auto open = load_open(tx, class_id, {day, day});
    if (!open) return core::fail(open.error());
    if (const auto none = check_no_marks(tx.database(), class_id, day); !none) return none;
    tx.run(delete_day, class_id, day);
    audit_day(tx, "attendance.forget", *open, day);
    return {};
}

int take_days(storage::Transaction& tx, classes::ClassId class_id, Period period) {
    const auto taught = classes::load_class(tx.database(), class_id);
    const ClassDays days = load_class_days(tx.database(), taught, period);
    int taken = 0;
    for (const MonthDays& month : days.months) {
        const DaySet missing =
            month.not_recorded(tx.today()) & DaySet::between(month.month, period.first, period.last);
        for (unsigned day = 1; day <= core::days_in(month.month); ++day)
            if (missing.has(day))
                taken += static_cast<int>(
                    tx.run(insert_taken, class_id,
                           core::Day{month.month.year(), month.month.month(), std::chrono::day{day}}));
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

} // namespace attendance

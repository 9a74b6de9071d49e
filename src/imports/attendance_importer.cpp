// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/attendance_importer.hpp"

#include "attendance/letter_store.hpp"
#include "core/numerals.hpp"

namespace imports {
namespace {

attendance::Period whole(core::Month month) {
    return {core::first_day(month), core::last_day(month)};
}

// The school days of the month that have come.
attendance::DaySet come(const attendance::MonthDays& days, core::Day today) {
    return days.school() & attendance::DaySet::between(days.month, core::first_day(days.month), today);
}

std::optional<std::int64_t> count_in(RowCells& cells, Field field) {
    const auto number = core::read_integer(cells.text(field));
    return number ? std::optional{*number} : std::nullopt;
}

} // namespace

AttendanceImporter::AttendanceImporter(const storage::Database& database, const Vocabulary& vocabulary,
                                       const Layout& layout, classes::ClassId class_id, core::Month month)
    : m_database(database)
    , m_vocabulary(vocabulary)
    , m_layout(layout)
    , m_class_id(class_id)
    , m_month(month)
    , m_roster(database, class_id)
    , m_letters(attendance::load_letters(database)) {
    const auto days =
        attendance::load_class_days(database, classes::load_class(database, class_id), whole(month));
    m_days = *days.find(month);
    const attendance::DaySet to_take = come(m_days, database.clock().today());
    m_month_was_taken = (to_take - m_days.taken).empty();
    m_days.taken = m_days.taken | to_take;
}

RowOutcome AttendanceImporter::judge(RowCells& cells) {
    const classes::ClassLearner* learner = m_roster.match(cells, m_vocabulary);
    const auto marks = read_marks(cells);
    std::optional<AttendanceFacts> facts;
    if (learner != nullptr && marks) facts = facts_of(cells, learner->enrolment, *marks);
    RowOutcome outcome = cells.outcome();
    outcome.name = cells.text(Field::name_km).empty() ? cells.text(Field::name) : cells.text(Field::name_km);
    outcome.attendance = std::move(facts);
    Planned planned{std::nullopt, attendance::MonthMarks{m_month}};
    if (learner != nullptr && marks && outcome.verdict == Verdict::accept) {
        planned = {learner->enrolment.id, *marks};
        outcome.known = static_cast<std::int64_t>(learner->enrolment.learner);
        compare(*marks, learner->enrolment.id, outcome);
    }
    m_planned.push_back(planned);
    return outcome;
}

std::optional<attendance::MonthMarks> AttendanceImporter::read_marks(RowCells& cells) const {
    attendance::MonthMarks marks(m_month);
    for (const Column& column : m_layout.columns) {
        if (column.field != Field::day) continue;
        const std::string typed = cells.text(column.column);
        if (typed.empty()) continue;
        const auto mark = attendance::read_mark(typed, m_letters);
        if (!mark) {
            cells.refuse(mark.error(), cells.name_of(column.column));
            return std::nullopt;
        }
        const bool no_such_day = column.index > core::days_in(m_month);
        if (*mark == attendance::Mark::none) continue;
        if (no_such_day) {
            cells.refuse(core::Error{"date.impossible"}.with("text", std::to_string(column.index)),
                         cells.name_of(column.column));
            return std::nullopt;
        }
        const core::Day day = m_month / std::chrono::day{column.index};
        marks.set(day, *mark);
        const bool counts = m_days.counted().has(day);
        if (!counts) {
            const char* code = m_days.not_met.has(day)    ? "day.not-met"
                               : m_days.school().has(day) ? "day.ahead"
                                                          : "day.closed";
            cells.find(core::Error{code}.with("day", core::to_iso(day)), cells.name_of(column.column));
        }
    }
    return marks;
}

AttendanceFacts AttendanceImporter::facts_of(RowCells& cells, const classes::Enrolment& enrolment,
                                             const attendance::MonthMarks& marks) const {
    const core::Day last = enrolment.last_day.value_or(core::last_day(m_month));
    const attendance::DaySet enrolled = attendance::DaySet::between(m_month, enrolment.first_day, last);
    const attendance::Tally tally = attendance::count(marks, m_days, enrolled);
    const attendance::Margin counted = attendance::margin_of(tally);
    AttendanceFacts facts;
    facts.learner = static_cast<std::int64_t>(enrolment.learner);
    facts.counted = {counted.permission, counted.absent};
    facts.days = tally.taken;
    const auto with = count_in(cells, Field::with_permission);
    const auto without = count_in(cells, Field::without_permission);
    if (!with && !without) return facts;
    facts.says = Margin{with.value_or(facts.counted.with_permission),
                        without.value_or(facts.counted.without_permission)};
    if (*facts.says != facts.counted) {
        const bool first_differs = facts.says->with_permission != facts.counted.with_permission;
        cells.find(core::Error{"margin.disagrees"}
                       .with("says", std::to_string(first_differs ? facts.says->with_permission
                                                                  : facts.says->without_permission))
                       .with("counted", std::to_string(first_differs ? facts.counted.with_permission
                                                                     : facts.counted.without_permission)),
                   cells.name_of(first_differs ? Field::with_permission : Field::without_permission));
    }
    return facts;
}

void AttendanceImporter::compare(const attendance::MonthMarks& marks, classes::EnrolmentId enrolment,
                                 RowOutcome& outcome) const {
    const attendance::MonthMarks known = attendance::load_month(m_database, enrolment, m_month);
    if (known == marks) {
        outcome.verdict = m_month_was_taken ? Verdict::same : Verdict::accept;
        return;
    }
    if (known.blank() && !m_month_was_taken) return;
    outcome.verdict = Verdict::update;
    outcome.changes.push_back({"marks", std::string{known.text()}, std::string{marks.text()}});
}

core::Expected<void> AttendanceImporter::write(storage::Transaction& tx, std::size_t nth) {
    if (!m_days_written) attendance::take_days(tx, m_class_id, whole(m_month));
    m_days_written = true;
    attendance::write_month(tx, m_planned[nth].enrolment.value(), m_planned[nth].marks);
    return {};
}

} // namespace imports

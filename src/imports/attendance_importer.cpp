// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/attendance_importer.hpp"

#include "attendance/letter_store.hpp"
#include "core/numerals.hpp"
#include "office/period_lock.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace imports {
namespace {

attendance::Period whole(core::Month month) {
    return {core::first_day(month), core::last_day(month)};
}

// A total of days as the paper says it, in hundredths. It is compared and never kept, so a formula may give
// it.
std::optional<std::int64_t> said_in(const RowCells& cells, Field field) {
    const auto number = core::read_hundredths(cells.shown(field));
    return number ? std::optional{*number} : std::nullopt;
}

std::string days_text(std::int64_t hundredths) {
    return hundredths % 100 == 0 ? std::to_string(hundredths / 100) : core::format_hundredths(hundredths);
}

// Days counted for a margin: centres count a half day as a mark or as half of one, or count sessions.
struct Counted {
    std::int64_t whole = 0;
    std::int64_t half = 0;
    bool agrees_with(std::int64_t said, bool sessions) const {
        return said == (whole + half) * 100 || said == whole * 100 + half * 50 ||
               (sessions && said == whole * 200 + half * 100);
    }
};

// What two sessions make of a day. Half a day with and half without permission cannot be written as one mark.
attendance::Mark of_sessions(attendance::Mark morning, attendance::Mark afternoon) {
    using attendance::Mark;
    if (morning == afternoon) return morning;
    const auto half = [](Mark mark) {
        if (mark == Mark::permission) return Mark::half_permission;
        return mark == Mark::absent ? Mark::half_absent : mark;
    };
    const auto present = [](Mark mark) { return mark == Mark::none || mark == Mark::late; };
    if (present(morning) && present(afternoon)) return Mark::late;
    if (present(morning)) return half(afternoon);
    if (present(afternoon)) return half(morning);
    return Mark::absent;
}

} // namespace

AttendanceImporter::AttendanceImporter(const storage::Database& database, const Vocabulary& vocabulary,
                                       const FoundSheet& found, classes::ClassId class_id, core::Month month,
                                       CalledDays called)
    : m_database(database)
    , m_vocabulary(vocabulary)
    , m_layout(found.layout)
    , m_class_id(class_id)
    , m_month(month)
    , m_roster(database, class_id, found)
    , m_letters(attendance::load_letters(database))
    , m_sessions(std::any_of(m_layout.columns.begin(), m_layout.columns.end(),
                             [](const Column& c) { return c.part != Column::Part::whole; }))
    , m_called(std::move(called)) {
    const auto days =
        attendance::load_class_days(database, classes::load_class(database, class_id), whole(month));
    m_days = *days.find(month);
    const office::ShutDays shut(database);
    if (auto free = shut.check(whole(month).first, whole(month).last); !free) m_shut = free.error();
    if (!m_shut) m_to_take = m_called.days - m_days.taken;
    m_days.taken = m_days.taken | m_to_take;
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
    if (learner != nullptr && outcome.verdict != Verdict::refuse) m_roster.meet(*learner, outcome.row);
    if (learner != nullptr && marks && outcome.verdict != Verdict::refuse) {
        planned = {learner->enrolment.id, *marks};
        outcome.known = static_cast<std::int64_t>(learner->enrolment.learner);
    }
    if (planned.enrolment && outcome.verdict == Verdict::accept)
        compare(*marks, learner->enrolment.id, outcome);
    m_planned.push_back(planned);
    return outcome;
}

std::optional<attendance::MonthMarks> AttendanceImporter::read_marks(RowCells& cells) const {
    using attendance::Mark;
    attendance::MonthMarks marks(m_month);
    std::array<std::optional<Mark>, 32> mornings{};
    for (const Column& column : m_layout.columns) {
        if (column.field != Field::day) continue;
        const std::string typed = cells.text(column.column);
        const std::string cell = cells.name_of(column.column);
        const auto mark = attendance::read_mark(typed, m_letters);
        if (!mark) {
            cells.refuse(mark.error(), cell);
            return std::nullopt;
        }
        if (column.index > core::days_in(m_month)) {
            if (*mark == Mark::none) continue;
            cells.refuse(core::Error{"date.impossible"}.with("text", std::to_string(column.index)), cell);
            return std::nullopt;
        }
        const core::Day day = m_month / std::chrono::day{column.index};
        const auto morning = std::exchange(mornings[column.index], *mark);
        const bool second_session = column.part != Column::Part::whole && morning;
        const Mark whole = second_session                       ? of_sessions(*morning, *mark)
                           : column.part != Column::Part::whole ? of_sessions(*mark, Mark::none)
                                                                : *mark;
        marks.set(day, whole);
        if (second_session && whole == Mark::absent && *morning != *mark)
            cells.find(core::Error{"attendance.sessions-differ"}.with("day", core::to_iso(day)), cell);
        if (*mark != Mark::none && !m_days.counted().has(day)) {
            const char* code = m_days.not_met.has(day)    ? "day.not-met"
                               : m_days.school().has(day) ? "day.ahead"
                                                          : "day.closed";
            cells.find(core::Error{code}.with("day", core::to_iso(day)), cell);
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
    for (unsigned day = 1; day <= core::days_in(m_month); ++day)
        if (marks.on(day) != attendance::Mark::none && m_days.counted().has(day) && !enrolled.has(day))
            find_outside(cells, m_month / std::chrono::day{day});
    check_margins(cells, tally, facts);
    return facts;
}

// A mark before the learner came or after she left is kept and never counts.
void AttendanceImporter::find_outside(RowCells& cells, core::Day day) const {
    const auto column = std::find_if(m_layout.columns.begin(), m_layout.columns.end(), [&](const Column& c) {
        return c.field == Field::day && c.index == static_cast<unsigned>(day.day());
    });
    if (column != m_layout.columns.end())
        cells.find(core::Error{"day.outside-enrolment"}.with("day", core::to_iso(day)),
                   cells.name_of(column->column));
}

// The totals at the end of the row, each found by its own heading, against the marks.
void AttendanceImporter::check_margins(RowCells& cells, const attendance::Tally& tally,
                                       AttendanceFacts& facts) const {
    const Counted with{tally.permission, tally.half_permission};
    const Counted without{tally.absent, tally.half_absent};
    const Counted all{with.whole + without.whole, with.half + without.half};
    const Counted present{tally.taken - all.whole - all.half, all.half};
    bool agreed = true;
    const auto check = [&](Field field, const Counted& counted) {
        const auto said = said_in(cells, field);
        const bool agrees = !said || counted.agrees_with(*said, m_sessions) ||
                            (field == Field::present && *said == counted.whole * 100);
        if (!agrees && agreed) {
            agreed = false;
            cells.find(core::Error{"margin.disagrees"}
                           .with("says", days_text(*said))
                           .with("counted", std::to_string(counted.whole + counted.half)),
                       cells.name_of(field));
        }
        return said;
    };
    const auto said_with = check(Field::with_permission, with);
    const auto said_without = check(Field::without_permission, without);
    check(Field::total_absent, all);
    check(Field::present, present);
    if (said_with || said_without)
        facts.says = Margin{said_with ? *said_with / 100 : facts.counted.with_permission,
                            said_without ? *said_without / 100 : facts.counted.without_permission};
}

void AttendanceImporter::compare(const attendance::MonthMarks& marks, classes::EnrolmentId enrolment,
                                 RowOutcome& outcome) const {
    const attendance::MonthMarks known = attendance::load_month(m_database, enrolment, m_month);
    if (known == marks) {
        outcome.verdict = m_to_take.empty() ? Verdict::same : Verdict::accept;
        return;
    }
    if (m_shut) {
        outcome.verdict = Verdict::refuse;
        outcome.reason = *m_shut;
        return;
    }
    if (known.blank() && !m_to_take.empty()) return;
    outcome.verdict = Verdict::update;
    outcome.changes.push_back({"marks", std::string{known.text()}, std::string{marks.text()}});
}

void AttendanceImporter::take_days(storage::Transaction& tx) const {
    for (unsigned day = 1; day <= core::days_in(m_month); ++day) {
        const core::Day date = m_month / std::chrono::day{day};
        if (m_to_take.has(day)) attendance::take_days(tx, m_class_id, {date, date});
    }
}

std::vector<core::Error> AttendanceImporter::findings() const {
    std::vector<core::Error> findings = m_called.findings;
    for (core::Error& finding : m_roster.rows_removed())
        findings.push_back(std::move(finding));
    for (core::Error& finding : m_roster.joined_since(core::first_day(m_month), core::last_day(m_month)))
        findings.push_back(std::move(finding));
    return findings;
}

core::Expected<void> AttendanceImporter::write(storage::Transaction& tx, std::size_t nth) {
    if (!m_days_written) take_days(tx);
    m_days_written = true;
    attendance::write_month(tx, m_planned[nth].enrolment.value(), m_planned[nth].marks);
    return {};
}

} // namespace imports

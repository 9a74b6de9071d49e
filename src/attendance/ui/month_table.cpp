// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/month_table.hpp"

#include "attendance/margin_store.hpp"
#include "attendance/ui/mark_words.hpp"
#include "office/ui/session.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/intl.h>

namespace attendance {

using widgets::fill;
using widgets::number;
using widgets::Tone;
using widgets::wx;

MonthTable::MonthTable(Register month, widgets::Language language, Letters letters, core::Day today,
                       Writing writing)
    : m_month(std::move(month))
    , m_language(language)
    , m_letters(std::move(letters))
    , m_today(today)
    , m_writing(std::move(writing)) {}

std::optional<core::Day> MonthTable::day_of(int column) const {
    if (column >= days()) return std::nullopt;
    const core::Month month = m_month.days.month;
    return core::Day{month.year(), month.month(), std::chrono::day{static_cast<unsigned>(column) + 1}};
}

std::vector<RegisterCell> MonthTable::days_among(const std::vector<widgets::GridCell>& cells) const {
    std::vector<RegisterCell> found;
    for (const widgets::GridCell& cell : cells)
        if (cell.column < days() && learner(cell.row).enrolled.has(static_cast<unsigned>(cell.column) + 1))
            found.push_back({static_cast<std::size_t>(cell.row), static_cast<unsigned>(cell.column) + 1});
    return found;
}

int MonthTable::columns() const {
    return days() + margins;
}

wxString MonthTable::row_label(int row) const {
    const auto& who = learner(row).learner;
    const wxString name = number(row + 1) + "  " + office::shown_name(m_language, who);
    return learner(row).agrees() ? name : wx("≠ ") + name;
}

wxString MonthTable::row_spoken(int row) const {
    const auto& who = learner(row).learner;
    const wxString name = number(row + 1) + "  " + office::shown_name(m_language, who);
    // TRANSLATORS: {1} is a learner whose totals are others than those typed from the paper register
    return learner(row).agrees() ? name : fill(_("{1}, differs from the paper"), {name});
}

wxString MonthTable::column_label(int column) const {
    if (const auto day = day_of(column))
        return widgets::weekday_letters(core::iso_weekday(*day)) + "\n" +
               number(static_cast<unsigned>(day->day()));
    switch (margin_of(column)) {
    case Margin::permission:
        // TRANSLATORS: short, under the letter of a margin's column: on the paper register
        return shown(Mark::permission) + "\n" + _("paper");
    case Margin::absent:
        return shown(Mark::absent) + "\n" + _("paper");
    case Margin::late:
        return shown(Mark::late);
    case Margin::rate:
        break;
    }
    return "%";
}

wxString MonthTable::column_spoken(int column) const {
    if (const auto day = day_of(column))
        return fill(_("{1} {2}"), {widgets::weekday_name(core::iso_weekday(*day)), widgets::shown(*day)});
    switch (margin_of(column)) {
    case Margin::permission:
        return _("Days absent with permission");
    case Margin::absent:
        return _("Days absent without permission");
    case Margin::late:
        return _("Days late");
    case Margin::rate:
        break;
    }
    return _("Attendance rate");
}

int MonthTable::counted(const RegisterRow& row, Margin margin) const {
    const auto total = attendance::margin_of(row.tally);
    return margin == Margin::permission ? total.permission
           : margin == Margin::absent   ? total.absent
                                        : row.tally.late;
}

std::optional<int> MonthTable::on_paper(const RegisterRow& row, Margin margin) const {
    if (margin == Margin::permission) return row.paper.permission;
    if (margin == Margin::absent) return row.paper.absent;
    return std::nullopt;
}

wxString MonthTable::margin_value(const RegisterRow& row, Margin margin) const {
    if (margin == Margin::rate) {
        const auto present = rate(row.tally, m_month.worths);
        return present ? widgets::figure(core::format_percent(*present)) : wxString{};
    }
    const int here = counted(row, margin);
    const auto paper = on_paper(row, margin);
    if (!paper) return number(here);
    return *paper == here ? number(here) + wx(" ✓") : number(here) + wx(" ≠ ") + number(*paper);
}

wxString MonthTable::value(int row, int column) const {
    const auto day = day_of(column);
    if (!day) return margin_value(learner(row), margin_of(column));
    const Mark mark = learner(row).marks.on(*day);
    if (mark != Mark::none || !learner(row).enrolled.has(*day)) return shown(mark);
    // A dot says that the learner was there, an empty cell that nobody recorded it.
    return m_month.days.state(*day, m_today) == DayState::taken ? wx("·") : wxString{};
}

wxString MonthTable::spoken(int row, int column) const {
    if (const auto day = day_of(column)) {
        const wxString letter = value(row, column);
        return letter.empty() ? letter : in_words(learner(row).marks.on(*day));
    }
    if (margin_of(column) == Margin::rate) return value(row, column);
    const int here = counted(learner(row), margin_of(column));
    const auto paper = on_paper(learner(row), margin_of(column));
    if (!paper) return number(here);
    // TRANSLATORS: both are numbers of days; the paper is the paper register
    return *paper == here ? fill(_("{1}, and {2} on the paper"), {number(here), number(*paper)})
                          : fill(_("{1} counted, {2} on the paper"), {number(here), number(*paper)});
}

wxString MonthTable::copied(int row, int column) const {
    const auto day = day_of(column);
    if (!day) return number(counted(learner(row), margin_of(column)));
    // A presence comes back as one when it is pasted.
    const wxString text = value(row, column);
    return text == wx("·") ? wxString(".") : text;
}

wxString MonthTable::edit_text(int row, int column) const {
    const auto paper = day_of(column) ? std::nullopt : on_paper(learner(row), margin_of(column));
    return paper ? number(*paper) : wxString{};
}

Tone MonthTable::tone(int row, int column) const {
    const auto day = day_of(column);
    if (!day) {
        const auto paper = on_paper(learner(row), margin_of(column));
        if (!paper) return Tone::muted;
        return *paper == counted(learner(row), margin_of(column)) ? Tone::good : Tone::bad;
    }
    if (!learner(row).enrolled.has(*day)) return Tone::closed;
    switch (m_month.days.state(*day, m_today)) {
    case DayState::closed:
    case DayState::not_met:
        return Tone::closed;
    case DayState::not_recorded:
        return Tone::warning;
    case DayState::ahead:
    case DayState::taken:
        break;
    }
    switch (learner(row).marks.on(*day)) {
    case Mark::none:
        return Tone::muted;
    case Mark::late:
    case Mark::permission:
    case Mark::half_permission:
        return Tone::info;
    case Mark::absent:
    case Mark::half_absent:
        break;
    }
    return Tone::bad;
}

int MonthTable::column_width(int column) const {
    // A whole month with its margin fits a screen of 1366 pixels.
    if (day_of(column)) return 24;
    switch (margin_of(column)) {
    case Margin::permission:
    case Margin::absent:
        return 49;
    case Margin::late:
        return 26;
    case Margin::rate:
        break;
    }
    return 52;
}

bool MonthTable::write(const std::vector<widgets::GridCell>& cells, Mark mark) {
    std::vector<CellMark> marks;
    for (const RegisterCell& cell : days_among(cells))
        marks.push_back({m_month.rows[cell.row].learner.enrolment.id, m_month.day(cell.day), mark});
    return !marks.empty() && m_writing.marks(marks);
}

bool MonthTable::type(int row, int column, wxChar key) {
    const auto day = day_of(column);
    const auto mark = mark_from_key(static_cast<char32_t>(key), m_letters);
    // Outside an enrolment the store says why not.
    return day && mark && m_writing.marks({{learner(row).learner.enrolment.id, *day, *mark}});
}

bool MonthTable::clear(int row, int column) {
    if (!day_of(column)) return !edit_text(row, column).empty() && commit(row, column, {});
    return clear_all({{row, column}});
}

bool MonthTable::type_all(const std::vector<widgets::GridCell>& cells, wxChar key) {
    const auto mark = mark_from_key(static_cast<char32_t>(key), m_letters);
    return mark && write(cells, *mark);
}

// Taking marks away takes no day: cells without one stay as they are.
bool MonthTable::clear_all(const std::vector<widgets::GridCell>& cells) {
    std::vector<widgets::GridCell> marked;
    for (const widgets::GridCell& cell : cells)
        if (const auto day = day_of(cell.column); day && learner(cell.row).marks.on(*day) != Mark::none)
            marked.push_back(cell);
    return write(marked, Mark::none);
}

bool MonthTable::editable(int, int column) const {
    if (day_of(column) || m_month.taught.status != classes::Status::open) return false;
    return margin_of(column) == Margin::permission || margin_of(column) == Margin::absent;
}

bool MonthTable::commit(int row, int column, const wxString& text) {
    const auto total = read_paper_total(widgets::typed(text), m_month.days.month);
    if (!total) {
        m_writing.refused(total.error());
        return false;
    }
    PaperMargin paper = learner(row).paper;
    (margin_of(column) == Margin::permission ? paper.permission : paper.absent) = *total;
    return m_writing.paper(learner(row), paper);
}

} // namespace attendance

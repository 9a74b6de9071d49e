// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/month_table.hpp"

#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/intl.h>

namespace attendance {

using widgets::fill;
using widgets::number;
using widgets::Tone;
using widgets::wx;

wxString shown(Mark mark) {
    // TRANSLATORS: the register's letter for absent with permission
    const wxString permission = _("P");
    // TRANSLATORS: the register's letter for absent without permission
    const wxString absent = _("A");
    switch (mark) {
    case Mark::none:
        break;
    case Mark::permission:
        return permission;
    case Mark::absent:
        return absent;
    // TRANSLATORS: the register's letter for late
    case Mark::late:
        return _("L");
    case Mark::half_permission:
        return permission + wxString::FromUTF8("½");
    case Mark::half_absent:
        return absent + wxString::FromUTF8("½");
    }
    return {};
}

MonthTable::MonthTable(Register month, Letters letters, core::Day today, Write write)
    : m_month(std::move(month))
    , m_letters(std::move(letters))
    , m_today(today)
    , m_write(std::move(write)) {}

std::optional<core::Day> MonthTable::day_of(int column) const {
    if (column >= days()) return std::nullopt;
    const core::Month month = m_month.days.month;
    return core::Day{month.year(), month.month(), std::chrono::day{static_cast<unsigned>(column) + 1}};
}

int MonthTable::columns() const {
    return days() + margins;
}

wxString MonthTable::row_label(int row) const {
    const auto& learner = m_month.rows[static_cast<std::size_t>(row)].learner;
    return number(row + 1) + "  " + wx(learner.name_km.empty() ? learner.name : learner.name_km);
}

wxString MonthTable::column_label(int column) const {
    if (const auto day = day_of(column))
        return widgets::weekday_letters(core::iso_weekday(*day)) + "\n" +
               number(static_cast<unsigned>(day->day()));
    switch (margin_of(column)) {
    case Margin::permission:
        return shown(Mark::permission);
    case Margin::absent:
        return shown(Mark::absent);
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

wxString MonthTable::margin_value(const RegisterRow& row, Margin margin) const {
    switch (margin) {
    case Margin::permission:
        return number(attendance::margin_of(row.tally).permission);
    case Margin::absent:
        return number(attendance::margin_of(row.tally).absent);
    case Margin::late:
        return number(row.tally.late);
    case Margin::rate:
        break;
    }
    const auto present = rate(row.tally, m_month.worths);
    return present ? wx(core::format_percent(*present)) : wxString{};
}

wxString MonthTable::value(int row, int column) const {
    const RegisterRow& learner = m_month.rows[static_cast<std::size_t>(row)];
    const auto day = day_of(column);
    if (!day) return margin_value(learner, margin_of(column));
    const Mark mark = learner.marks.on(*day);
    if (mark != Mark::none || !learner.enrolled.has(*day)) return shown(mark);
    // A dot says that the learner was there, an empty cell that nobody recorded it.
    return m_month.days.state(*day, m_today) == DayState::taken ? wxString::FromUTF8("·") : wxString{};
}

Tone MonthTable::tone(int row, int column) const {
    const RegisterRow& learner = m_month.rows[static_cast<std::size_t>(row)];
    const auto day = day_of(column);
    if (!day) return Tone::muted;
    if (!learner.enrolled.has(*day)) return Tone::closed;
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
    switch (learner.marks.on(*day)) {
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
    return day_of(column) ? 25 : margin_of(column) == Margin::rate ? 54 : 28;
}

bool MonthTable::type(int row, int column, wxChar key) {
    const auto day = day_of(column);
    const auto mark = mark_from_key(static_cast<char32_t>(key), m_letters);
    return day && mark && m_write(m_month.rows[static_cast<std::size_t>(row)], *day, *mark);
}

bool MonthTable::clear(int row, int column) {
    const auto day = day_of(column);
    return day && m_write(m_month.rows[static_cast<std::size_t>(row)], *day, Mark::none);
}

} // namespace attendance

// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/month_words.hpp"

#include "attendance/ui/mark_words.hpp"
#include "widgets/text.hpp"

#include <wx/intl.h>

namespace attendance {

using widgets::fill;
using widgets::number;

namespace {

void add_difference(wxString& text, const wxString& called, const std::optional<int>& on_paper, int counted) {
    if (agrees(on_paper, counted)) return;
    // TRANSLATORS: {1} is "with permission" or "without permission", then two numbers of days
    text += (text.empty() ? "" : ", ") +
            fill(_("{1} {2} counted, {3} on the paper"), {called, number(counted), number(*on_paper)});
}

} // namespace

wxString closing_words(const Register& shown) {
    const ClosingLine line = closing_line(shown);
    // TRANSLATORS: the closing line of a paper register: each number with how many of it are women's
    return fill(
        _("Total {1} learners, {2} women. With permission {3} days, women {4}. Without {5} days, women {6}."),
        {number(line.total.learners), number(line.female.learners), number(line.total.margin.permission),
         number(line.female.margin.permission), number(line.total.margin.absent),
         number(line.female.margin.absent)});
}

wxString differing_words(const office::Session& session, const Register& shown) {
    wxString names;
    int rows = 0;
    for (const RegisterRow& row : shown.rows) {
        if (row.agrees()) continue;
        ++rows;
        const Margin counted = margin_of(row.tally);
        wxString what;
        add_difference(what, _("with permission"), row.paper.permission, counted.permission);
        add_difference(what, _("without permission"), row.paper.absent, counted.absent);
        names += (names.empty() ? "" : "; ") + office::shown_name(session, row.learner) + ": " + what;
    }
    // TRANSLATORS: {1} how many rows of the register, {2} their learners and what differs
    return rows == 0 ? wxString() : fill(_("Differs from the paper in {1} rows: {2}"), {number(rows), names});
}

wxString cell_words(const office::Session& session, const MonthTable& table, int row, int column) {
    const RegisterRow& one = table.month().rows[static_cast<std::size_t>(row)];
    const wxString whose =
        office::shown_name(session, one.learner) + ", " + table.column_spoken(column) + ": ";
    const auto day = table.day_of(column);
    if (!day) return whose + table.spoken(row, column);
    if (!one.enrolled.has(*day)) return whose + _("not in the class on that day");
    const Mark mark = one.marks.on(*day);
    if (mark == Mark::none && !table.month().days.taken.has(*day)) return whose + _("no mark");
    return whose + in_words(mark);
}

wxString day_words(const Register& shown, core::Day day, core::Day today) {
    switch (shown.days.state(day, today)) {
    case DayState::closed:
        return _("no school day of this class");
    case DayState::not_met:
        return fill(_("the class did not meet: {1}"), {widgets::wx(shown.reasons.at(day))});
    case DayState::taken:
        return _("taken; an empty cell is present");
    case DayState::not_recorded:
        return _("not recorded; type a mark, or press All present");
    case DayState::ahead:
        break;
    }
    return _("still to come; an absence can be announced");
}

} // namespace attendance

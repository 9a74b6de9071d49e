// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/register.hpp"

#include <algorithm>

namespace attendance {
namespace {

RegisterRow* find_row(Register& shown, classes::EnrolmentId enrolment) {
    const auto found = std::find_if(shown.rows.begin(), shown.rows.end(), [&](const RegisterRow& row) {
        return row.learner.enrolment.id == enrolment;
    });
    return found == shown.rows.end() ? nullptr : &*found;
}

void write(Register& shown, const DayChange& change) {
    const auto number = static_cast<unsigned>(change.day.day());
    shown.days.taken.remove(number);
    shown.days.not_met.remove(number);
    shown.reasons.erase(change.day);
    if (change.is.kind == DayRecord::Kind::taken) shown.days.taken.add(number);
    if (change.is.kind == DayRecord::Kind::not_met) {
        shown.days.not_met.add(number);
        shown.reasons[change.day] = change.is.reason;
    }
}

void add(ClosingLine::Part& part, const Margin& margin) {
    ++part.learners;
    part.margin.permission += margin.permission;
    part.margin.absent += margin.absent;
}

} // namespace

void apply(Register& shown, const RegisterChange& change) {
    const core::Month month = shown.days.month;
    if (change.class_id != shown.taught.id) return;
    for (const DayChange& day : change.days)
        if (core::month_of(day.day) == month) write(shown, day);
    for (const CellChange& cell : change.cells)
        if (core::month_of(cell.day) == month)
            if (RegisterRow* row = find_row(shown, cell.enrolment)) row->marks.set(cell.day, cell.is);
    for (const MarginChange& margin : change.margins)
        if (margin.month == month)
            if (RegisterRow* row = find_row(shown, margin.enrolment)) row->paper = margin.is;
    // A day taken counts for everybody; all of them are counted in microseconds.
    for (RegisterRow& row : shown.rows)
        row.tally = count(row.marks, shown.days, row.enrolled);
}

ClosingLine closing_line(const Register& shown) {
    ClosingLine line;
    for (const RegisterRow& row : shown.rows) {
        const Margin margin = margin_of(row.tally);
        add(line.total, margin);
        if (row.learner.sex == core::Sex::female) add(line.female, margin);
    }
    return line;
}

} // namespace attendance

// SPDX-License-Identifier: GPL-3.0-or-later
// A class's month as the register shows it, kept up to date in memory with what is written.
#pragma once

#include "attendance/class_days.hpp"
#include "attendance/register_change.hpp"
#include "classes/enrolment_store.hpp"

#include <vector>

namespace attendance {

struct RegisterRow {
    classes::ClassLearner learner;
    // The days of the month within the enrolment; the others are greyed.
    DaySet enrolled;
    MonthMarks marks;
    Tally tally;
    PaperMargin paper{};

    bool agrees() const { return attendance::agrees(paper, margin_of(tally)); }
};

struct Register {
    classes::Class taught;
    MonthDays days;
    std::map<core::Day, std::string> reasons; // of the days not met
    Worths worths;
    // Everyone enrolled on a day of the month, in the order of names.
    std::vector<RegisterRow> rows;

    // The day of this month.
    core::Day day(unsigned number) const {
        return {days.month.year(), days.month.month(), std::chrono::day{number}};
    }
    unsigned last_day() const { return core::days_in(days.month); }
};

// What reading the month again after the change would show. What it changed in other classes and months is
// passed over.
void apply(Register& shown, const RegisterChange& change);

// The line under a paper register: how many learners, and the absences of its margin, each with how much of
// it is women's.
struct ClosingLine {
    struct Part {
        int learners = 0;
        Margin margin{};
        friend bool operator==(const Part&, const Part&) = default;
    };
    Part total{};
    Part female{};
    friend bool operator==(const ClosingLine&, const ClosingLine&) = default;
};
ClosingLine closing_line(const Register& shown);

} // namespace attendance

// SPDX-License-Identifier: GPL-3.0-or-later
// A learner's absences day by day: which days they were, and how many came one after the other.
#pragma once

#include "attendance/attendance.hpp"

#include <span>
#include <vector>

namespace attendance {

// A month of an enrolment with the days of it that count.
struct CountedMonth {
    MonthMarks marks;
    DaySet counted;
};

struct AbsentDay {
    core::Day day;
    Mark mark; // with or without permission, whole or half
    friend bool operator==(const AbsentDay&, const AbsentDay&) = default;
};

// The counted days with a mark of absence, in order.
std::vector<AbsentDay> absent_days(std::span<const CountedMonth> months);

// Whole days absent, one counted day after the other: a day nobody recorded, a holiday or the end of a month
// between them breaks nothing. Half a day absent, or late, is a day the learner came.
struct AbsenceRun {
    core::Day first;
    core::Day last;
    int days = 0;
    int permission = 0;   // of those days
    bool goes_on = false; // no day counted since
    friend bool operator==(const AbsenceRun&, const AbsenceRun&) = default;
};

// The runs of at least `least` days; `months` in order, none left out between the first and the last.
std::vector<AbsenceRun> absence_runs(std::span<const CountedMonth> months, int least);

// Days absent, exact: half a day as the pack says it is worth. What lateness costs counts as without
// permission, as the schools do that make half a day absent of four late arrivals.
core::Ratio days_absent_with_permission(const Tally& tally, const Worths& worths);
core::Ratio days_absent_without(const Tally& tally, const Worths& worths);

} // namespace attendance

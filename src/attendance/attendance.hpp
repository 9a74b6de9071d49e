// SPDX-License-Identifier: GPL-3.0-or-later
// What counts as attendance: the days of a class's month, and a learner's marks counted over them.
#pragma once

#include "attendance/day_set.hpp"
#include "attendance/mark.hpp"
#include "core/ratio.hpp"

#include <vector>

namespace attendance {

enum class DayState {
    closed,       // no weekday of the class, a holiday, or outside the class's own days
    not_met,      // a school day by the calendar, but the class did not meet
    taken,        // recorded: a blank means present
    not_recorded, // past and not recorded: counts in no rate and blocks eligibility
    ahead,        // a school day still to come
};

// The days of one month of a class.
struct MonthDays {
    core::Month month;
    // The class's weekdays within its own days, without the holidays.
    DaySet timetable;
    DaySet not_met;
    DaySet taken;

    // The days it should have met and did not say otherwise.
    DaySet school() const { return timetable - not_met; }
    // The days that count in rates. A taken day that a later decree made a holiday does not.
    DaySet counted() const { return taken & school(); }
    DaySet not_recorded(core::Day today) const;
    DayState state(core::Day day, core::Day today) const;
};

// What a pack says lateness and half a day are worth, in thousandths of a day present: four late arrivals
// that cost half a day make a late day worth 875.
struct Worths {
    int late = 1000;
    int half_day = 500;
    friend bool operator==(const Worths&, const Worths&) = default;
};

// Marks of an enrolment counted over the days that count. Whole months add up.
struct Tally {
    int taken = 0;
    int permission = 0;
    int absent = 0;
    int late = 0;
    int half_permission = 0;
    int half_absent = 0;
    // Marks kept but not counted: on a closed day, a day not met, not taken, or outside the enrolment.
    int uncounted = 0;

    Tally& operator+=(const Tally& other);
    friend bool operator==(const Tally&, const Tally&) = default;
};

// `enrolled`: the days of the month within the enrolment.
Tally count(const MonthMarks& marks, const MonthDays& days, DaySet enrolled);

// Days present, exact: taken days less what the marks took away.
core::Ratio days_present(const Tally& tally, const Worths& worths);

// Present ÷ taken; nothing when no day was taken.
std::optional<core::Ratio> rate(const Tally& tally, const Worths& worths);

// The sum of session hours present.
core::Ratio hours_attended(const Tally& tally, const Worths& worths, int session_minutes);

// The two totals a paper register carries in its margin: days with a mark of absence with permission, and
// without.
struct Margin {
    int permission = 0;
    int absent = 0;
    friend bool operator==(const Margin&, const Margin&) = default;
};
Margin margin_of(const Tally& tally);

// The marks that do not count, each as day.closed or day.not-met {day}; the marks are kept.
std::vector<core::Error> findings_of(const MonthMarks& marks, const MonthDays& days);

} // namespace attendance

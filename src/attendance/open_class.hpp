// SPDX-License-Identifier: GPL-3.0-or-later
// A class that takes marks, and what is looked at before one is written. For this room's stores.
#pragma once

#include "attendance/class_days.hpp"
#include "classes/enrolment.hpp"
#include "core/expected.hpp"
#include "office/period_lock.hpp"

namespace attendance {

struct OpenClass {
    classes::Class taught;
    // Of the period it was loaded for.
    ClassDays days;
    core::Day today;
    office::ShutDays shut;

    DayState state(core::Day day) const { return days.find(core::month_of(day))->state(day, today); }
};

// The class must exist. Error: class.not-open {class, status}.
core::Expected<OpenClass> load_open(const storage::Database& database, classes::ClassId class_id,
                                    Period period);

core::Error day_error(const char* code, core::Day day);
// The same where nothing is written: {what} is "day", and the sentence says so.
core::Error refused_day(const char* code, core::Day day);

// Error: day.not-met {day, reason}.
core::Expected<void> check_met(const OpenClass& open, core::Day day);

// Whether the mark may stand there. Errors: day.outside-enrolment, period.locked, day.not-met,
// day.future.
core::Expected<void> check_mark(const OpenClass& open, const classes::Enrolment& enrolment, core::Day day,
                                Mark mark);

// How many of the class have a mark on the day.
std::int64_t marks_on(const storage::Database& database, classes::ClassId class_id, core::Day day);

} // namespace attendance

// SPDX-License-Identifier: GPL-3.0-or-later
// A class's month as the register shows it.
#pragma once

#include "attendance/class_days.hpp"
#include "classes/enrolment_store.hpp"

#include <vector>

namespace attendance {

struct RegisterRow {
    classes::ClassLearner learner;
    // The days of the month within the enrolment; the others are greyed.
    DaySet enrolled;
    MonthMarks marks;
    Tally tally;
};

struct Register {
    classes::Class taught;
    MonthDays days;
    std::map<core::Day, std::string> reasons; // of the days not met
    Worths worths;
    // Everyone enrolled on a day of the month, in the order of names.
    std::vector<RegisterRow> rows;
};

// The class must exist. Its cost does not grow with the office.
Register load_register(const storage::Database& database, classes::ClassId class_id, core::Month month);

} // namespace attendance

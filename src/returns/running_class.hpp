// SPDX-License-Identifier: GPL-3.0-or-later
// The classes of a period, as the figures and the list of learners both walk them.
#pragma once

#include "attendance/class_days.hpp"
#include "classes/class_store.hpp"
#include "returns/figures.hpp"

#include <string>
#include <vector>

namespace returns {

// A class that runs on a day of the period, with its programme's rules.
struct RunningClass {
    classes::ClassRow listed;
    classes::Class taught;
    attendance::Worths worths;

    std::string name() const;
    std::string institution() const;
};

// In the order of names.
std::vector<RunningClass> classes_in(const storage::Database& database, const ReturnPeriod& period);

attendance::Period days_of(const ReturnPeriod& period);

// What a tally is worth by a programme's rules.
LearnerDays days_of(const attendance::Tally& tally, const attendance::Worths& worths);

} // namespace returns

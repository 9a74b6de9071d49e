// SPDX-License-Identifier: GPL-3.0-or-later
// The day that a mark belongs to: a score has a period of the programme, not a day.
#pragma once

#include "classes/class.hpp"
#include "office/period_lock.hpp"

#include <string_view>

namespace assessment {

// Of a period named after a month (NOV … JUL) that month's last day within the class; of any other the day
// the class ends, since its result is told then.
core::Day day_of_marks(const classes::Class& taught, std::string_view period);

// Error period.locked {period, by: "return"} where an accepted return has shut that day.
core::Expected<void> check_marks_open(const office::ShutDays& shut, const classes::Class& taught,
                                      std::string_view period);

} // namespace assessment

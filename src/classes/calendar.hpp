// SPDX-License-Identifier: GPL-3.0-or-later
// The days on which a class should meet.
#pragma once

#include "classes/class.hpp"

#include <span>

namespace classes {

// The days of the class's weekdays from its first to its last day, without holidays and without the days it
// did not meet, in order. `holidays` and `not_met` may come in any order and hold other days too.
std::vector<core::Day> school_days(const Class& of, core::Month month, std::span<const core::Day> holidays,
                                   std::span<const core::Day> not_met);

// The same over the whole of the class.
std::vector<core::Day> school_days(const Class& of, std::span<const core::Day> holidays,
                                   std::span<const core::Day> not_met);

// The months the class runs in, first to last.
std::vector<core::Month> months_of(const Class& of);

} // namespace classes

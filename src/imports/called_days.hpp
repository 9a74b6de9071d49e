// SPDX-License-Identifier: GPL-3.0-or-later
// On which days a register that came back was called. A blank is a presence only on such a day, so a register
// in which nobody wrote anything must not become a month of full attendance:
//   ticks in the row of called days    the days ticked, and those with a mark: an absence was seen when the
//                                      roll was called
//   no ticks, but something written    every school day of the month that has come, as a paper register is
//                                      taken on
//   nothing written                    refused (register.blank)
//   only what was sent out with it     no day
#pragma once

#include "attendance/attendance.hpp"
#include "classes/class.hpp"
#include "core/expected.hpp"
#include "imports/layout.hpp"
#include "storage/database.hpp"

namespace imports {

struct CalledDays {
    attendance::DaySet days;
    // register.tick-unknown {text} at its cell; register.days-not-called {days} where ticks leave out school
    // days that have come and nobody recorded.
    std::vector<core::Error> findings;
};

// Error: register.blank, of a whole list only.
core::Expected<CalledDays> called_days(const storage::Database& database, const Vocabulary& vocabulary,
                                       const FoundSheet& found, const classes::Class& taught,
                                       core::Month month);

} // namespace imports

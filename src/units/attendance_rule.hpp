// SPDX-License-Identifier: GPL-3.0-or-later
// What a programme asks of attendance before a class earns anything.
#pragma once

#include "attendance/rate_store.hpp"
#include "programmes/pack.hpp"

#include <vector>

namespace units {

// Each reason why it is not met; none: it is. Percentages and hours as "72.50":
//   attendance.not-recorded   {days} school days nobody recorded
//   attendance.none           no day was taken
//   attendance.below          {has, needs} of the rate
//   hours.below               {has, needs}
std::vector<core::Error> reasons_against(const programmes::AttendanceRule& rule,
                                         const attendance::Attendance& attendance);

} // namespace units

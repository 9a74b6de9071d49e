// SPDX-License-Identifier: GPL-3.0-or-later
// What a return gives rise to ask when it is held against other books of the office: the return of the period
// before, and the register of certificates.
#pragma once

#include "returns/return_content.hpp"
#include "storage/database.hpp"

#include <vector>

namespace returns {

// Who is there at the start was there at the end of the period before; classes that ended may have taken some
// away. A finding that must be explained where `at_start` is more than that; nothing where the return of the
// period before does not tell it. `main` is the sheet that both tell it in.
std::optional<Finding> against_period_before(const SheetPlan& main, int at_start, const Canonical& before);

//   figures.last-period  explain  {was, is, period} more at the start than the last return had at its end
//   register.gap         explain  {first, last, numbers} given, and not in the register
//   register.altered     explain  {serial, what} another program changed the register
// The last two where the layout has a sheet of certificates. WorldFailure file.damaged, "cancelled".
std::vector<Finding> findings_against(const storage::Database& database, const ReturnContent& content);

} // namespace returns

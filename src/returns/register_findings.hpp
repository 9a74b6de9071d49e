// SPDX-License-Identifier: GPL-3.0-or-later
// What a return gives rise to ask when it is held against other books of the office: the return of the period
// before, and the register of certificates.
#pragma once

#include "returns/return_content.hpp"
#include "storage/database.hpp"

#include <vector>

namespace returns {

//   figures.last-period  explain  {was, is, period} more at the start than the last return had at its end
//   register.gap         explain  {first, last, numbers} given, and not in the register
//   register.altered     explain  {serial, what} another program changed the register
// The last two where the layout has a sheet of certificates. WorldFailure file.damaged, "cancelled".
std::vector<Finding> findings_against(const storage::Database& database, const ReturnContent& content);

} // namespace returns

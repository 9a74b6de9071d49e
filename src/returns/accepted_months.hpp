// SPDX-License-Identifier: GPL-3.0-or-later
// The months of a semester or school year that the province accepted, beside what the registers say of them
// now: a longer return is counted from the registers again, and where it rests on other figures it says so.
#pragma once

#include "core/progress.hpp"
#include "returns/return_content.hpp"
#include "storage/database.hpp"

#include <vector>

namespace returns {

// Figures of the main sheet, of each group and of all together, that are other now; months in their order.
// None for a month's own return. Counts each accepted month again. WorldFailure "cancelled".
std::vector<MonthDifference> accepted_months_that_differ(const storage::Database& database,
                                                         const ReturnPeriod& period,
                                                         core::Progress& progress);

// One for each month: months.differ  explain  {period, count, figure, was, is}, of which the last three are
// those of its first difference.
std::vector<Finding> findings_of(const std::vector<MonthDifference>& differences);

} // namespace returns

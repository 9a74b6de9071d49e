// SPDX-License-Identifier: GPL-3.0-or-later
// The periods that an office can report on.
#pragma once

#include "returns/layout.hpp"
#include "storage/database.hpp"

#include <vector>

namespace returns {

// From the first day of the first class, or the first period of which something was declared, to today, the
// newest first; none where there is neither.
std::vector<ReturnPeriod> periods_to_report(const storage::Database& database, const Layout& layout);

// Of those, the last one that is over and in which a class ran or something was declared; else the newest.
// `periods` holds at least one.
ReturnPeriod period_due(const storage::Database& database, const std::vector<ReturnPeriod>& periods);

} // namespace returns

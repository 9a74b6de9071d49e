// SPDX-License-Identifier: GPL-3.0-or-later
// Of which period a stranger's file may be, which its sheet seldom says in a way that can be read.
#pragma once

#include "returns/layout.hpp"
#include "storage/database.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace returns {

struct PeriodChoices {
    std::vector<ReturnPeriod> periods; // the newest first
    std::size_t likely = 0;
};

// The period of today and a dozen before it. Likely is the one after the last that was read of that office,
// else the last one that is over.
PeriodChoices periods_for(const storage::Database& database, const std::string& office, const Layout& layout);

} // namespace returns

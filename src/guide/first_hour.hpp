// SPDX-License-Identifier: GPL-3.0-or-later
// The first hour: what a new clerk tries out on the sample district, in an order in which each step leads to
// the next. What was done is read from the office's own record; nothing else is kept of it.
#pragma once

#include "storage/database.hpp"

#include <string_view>
#include <vector>

namespace guide {

struct HourStep {
    std::string_view id;   // "register"
    std::string_view page; // where it is done, as office::Session::go takes it
    std::string_view what; // what that page shows then, or empty
    bool done = false;     // a person did it in this office; what the sample brought along does not count
};

// In their order.
std::vector<HourStep> first_hour(const storage::Database& database);

} // namespace guide

// SPDX-License-Identifier: GPL-3.0-or-later
// Attendance rates as a chart, with the line that they should reach.
#pragma once

#include "attendance/group_rates.hpp"
#include "core/chart.hpp"

namespace attendance {

// 80 %, below which a scholarship is lost and most programmes award nothing; in hundredths of a percent.
inline constexpr int scholarship_line = 8000;

// What stands on it, in the language it is shown in.
struct RateChartWords {
    std::string title;
    std::string note;
    std::string all{}; // the last bar's name, of everyone together; empty: no such bar
    std::string line;
    std::string below;
    std::string nothing;
    bool khmer_digits = false;
};

// A bar for each row, by the rows' `names`, and one of all; months stand side by side, in their order.
core::Chart rate_chart(const GroupRates& rates, RateBy by, std::vector<std::string> names,
                       const RateChartWords& words);

} // namespace attendance

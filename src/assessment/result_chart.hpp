// SPDX-License-Identifier: GPL-3.0-or-later
// The results of a class as a chart: how many have each grade, and of whom women.
#pragma once

#include "assessment/class_results.hpp"
#include "core/chart.hpp"

namespace assessment {

// What stands on it, in the language it is shown in.
struct ResultChartWords {
    std::string title;
    std::string note; // the class and the period
    std::string all;
    std::string female;
    std::string told; // "{1}, {2} female"
    std::string pass;
    std::string fail;
    std::string incomplete; // nobody has a grade for them
    std::string nothing;
};

// A bar for each grade of the programme, best first, or for pass and fail where it has none; and one for who
// lacks a mark.
core::Chart result_chart(const Distribution& distribution, const ResultChartWords& words);

} // namespace assessment

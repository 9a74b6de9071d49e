// SPDX-License-Identifier: GPL-3.0-or-later
// What a pack's rules make of one learner's marks, period by period: shown beside the rules while they are
// changed.
#pragma once

#include "assessment/results.hpp"

#include <vector>

namespace assessment {

struct ExampleMarks {
    // In the order of the pack's subjects; the same in every period. What is missing is no mark.
    std::vector<Hundredths> marks;
    // In every subject of the retest, once it was sat.
    std::optional<Hundredths> retest{};
    Absences absences{};
};

struct ExampleLine {
    programmes::Wording period;
    Result result;
    // The average before rounding.
    std::optional<core::Ratio> exact{};
};

std::vector<ExampleLine> example_of(const programmes::Pack& pack, const ExampleMarks& example);

// Marks whose average is no round number, so that rounding shows.
std::vector<Hundredths> first_example(const programmes::Pack& pack);

// The ranks of three learners, the first two with one average: 1, 1, 3 or 1, 2, 3.
std::vector<int> ranks_of_a_tie(const programmes::Pack& pack);

} // namespace assessment

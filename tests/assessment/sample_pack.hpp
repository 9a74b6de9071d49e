// SPDX-License-Identifier: GPL-3.0-or-later
// Packs whose results can be worked out by hand.
#pragma once

#include "assessment/results.hpp"

namespace test {

// Four subjects out of 10, one period "S1", bands A 9 … E 5, F 0, pass from 5.
inline programmes::Pack sample_pack() {
    programmes::Pack pack;
    pack.programme = "sample";
    pack.subjects = {{"a", {}}, {"b", {}}, {"c", {}}, {"d", {}}};
    pack.periods = {{"S1", {}}};
    pack.bands = {{"A", 900, {}}, {"B", 800, {}}, {"C", 700, {}},
                  {"D", 600, {}}, {"E", 500, {}}, {"F", 0, {}}};
    return pack;
}

// Marks of one period in the order of the pack's subjects, in hundredths.
inline assessment::Scores marks(const programmes::Pack& pack,
                                std::initializer_list<assessment::Hundredths> values,
                                const std::string& period = "S1") {
    assessment::Scores scores;
    std::size_t at = 0;
    for (const auto value : values)
        scores[{period, pack.subjects[at++].key}] = assessment::Score::of(value);
    return scores;
}

} // namespace test

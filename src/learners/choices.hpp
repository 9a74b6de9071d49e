// SPDX-License-Identifier: GPL-3.0-or-later
// What the learner's form offers where any text may stand: groups, languages, schooling, reasons, trades.
// resources/learners/choices.txt, a list with a version; what a clerk types instead is as good.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace learners {

struct Choice {
    std::string name_km;
    std::string name;
    // The Khmer spelling is from memory.
    bool unofficial = false;
};

// Of the field ("ethnicity", "home_language", "schooling", "leaving_reason", "occupation") in the order of
// the list; a field without a list has none.
const std::vector<Choice>& choices_for(std::string_view field);

// Those that hold what was typed, in either script and any spelling, those that begin with it first; all of
// them when nothing is typed.
std::vector<Choice> choices_like(std::string_view field, std::string_view typed);

} // namespace learners

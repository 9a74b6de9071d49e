// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a learner when the year ends, and what the programme's rules say about it.
#pragma once

#include "certificates/eligibility.hpp"

namespace rollover {

enum class Decision {
    promote,  // goes up a level
    repeat,   // stays at the level
    leave,    // is in no class of the programme next year
    complete, // has what the programme gives
};
std::string_view to_text(Decision decision);
std::optional<Decision> decision_from_text(std::string_view text);

// What stands above the class's level in its programme.
enum class Above {
    nothing,
    a_level,
    unknown, // the programme has several levels and the class none of them
};

struct Ruling {
    Decision decision = Decision::repeat;
    // Why nothing better: those of certificates::reasons_against but award.none; rollover.level-missing.
    std::vector<core::Error> reasons{};
};

// By the rule of promotion, then by the award rule; who passed a programme that gives no paper, or has
// nothing above, has completed it. Who left the class leaves.
Ruling rule(const certificates::Candidate& candidate, Above above);

} // namespace rollover

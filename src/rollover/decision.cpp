// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollover/decision.hpp"

#include "core/words.hpp"

namespace rollover {
namespace {

constexpr core::Words<Decision, 4> decisions{{"promote", "repeat", "leave", "complete"}};

bool goes_up(const assessment::Result& result) {
    return result.standing == assessment::Standing::promoted ||
           result.standing == assessment::Standing::passed_by_retest;
}

} // namespace

std::string_view to_text(Decision decision) {
    return decisions.text(decision);
}

std::optional<Decision> decision_from_text(std::string_view text) {
    return decisions.value(text);
}

Ruling rule(const certificates::Candidate& candidate, Above above) {
    if (!candidate.learner.enrolment.open()) return {Decision::leave, {candidate.reasons.front()}};
    std::vector<core::Error> reasons = candidate.reasons;
    const bool gives_no_paper =
        std::erase_if(reasons, [](const core::Error& reason) { return reason.code == "award.none"; }) > 0;
    const bool up = goes_up(candidate.result);
    if (up && above == Above::a_level) return {Decision::promote, {}};
    if (up && above == Above::unknown) return {Decision::repeat, {core::Error{"rollover.level-missing"}}};
    if (candidate.serial || reasons.empty() || (up && gives_no_paper)) return {Decision::complete, {}};
    return {Decision::repeat, std::move(reasons)};
}

} // namespace rollover

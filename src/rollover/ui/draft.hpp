// SPDX-License-Identifier: GPL-3.0-or-later
// What the steps of the roll-over's dialog share: the year as it was read, what the person chose, and the
// plan.
#pragma once

#include "rollover/plan.hpp"

#include <memory>

namespace rollover {

struct Draft {
    std::shared_ptr<const YearEnd> end{}; // nothing before it was read
    Choices choices{};
    Plan plan{};

    const YearClass& from(const Line& line) const { return end->classes[line.from]; }
    const certificates::Candidate& learner(const Line& line) const { return from(line).learners[line.at]; }
    // Nothing is changed where they cannot be: the errors of make_plan.
    core::Expected<void> choose(Choices chosen) {
        auto made = make_plan(*end, chosen);
        if (!made) return core::fail(made.error());
        choices = std::move(chosen);
        plan = *std::move(made);
        return {};
    }
};

} // namespace rollover

// SPDX-License-Identifier: GPL-3.0-or-later
// A registered learner as shown beside a form that may be about the same person.
#pragma once

#include "learners/learner_list.hpp"

namespace learners {

struct KnownLearner {
    LearnerRow learner;
    // Names of the classes the learner is in now, Khmer; where there are none, the class that a list named.
    std::vector<std::string> classes;
    std::optional<std::string> photo; // JPEG
};

// Nothing when the learner is gone.
std::optional<KnownLearner> find_known(const storage::Database& database, LearnerId id);

} // namespace learners

// SPDX-License-Identifier: GPL-3.0-or-later
// The classes a learner is and was in, with what came of each.
#pragma once

#include "assessment/results.hpp"
#include "classes/enrolment_store.hpp"

namespace history {

struct PastClass {
    classes::LearnerClass in;
    // Attendance over the enrolment; nothing while no day of it was taken.
    std::optional<core::Ratio> rate{};
    // Once every mark is there, or the class has closed; of who stayed to its end.
    std::optional<assessment::Result> result{};
    std::string average{}; // as the programme prints it; empty without one
};

// Newest first, without those entered by mistake.
std::vector<PastClass> past_classes(const storage::Database& database, learners::LearnerId learner);

} // namespace history

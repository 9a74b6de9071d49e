// SPDX-License-Identifier: GPL-3.0-or-later
// What making one learner of two asks of this room, beside repoint(); for identity/, which audits.
#pragma once

#include "classes/enrolment.hpp"
#include "storage/transaction.hpp"

#include <vector>

namespace classes {

// Enrolments of two records in one class that overlap, when the two turn out to be one person.
struct SharedEnrolment {
    ClassId in{};
    EnrolmentId kept{};
    EnrolmentId gone{};
};
// By class. One entered by mistake is none.
std::vector<SharedEnrolment> shared_enrolments(const storage::Database& database, learners::LearnerId kept,
                                               learners::LearnerId gone);

// Makes one of two that overlap: `kept` then covers the days of both and ends as the later of the two does;
// `gone` counts as entered by mistake. What hangs on them is for the rooms that hold it.
void join_enrolments(storage::Transaction& tx, EnrolmentId kept, EnrolmentId gone);

} // namespace classes

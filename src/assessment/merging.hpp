// SPDX-License-Identifier: GPL-3.0-or-later
// What making one learner of two asks of this room; scores are moved with write_score().
#pragma once

#include "assessment/results.hpp"
#include "classes/enrolment.hpp"
#include "storage/transaction.hpp"

namespace assessment {

// Takes back every score of an enrolment. The merge audits.
void erase_scores(storage::Transaction& tx, classes::EnrolmentId enrolment);

} // namespace assessment

// SPDX-License-Identifier: GPL-3.0-or-later
// What making one learner of two asks of this room; for identity/, which audits.
#pragma once

#include "learners/learner.hpp"
#include "storage/transaction.hpp"

namespace units {

// Gives one learner's recognitions and units from elsewhere to another.
void repoint(storage::Transaction& tx, learners::LearnerId from, learners::LearnerId to);

} // namespace units

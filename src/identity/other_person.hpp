// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs that a person looked at and found to be two people: they are never shown as look-alikes again.
#pragma once

#include "core/expected.hpp"
#include "learners/learner.hpp"
#include "storage/transaction.hpp"

#include <utility>

namespace identity {

// Remembers the decision, audited as "identity.other-person"; nothing is written when it was known. Errors:
// learner.unknown {text}; merge.same-record when both are one.
core::Expected<void> decide_other_person(storage::Transaction& tx, learners::LearnerId a,
                                         learners::LearnerId b);

// Every decided pair as the learners are known today: a record that was merged since counts for the one it
// became. The smaller id first, in order.
using DecidedPairs = std::vector<std::pair<learners::LearnerId, learners::LearnerId>>;
DecidedPairs load_other_persons(const storage::Database& database);

} // namespace identity

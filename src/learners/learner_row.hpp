// SPDX-License-Identifier: GPL-3.0-or-later
// How a learner stands in its row; only the learner store uses it.
#pragma once

#include "learners/learner.hpp"
#include "storage/change.hpp"
#include "storage/transaction.hpp"

namespace learners {

// The row and its identity numbers, under the learner's uid and number.
LearnerId insert_row(storage::Transaction& tx, const Learner& learner);

// All but id, uid, number and registered_at.
void update_row(storage::Transaction& tx, const Learner& learner);

std::optional<Learner> read_row(const storage::Database& database, LearnerId id);

// As the audit chain tells it, identity numbers as one field.
storage::Fields fields_of(const Learner& learner);

} // namespace learners

// SPDX-License-Identifier: GPL-3.0-or-later
// What making one learner of two asks of this room, beside repoint(); for identity/, which audits.
#pragma once

#include "learners/learner.hpp"
#include "storage/transaction.hpp"

namespace learners {

// The photo of `gone`, where there is one, in the place of the kept record's own. Before repoint(), which
// otherwise leaves the kept record its own.
void take_photo(storage::Transaction& tx, LearnerId gone, LearnerId kept);

// The last step: the row of `gone`, on which nothing hangs any more, goes. Its number and uid lead to `kept`
// from now on (find_by_number, find_by_uid) and are never given again, nor is its id, so that undoing finds
// the place free.
void merge_away(storage::Transaction& tx, LearnerId gone, LearnerId kept);

} // namespace learners

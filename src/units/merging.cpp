// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/merging.hpp"

namespace units {

void repoint(storage::Transaction& tx, learners::LearnerId from, learners::LearnerId to) {
    tx.run("UPDATE recognition SET learner_id = ?2 WHERE learner_id = ?1", from, to);
    tx.run("UPDATE outside_unit SET learner_id = ?2 WHERE learner_id = ?1", from, to);
}

} // namespace units

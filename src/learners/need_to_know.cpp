// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/need_to_know.hpp"

#include "learners/learner_store.hpp"

namespace learners {

bool is_need_to_know(std::string_view field) {
    return field.starts_with("wg_") || field == "washington" || field == "disability_text";
}

void unmask(storage::Transaction& tx, LearnerId id) {
    tx.audit("learner.unmask", "learner", load_learner(tx.database(), id).uid, "{}");
}

} // namespace learners

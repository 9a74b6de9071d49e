// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/told_scores.hpp"

#include "assessment/score_store.hpp"

namespace assessment {

void take_scores(storage::Transaction& tx, classes::EnrolmentId enrolment, const Scores& told) {
    if (load_scores(tx.database(), enrolment) == told) return;
    tx.run("DELETE FROM score WHERE enrolment_id = ?1", enrolment);
    for (const auto& [cell, score] : told)
        write_score(tx, enrolment, cell, score);
}

} // namespace assessment

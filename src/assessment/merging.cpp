// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/merging.hpp"

namespace assessment {

void erase_scores(storage::Transaction& tx, classes::EnrolmentId enrolment) {
    tx.run("DELETE FROM score WHERE enrolment_id = ?1", enrolment);
}

} // namespace assessment

// SPDX-License-Identifier: GPL-3.0-or-later
// The scores of an enrolment as another file of ours tells them.
#pragma once

#include "assessment/results.hpp"
#include "classes/enrolment.hpp"
#include "storage/transaction.hpp"

namespace assessment {

// Those and no others. The caller audits.
void take_scores(storage::Transaction& tx, classes::EnrolmentId enrolment, const Scores& told);

} // namespace assessment

// SPDX-License-Identifier: GPL-3.0-or-later
// Classes and enrolments as another file of ours tells them: a district's in an institution's file.
#pragma once

#include "classes/class.hpp"
#include "classes/enrolment.hpp"
#include "core/expected.hpp"
#include "storage/transaction.hpp"

namespace classes {

// By its uid, new or as it is told now; open or closed, for what comes after are steps of its award. The
// caller has looked (institution, educators and pack are here) and audits.
ClassId take_class(storage::Transaction& tx, const Class& told);

// By its uid, new or as it is told now, in the class and of the learner that are given. The caller audits.
// Error: period.locked where days that are shut would change.
core::Expected<EnrolmentId> take_enrolment(storage::Transaction& tx, const Enrolment& told);

} // namespace classes

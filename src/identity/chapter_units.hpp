// SPDX-License-Identifier: GPL-3.0-or-later
// The units that a chapter tells of: worked out of its classes, and those it says were recognised.
#pragma once

#include "identity/transfer_chapter.hpp"
#include "units/earned.hpp"

namespace identity {

// What the enrolment's figures say, as the rules of awards ask for it.
attendance::Attendance attended_of(const PastEnrolment& enrolment);

// In no order; each with the chapter's office. A chapter that was read or gathered.
std::vector<units::EarnedUnit> units_of(const Chapter& chapter);

} // namespace identity

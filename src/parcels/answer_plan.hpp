// SPDX-License-Identifier: GPL-3.0-or-later
// What an institution gives back, beside what the district has: its part of plan.hpp. Inside parcels only.
#pragma once

#include "parcels/plan.hpp"

namespace parcels {

std::vector<PlanRow> answer_rows(const storage::Database& database, const Parcel& parcel);

// "approve, return": what was done, in a word each.
std::string steps_text(const std::vector<certificates::ListStep>& steps);

} // namespace parcels

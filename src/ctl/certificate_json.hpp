// SPDX-License-Identifier: GPL-3.0-or-later
// Reasons and the units of an award as JSON.
#pragma once

#include "certificates/award_units.hpp"
#include "ctl/output.hpp"

#include <vector>

namespace ctl {

// {"code":…,"message":…} and each fact under its name.
Json reason_json(const core::Error& reason, Language language);

// What an award rests on; a unit that was recognised, or earned elsewhere, says so.
Json units_json(const std::vector<certificates::AwardUnit>& units);

} // namespace ctl

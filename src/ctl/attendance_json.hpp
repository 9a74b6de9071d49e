// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of attendance's lists and rates as JSON.
#pragma once

#include "attendance/follow_up.hpp"
#include "attendance/group_rates.hpp"
#include "ctl/output.hpp"

namespace ctl {

// {"from":…,"to":…}
Json period_json(attendance::Period period);

// Learners with id, number, name_km, name, sex and {"class":{"id":…,"name_km":…,"institution":…}}; then the
// figures.
Json json_of(const attendance::NotRecorded& one);
Json json_of(const attendance::LowRate& one);
Json json_of(const attendance::LongAbsence& one);
Json json_of(const attendance::OverLimit& one);

// {"key":…,"all":{"learners":…,"days_taken":…,…,"rate":"92.50"},"female":{…}}
Json group_json(const attendance::GroupRate& group);

} // namespace ctl

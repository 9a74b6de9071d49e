// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of rounds, boards, receipts and comparisons answer: the JSON forms, and the lines for a
// reader.
#pragma once

#include "ctl/output.hpp"
#include "returns/comparison.hpp"
#include "returns/decision.hpp"
#include "returns/status.hpp"

#include <string>
#include <vector>

namespace ctl {

// [{"kind":"month","layout":"month","due":10,"since":"2025-11-01"}]
Json rounds_json(const std::vector<returns::Round>& rounds);
// {"periods":…,"received":…,"built":…,"rounds":…,"own":…}
Json status_json(const returns::Status& status);
// {"period":…,"standing":…,"due":…,"version":…,"accepted_version":…,"decision":…,"correction":…}
Json own_json(const returns::OwnPeriod& own);
// {"office":…,"period":…,"version":…,"ruling":…,"number":…,"by":…,"at":…,"reason":…,"remarks":[…]}
Json decision_json(const returns::Decision& decision);
// [{"sheet":"figures","row":…,"column":…,"place":"តួលេខ D12","text":…}]
Json remarks_json(const std::vector<returns::Remark>& remarks);
// {"id":…,"last_version":{"id":…,"version":…},"last_period":…,"last_year":…,"neighbours":3,
//  "rows":[{"key":"learners","name":…,"total":{"value":"787","last-version":{"value":"786","difference":"+1"}…}}]}
Json comparison_json(const returns::Comparison& comparison);

// Each begins with a line's end.
std::string remark_lines(const std::vector<returns::Remark>& remarks);
std::string comparison_text(const returns::Comparison& comparison, const Output& out);

} // namespace ctl

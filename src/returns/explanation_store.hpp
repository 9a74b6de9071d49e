// SPDX-License-Identifier: GPL-3.0-or-later
// What the office wrote about the findings of a period: typed once, it goes into every version built after.
// The only writer of return_explanation.
#pragma once

#include "returns/findings.hpp"
#include "returns/return_period.hpp"
#include "storage/transaction.hpp"

#include <map>
#include <string>
#include <vector>

namespace returns {

// By the finding's key; those of findings that are gone too.
std::map<std::string, std::string> explanations_of(const storage::Database& database,
                                                   const std::string& period);

// Puts each explanation beside its finding.
void fill_explanations(const storage::Database& database, const std::string& period,
                       std::vector<Finding>& findings);

// `known` are the findings of the period as they stand now; an empty text takes the explanation back. Audited
// as "return.explain". Errors: finding.unknown {finding}; finding.not-to-explain {finding} for one that
// blocks or only hints; written.too-long {most}.
core::Expected<void> explain(storage::Transaction& tx, const ReturnPeriod& period,
                             const std::vector<Finding>& known, const std::string& finding,
                             const std::string& text);

} // namespace returns

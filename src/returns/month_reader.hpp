// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a return read back from its signed text.
#pragma once

#include "returns/month_return.hpp"

namespace returns {

// Programmes with their figures, all together, and the results; classes and findings are left out. `content`
// has the layout of a month. Errors: return.unreadable {sheet, row, column} for a value that is no such
// number.
core::Expected<MonthReturn> read_month(const Canonical& content);

// The findings that a return carries, with what was explained and signed.
struct ListedFinding {
    Finding finding;
    std::string row; // of the list of findings
};
std::vector<ListedFinding> listed_findings(const Canonical& content);

} // namespace returns

// SPDX-License-Identifier: GPL-3.0-or-later
// The content of a return read back from its signed text.
#pragma once

#include "returns/return_content.hpp"

namespace returns {

// Figures, tables, results, scores and certificates; classes, educators and findings are left out. `layout`
// is the one that the head names. Errors: return.unreadable {sheet, row, column} for a value that is no such
// number.
core::Expected<ReturnContent> read_content(const Canonical& content, const Layout& layout);

// The findings that a return carries, with what was explained.
struct ListedFinding {
    Finding finding;
    std::string row; // of the list of findings
};
std::vector<ListedFinding> listed_findings(const Canonical& content);

} // namespace returns

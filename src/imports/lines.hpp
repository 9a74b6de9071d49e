// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of a list are somebody's, and which are headings again, closing lines, signatures or blanks.
#pragma once

#include "imports/layout.hpp"

namespace imports {

enum class LineKind : std::uint8_t { learner, blank, heading_again, closing, other };

LineKind classify(const spreadsheet::Table& table, const Layout& layout, const spreadsheet::Row& row,
                  const Vocabulary& vocabulary);

// "បញ្ឈប់ត្រឹមចំនួន ១៨១ នាក់ ស្រី ៨៩ នាក់" says 181 and 89. Numbers that are not there are nothing.
struct ClosingLine {
    std::string cell;
    std::optional<std::int64_t> total;
    std::optional<std::int64_t> female;
};
ClosingLine read_closing(const spreadsheet::Row& row, const Vocabulary& vocabulary);

} // namespace imports

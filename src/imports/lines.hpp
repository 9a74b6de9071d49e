// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of a list are somebody's, and which are headings again, called days, closing lines, signatures
// or blanks.
#pragma once

#include "imports/layout.hpp"

namespace imports {

enum class LineKind : std::uint8_t { learner, blank, heading_again, called, closing, other };

// The rows below the headings, asked from top to bottom: what stands under a signature is a signer's name.
class Lines {
  public:
    Lines(const spreadsheet::Table& table, const Layout& layout, const Vocabulary& vocabulary,
          Kind kind = Kind::learners);

    LineKind next(const spreadsheet::Row& row);

  private:
    LineKind classify(const spreadsheet::Row& row, bool proven) const;
    bool proves_somebody(const spreadsheet::Row& row) const;
    bool is_signature(const spreadsheet::Row& row) const;
    bool repeats_headings(const spreadsheet::Row& row) const;
    bool is_name_alone(const spreadsheet::Row& row) const;

    const spreadsheet::Table& m_table;
    const Layout& m_layout;
    const Vocabulary& m_vocabulary;
    Kind m_kind;
    bool m_signed = false;
    // Past the last row that was somebody's.
    std::uint32_t m_next_row = 0;
};

// Whom a closing line counts, or the rows themselves.
struct HeadCount {
    std::int64_t total = 0;
    std::int64_t female = 0;
    void add(bool is_female);
};

// "បញ្ឈប់ត្រឹមចំនួន ១៨១ នាក់ ស្រី ៨៩ នាក់" says 181 and 89. Numbers that are not there are nothing.
struct ClosingLine {
    std::string cell;
    std::optional<std::int64_t> total;
    std::optional<std::int64_t> female;
    std::optional<std::int64_t> male;

    bool says_anything() const { return total || female || male; }
    bool agrees_with(const HeadCount& counted) const;
};
ClosingLine read_closing(const spreadsheet::Row& row, const Layout& layout, const Vocabulary& vocabulary);

} // namespace imports

// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a list, read field by field; every reader keeps the first reason to refuse and all findings.
#pragma once

#include "imports/layout.hpp"
#include "imports/outcome.hpp"

#include <map>

namespace imports {

// Spaces and zero-width spaces at the ends gone, runs of spaces made one; letters stay as typed.
std::string tidy_text(std::string_view text);

// What stands once for the rows it is merged over: a village, a commune, a class.
class SharedCells {
  public:
    SharedCells(const spreadsheet::Table& table, const Layout& layout);
    // The cell whose text also counts in this row, or nothing.
    const spreadsheet::Cell* find(std::uint32_t row, std::uint32_t column) const;

  private:
    struct Span {
        std::uint32_t last_row = 0;
        const spreadsheet::Cell* cell = nullptr;
    };
    // By column and first row.
    std::map<std::pair<std::uint32_t, std::uint32_t>, Span> m_spans;
};

class RowCells {
  public:
    RowCells(const spreadsheet::Row& row, const Layout& layout, const SharedCells& shared,
             spreadsheet::DateSystem dates);

    const Layout& layout() const { return m_layout; }
    bool has(Field field) const { return m_layout.has(field); }
    const spreadsheet::Cell* cell(Field field) const;
    std::string name_of(Field field) const; // "E28", or of the name column where the field has none
    std::string name_of(std::uint32_t column) const;

    bool is_formula(std::uint32_t column) const;
    // Tidied; empty when there is no such column or cell. A formula or an error value refuses the row.
    std::string text(Field field);
    std::string text(std::uint32_t column);
    // The same, and empty where the cell only says that nothing is known: "-", គ្មាន, N/A.
    std::string known_text(Field field);
    // What a person sees there, also where a formula gave it; empty for an error value. Refuses nothing.
    std::string shown(Field field) const;
    // All columns of a field that may repeat, joined by ", ".
    std::string joined(Field field);
    // A birth date and the like. Refuses the row when it cannot be read.
    std::optional<core::PartialDate> date(Field field, core::Day latest);

    void refuse(std::string code, std::string cell) { refuse(core::Error{std::move(code)}, std::move(cell)); }
    void refuse(core::Error error, std::string cell);
    void review(core::Error error, std::string cell);
    void find(core::Error error, std::string cell);

    // The verdict so far: of the refusals the one whose cell stands first in the row, else so of the reasons
    // to review, else accept with its first finding. A reason to review behind another is a finding.
    RowOutcome outcome() const;
    bool refused() const { return !m_refused.empty(); }

  private:
    const spreadsheet::Cell* cell_in(std::uint32_t column) const;

    const spreadsheet::Row& m_row;
    const Layout& m_layout;
    const SharedCells& m_shared;
    spreadsheet::DateSystem m_dates;
    std::vector<core::Error> m_refused;
    std::vector<core::Error> m_review;
    std::vector<core::Error> m_findings;
};

} // namespace imports

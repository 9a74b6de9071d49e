// SPDX-License-Identifier: GPL-3.0-or-later
// A whole sheet in memory: its rows that hold something, and what the sheet says about rows and columns.
#pragma once

#include "spreadsheet/cell.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace spreadsheet {

class MemoryBudget;

// What a sheet says beside its cells.
struct SheetFacts {
    std::vector<Range> merged;
    struct Columns {
        std::uint32_t first = 0, last = 0;
        friend bool operator==(const Columns&, const Columns&) = default;
    };
    std::vector<Columns> hidden_columns;
    std::uint32_t rows = 0;    // one past the last row that holds something
    std::uint32_t columns = 0; // one past the last column that holds something

    bool column_hidden(std::uint32_t column) const;
    // The merged range this cell lies in, or nothing. Its value stands in the first cell.
    const Range* merged_at(CellRef cell) const;
};

class Table {
  public:
    explicit Table(std::shared_ptr<MemoryBudget> budget);
    ~Table();
    Table(Table&&) noexcept;
    Table& operator=(Table&&) noexcept;
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;

    // Rows that hold something, by rising index.
    std::size_t size() const;
    Row row(std::size_t nth) const;
    // Nothing when the cell is empty.
    const Cell* find(std::uint32_t row, std::uint32_t column) const;
    // "" when the cell is empty.
    std::string_view text(std::uint32_t row, std::uint32_t column) const;

    const SheetFacts& facts() const { return m_facts; }

    // For the reader: copies the row's text.
    void append(const Row& row);
    void set_facts(SheetFacts facts) { m_facts = std::move(facts); }

  private:
    struct Store;
    std::unique_ptr<Store> m_store;
    SheetFacts m_facts;
};

} // namespace spreadsheet

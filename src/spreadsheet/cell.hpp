// SPDX-License-Identifier: GPL-3.0-or-later
// Cells, rows and their names: what reading hands over and writing is told. Rows and columns count from 0; a
// name ("E28") is how people say them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace spreadsheet {

enum class CellKind : std::uint8_t { empty, text, number, boolean, error };

// A cell as the file holds it. `text` is a view that lives as long as the row or table it came with:
//   text     the characters, rich text joined, reading aids (phonetic runs) left out
//   number   the decimal exactly as written, which may be "8.3000000000000007" or "1.2E+11": see decimal.hpp
//   boolean  "TRUE" or "FALSE"
//   error    "#N/A", "#DIV/0!" …
struct Cell {
    std::string_view text;
    std::uint32_t column = 0;
    CellKind kind = CellKind::empty;
    bool date = false; // a number whose style shows a date or a time: see serial_date.hpp
    bool formula =
        false; // `text` is what the formula gave when the file was saved; empty when nothing was kept
    friend bool operator==(const Cell&, const Cell&) = default;
};

// The non-empty cells of a row, by rising column.
struct Row {
    std::uint32_t index = 0;
    bool hidden = false;
    std::span<const Cell> cells;

    // Nothing when that cell is empty.
    const Cell* find(std::uint32_t column) const;
};

struct CellRef {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    friend auto operator<=>(const CellRef&, const CellRef&) = default;
};

// Both corners belong to it.
struct Range {
    CellRef first;
    CellRef last;
    bool contains(CellRef cell) const {
        return cell.row >= first.row && cell.row <= last.row && cell.column >= first.column &&
               cell.column <= last.column;
    }
    friend bool operator==(const Range&, const Range&) = default;
};

// column_name(0) is "A", column_name(16383) "XFD"; cell_name(27, 4) is "E28".
std::string column_name(std::uint32_t column);
std::string cell_name(std::uint32_t row, std::uint32_t column);
inline std::string cell_name(CellRef cell) {
    return cell_name(cell.row, cell.column);
}
// "A1:C3"; one cell alone is "A1".
std::string range_name(const Range& range);

// Strict: capital letters, no $, no leading zero, inside a worksheet; anything else is nothing.
std::optional<CellRef> parse_cell(std::string_view name);
std::optional<Range> parse_range(std::string_view name);

} // namespace spreadsheet

// SPDX-License-Identifier: GPL-3.0-or-later
// A row as it stood in its file, kept so that it can be judged again, shown, or handed back for mending.
#pragma once

#include "spreadsheet/cell.hpp"
#include "spreadsheet/serial_date.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace imports {

struct KeptCell {
    std::string text;
    std::uint32_t column = 0;
    spreadsheet::CellKind kind = spreadsheet::CellKind::text;
    bool date = false;
    bool formula = false;
    friend bool operator==(const KeptCell&, const KeptCell&) = default;
};

// The cells that hold something, by rising column.
using KeptCells = std::vector<KeptCell>;

KeptCells keep(const spreadsheet::Row& row);

// For spreadsheet::Row; the views live as long as `kept`.
std::vector<spreadsheet::Cell> cells_of(const KeptCells& kept);

// JSON: [[0,"សុខ ធារី"],[3,"36526","n","d"]]. What a program before this one kept is read too: an array of
// texts, one a column.
std::string to_json(const KeptCells& cells);
KeptCells cells_from_json(std::string_view json);

// As a person would write the cell again: a day as ISO text, a number without its exponent. What a formula
// gave is not what anybody typed: it stays marked as one.
std::string as_typed(const KeptCell& cell, spreadsheet::DateSystem dates);

} // namespace imports

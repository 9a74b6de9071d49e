// SPDX-License-Identifier: GPL-3.0-or-later
// A block of cells as spreadsheets put it on the clipboard: rows apart by line ends, cells by tabs, a cell
// with a line end or a quote in it between quotes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace core {

using CellBlock = std::vector<std::vector<std::string>>;

// UTF-8. The line end after the last row makes no row of its own.
CellBlock read_cells(std::string_view text);
// What read_cells reads back.
std::string cells_text(const CellBlock& block);

} // namespace core

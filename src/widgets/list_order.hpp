// SPDX-License-Identifier: GPL-3.0-or-later
// The order of a list by what one of its columns shows: days by the calendar, figures by their size, words as
// the Khmer dictionary has them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace widgets {

// What a column's cells are, by how all of them read.
enum class CellKind {
    text,
    number, // 12, 1,234.50, -3, 72.5%, 4 / 30 by its first
    day,    // 17/12/2025, with a time behind it or not; 12/2004, 2004 and ~2004 beside whole days
};
CellKind kind_of_cells(const std::vector<std::string>& cells);

// The rows as they are to stand: order[0] is the first. Rows that show the same stay as they were; those that
// show nothing, or only a dash, stand last whichever way. In texts a number counts by its size: "Class 2"
// comes before "Class 10".
std::vector<std::size_t> order_of_cells(const std::vector<std::string>& cells, bool ascending);

// A figure as a workbook wants it, "1234.5" of "1,234.5"; empty for what is none, and for what would lose a
// leading zero.
std::string plain_figure(std::string_view shown);
// "2025-12-17" of "17/12/2025"; empty for what is no whole day.
std::string iso_day(std::string_view shown);

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/cell.hpp"

#include "spreadsheet/limits.hpp"

#include <algorithm>

namespace spreadsheet {

const Cell* Row::find(std::uint32_t column) const {
    const auto at = std::ranges::lower_bound(cells, column, {}, &Cell::column);
    return at != cells.end() && at->column == column ? &*at : nullptr;
}

std::string column_name(std::uint32_t column) {
    std::string letters;
    for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

std::string cell_name(std::uint32_t row, std::uint32_t column) {
    return column_name(column) + std::to_string(row + 1);
}

std::string range_name(const Range& range) {
    if (range.first == range.last) return cell_name(range.first);
    return cell_name(range.first) + ':' + cell_name(range.last);
}

std::optional<CellRef> parse_cell(std::string_view name) {
    std::size_t at = 0;
    std::uint32_t column = 0;
    // Three letters and seven digits are the most a worksheet has: no sum below can overflow.
    while (at < name.size() && at < 4 && name[at] >= 'A' && name[at] <= 'Z')
        column = column * 26 + static_cast<std::uint32_t>(name[at++] - 'A' + 1);
    const std::size_t digits = name.size() - at;
    if (at == 0 || at > 3 || column > sheet_columns || digits == 0 || digits > 7 || name[at] == '0')
        return {};
    std::uint32_t row = 0;
    for (; at < name.size(); ++at) {
        if (name[at] < '0' || name[at] > '9') return {};
        row = row * 10 + static_cast<std::uint32_t>(name[at] - '0');
    }
    if (row > sheet_rows) return {};
    return CellRef{row - 1, column - 1};
}

std::optional<Range> parse_range(std::string_view name) {
    const std::size_t colon = name.find(':');
    const auto first = parse_cell(name.substr(0, colon));
    const auto last = colon == std::string_view::npos ? first : parse_cell(name.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) return {};
    return Range{*first, *last};
}

} // namespace spreadsheet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/called_row.hpp"

#include <algorithm>

namespace imports {

bool is_called_row(const Vocabulary& vocabulary, const spreadsheet::Row& row) {
    const auto first = std::find_if(row.cells.begin(), row.cells.end(), [](const spreadsheet::Cell& cell) {
        return !word_key(cell.text).empty();
    });
    return first != row.cells.end() && vocabulary.begins_with("called", "line", first->text);
}

void take_in_called(const spreadsheet::Table& table, Kind kind, const Vocabulary& vocabulary,
                    Layout& layout) {
    if (kind != Kind::attendance || !layout.header_row) return;
    for (std::size_t nth = 0; nth < table.size(); ++nth) {
        const spreadsheet::Row row = table.row(nth);
        if (row.index != layout.first_row) continue;
        if (is_called_row(vocabulary, row)) ++layout.first_row;
        return;
    }
}

} // namespace imports

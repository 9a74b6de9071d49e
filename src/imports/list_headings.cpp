// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/list_headings.hpp"

#include "imports/row_cells.hpp"

#include <algorithm>

namespace imports {

std::vector<std::string> title_lines(const FoundSheet& found) {
    std::vector<std::string> lines;
    for (std::size_t nth = 0; found.layout.header_row && nth < found.table.size(); ++nth) {
        const spreadsheet::Row row = found.table.row(nth);
        if (row.index >= *found.layout.header_row) break;
        std::string line;
        for (const spreadsheet::Cell& cell : row.cells)
            if (const auto text = tidy_text(cell.text); !text.empty())
                line += (line.empty() ? "" : " ") + text;
        if (!line.empty()) lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::string> list_headings(const FoundSheet& found, Kind kind, const Vocabulary& vocabulary,
                                       spreadsheet::DateSystem dates) {
    std::vector<std::string> headings(found.table.facts().columns);
    if (found.layout.header_row)
        for (std::uint32_t column = 0; column < headings.size(); ++column)
            for (std::uint32_t row = *found.layout.header_row; row < found.layout.first_row; ++row)
                if (const auto text = tidy_text(heading_at(found.table, {row, column}, dates)); !text.empty())
                    headings[column] += (headings[column].empty() ? "" : " ") + text;
    for (const Column& column : found.layout.columns) {
        // An afternoon in which nobody was ever absent has no cells at all.
        headings.resize(std::max<std::size_t>(headings.size(), column.column + 1));
        const std::string_view printed = vocabulary.printed(kind, column.field);
        if (!printed.empty() && vocabulary.heading(kind, headings[column.column]) != column.field)
            headings[column.column] = printed;
        if (column.part != Column::Part::whole)
            headings[column.column] =
                std::to_string(column.index) + (column.part == Column::Part::morning ? " ព្រឹក" : " ល្ងាច");
    }
    return headings;
}

} // namespace imports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rejects.hpp"

#include "core/date.hpp"
#include "spreadsheet/decimal.hpp"
#include "spreadsheet/writer.hpp"

#include <algorithm>

namespace imports {
namespace {

using spreadsheet::CellKind;
using spreadsheet::SheetWriter;
using spreadsheet::Style;

// The reasons take the first column; the list moves one to the right.
constexpr std::uint32_t moved = 1;
constexpr std::size_t digits_of_a_number = 15;

void write_cell(SheetWriter& sheet, std::uint32_t row, const KeptCell& cell, spreadsheet::DateSystem dates,
                Style style) {
    const std::string typed = as_typed(cell, dates);
    const std::uint32_t column = cell.column + moved;
    if (cell.kind == CellKind::number && !cell.formula) {
        if (const auto day = cell.date ? core::day_from_iso(typed) : std::nullopt)
            return sheet.date(row, column, *day);
        // A workbook's numbers have 15 digits; what is longer stays whole as a text.
        if (typed.size() <= digits_of_a_number && spreadsheet::plain_decimal(typed))
            return sheet.number(row, column, typed);
    }
    sheet.text(row, column, typed, style);
}

std::uint32_t width_of(const Outcome& outcome) {
    std::uint32_t columns = 1;
    const auto widen = [&](const KeptCells& cells) {
        if (!cells.empty()) columns = std::max(columns, cells.back().column + 1);
    };
    for (const ListHead::Line& line : outcome.head.lines)
        widen(line.cells);
    for (const RowOutcome& row : outcome.rows)
        widen(row.cells);
    return columns + moved;
}

// A list that had no headings gets some, so that it is read again as it was.
void write_own_headings(SheetWriter& sheet, const ListHead& head, const std::string& why) {
    sheet.text(head.layout.first_row, 0, why, Style::heading);
    for (const Column& column : head.layout.columns)
        sheet.text(head.layout.first_row, column.column + moved, to_text(column.field), Style::heading);
}

// The lines above the list as they stood, their merged cells merged.
void write_head(SheetWriter& sheet, const ListHead& head, const std::string& why) {
    const std::uint32_t headings = head.layout.header_row.value_or(head.layout.first_row);
    for (const ListHead::Line& line : head.lines) {
        const bool heading = line.row >= headings;
        if (line.row == headings) sheet.text(line.row, 0, why, Style::heading);
        for (const KeptCell& cell : line.cells) {
            const auto range =
                std::find_if(head.merged.begin(), head.merged.end(), [&](const spreadsheet::Range& merged) {
                    return merged.first == spreadsheet::CellRef{line.row, cell.column};
                });
            const Style style = heading ? Style::heading : Style::plain;
            if (range == head.merged.end() || range->first == range->last) {
                write_cell(sheet, line.row, cell, head.dates, style);
                continue;
            }
            spreadsheet::Range there = *range;
            there.first.column += moved;
            there.last.column += moved;
            sheet.merge(there, as_typed(cell, head.dates), style);
        }
    }
}

} // namespace

void write_rejects(const std::filesystem::path& path, const Outcome& outcome, const RejectWords& words,
                   core::Moment now) {
    spreadsheet::WorkbookWriter workbook{path, {outcome.file, "", now}};
    SheetWriter& sheet = workbook.add_sheet(spreadsheet::sheet_name(outcome.sheet));
    const std::uint32_t columns = width_of(outcome);
    sheet.columns(0, 0, 44);
    sheet.columns(moved, columns - 1, 16);
    write_head(sheet, outcome.head, words.heading);
    std::uint32_t row = outcome.head.layout.first_row;
    if (!outcome.head.layout.header_row) {
        write_own_headings(sheet, outcome.head, words.heading);
        ++row;
    }
    sheet.freeze(row, 1);
    for (const RowOutcome& refused : outcome.rows) {
        if (refused.verdict != Verdict::refuse) continue;
        sheet.text(row, 0, words.why(refused.reason), Style::wrapped);
        for (const KeptCell& cell : refused.cells)
            write_cell(sheet, row, cell, outcome.head.dates, Style::text);
        ++row;
    }
    sheet.print({.landscape = true});
    workbook.publish();
}

} // namespace imports

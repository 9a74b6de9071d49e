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

std::string own_heading(const Vocabulary& vocabulary, Kind kind, const Column& column) {
    if (column.field == Field::day) {
        const std::string day = std::to_string(column.index);
        if (column.part == Part::whole) return day;
        return day + (column.part == Part::morning ? " ព្រឹក" : " ល្ងាច");
    }
    const std::string_view printed = vocabulary.printed(kind, column.field);
    return std::string{printed.empty() ? to_text(column.field) : printed};
}

// A list that had no headings gets some, so that it is read again as it was.
void write_own_headings(SheetWriter& sheet, const Outcome& outcome, const ListHead& head,
                        const std::string& why) {
    const Vocabulary vocabulary;
    sheet.text(head.layout.first_row, 0, why, Style::heading);
    for (const Column& column : head.layout.columns)
        sheet.text(head.layout.first_row, column.column + moved,
                   own_heading(vocabulary, outcome.kind, column), Style::heading);
}

// A column that was known by what stands below its heading, when few rows are handed back, is headed in our
// own words; not where the layout is remembered by the headings it has.
void head_by_content(ListHead& head, Kind kind) {
    const bool one_row = head.layout.header_row && head.layout.first_row == *head.layout.header_row + 1;
    if (!one_row || head.remembered || head.lines.empty()) return;
    KeptCells& headings = head.lines.back().cells;
    const Vocabulary vocabulary;
    for (const Column& column : head.layout.columns) {
        const auto merged =
            std::any_of(head.merged.begin(), head.merged.end(), [&](const spreadsheet::Range& r) {
                return r.last.row >= *head.layout.header_row && r.first.column <= column.column &&
                       column.column <= r.last.column;
            });
        const std::string_view printed = vocabulary.printed(kind, column.field);
        if (merged || printed.empty()) continue;
        auto cell = std::lower_bound(headings.begin(), headings.end(), column.column,
                                     [](const KeptCell& c, std::uint32_t at) { return c.column < at; });
        if (cell == headings.end() || cell->column != column.column)
            cell = headings.insert(cell, KeptCell{{}, column.column});
        if (vocabulary.heading(kind, cell->text) != column.field) cell->text = printed;
    }
}

// The lists that say their class and their month or period above their headings, or in their name alone.
bool is_of_class(Kind kind) {
    return kind == Kind::attendance || kind == Kind::scores;
}

std::uint32_t headings_row(const ListHead& head) {
    return head.layout.header_row.value_or(head.layout.first_row);
}

void move_down(ListHead& head) {
    for (ListHead::Line& line : head.lines)
        ++line.row;
    for (spreadsheet::Range& range : head.merged) {
        ++range.first.row;
        ++range.last.row;
    }
    if (head.layout.header_row) ++*head.layout.header_row;
    ++head.layout.first_row;
}

// Of a sheet of ours the refused rows are a part: those that are not among them are not missing.
void forget_roll(ListHead& head) {
    for (ListHead::Line& line : head.lines)
        for (KeptCell& cell : line.cells) {
            if (!sheets::is_key(cell.text)) continue;
            auto key = sheets::read_key(cell.text);
            if (!key) continue;
            key->roll.clear();
            cell.text = sheets::to_text(*key);
        }
}

bool is_key_row(const ListHead::Line& line) {
    return std::any_of(line.cells.begin(), line.cells.end(),
                       [](const KeptCell& cell) { return sheets::is_key(cell.text); });
}

ListHead head_to_write(const Outcome& outcome) {
    ListHead head = outcome.head;
    forget_roll(head);
    head_by_content(head, outcome.kind);
    if (is_of_class(outcome.kind) && headings_row(head) == 0) move_down(head);
    return head;
}

// The lines above the list as they stood, their merged cells merged.
void write_head(SheetWriter& sheet, const ListHead& head, const std::string& why) {
    const std::uint32_t headings = headings_row(head);
    for (const ListHead::Line& line : head.lines) {
        const bool heading = line.row >= headings;
        if (is_key_row(line)) sheet.row(line.row, 0, true);
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
    const ListHead head = head_to_write(outcome);
    const bool keyed = std::any_of(head.lines.begin(), head.lines.end(), is_key_row);
    if (is_of_class(outcome.kind) && !keyed) sheet.text(0, 0, outcome.file);
    write_head(sheet, head, words.heading);
    std::uint32_t row = head.layout.first_row;
    if (!head.layout.header_row) {
        write_own_headings(sheet, outcome, head, words.heading);
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

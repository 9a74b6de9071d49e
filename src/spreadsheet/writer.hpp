// SPDX-License-Identifier: GPL-3.0-or-later
// Writing an .xlsx workbook that a person can read and print: cells by value, looks by meaning. Rows go down
// in order and are streamed to disk, so memory does not grow with them; the same input gives the same bytes.
// There are no formulas here: whatever a text begins with, it stays a text.
#pragma once

#include "core/chart.hpp"
#include "core/clock.hpp"
#include "spreadsheet/cell.hpp"
#include "spreadsheet/sheet_extras.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace spreadsheet {

// What a cell is, from which its font, border and number format follow. Khmer OS Battambang, titles in Khmer
// OS Muol Light.
enum class Style : std::uint8_t {
    plain,          // a line of text outside any table
    title,          // centred, Muol Light
    subtitle,       // centred
    heading,        // of a column: bold, shaded, wrapped
    text,           // in a table, as are the next ones
    wrapped,        // text of several lines
    centred,        // short text: a code, a mark, M or F
    number,         // as it is
    count,          // 1,234
    decimal2,       // 12.50
    percent,        // 72.50 shown as 72.50%: the value is in percents
    date,           // 17/12/2025
    total,          // a figure of a closing line, bold
    total_text,     // its words
    total_decimal2, // its 12.50
    answer,         // to be filled in; stays open on a protected sheet
    entry,          // the same on a form that is printed: text, without a colour
    mark,           // the same: a letter or a number in the middle of a narrow cell
    shut,           // grey, where nothing is to be filled in
    note,           // small, grey, wrapped
    key,            // what a program reads in a hidden row or column
};

// Made by WorkbookWriter::add_sheet. One row after the other; within a row columns come in any order. To go
// back to an earlier row, or outside a worksheet, is our bug and throws std::logic_error.
class SheetWriter {
  public:
    ~SheetWriter();
    SheetWriter(const SheetWriter&) = delete;
    SheetWriter& operator=(const SheetWriter&) = delete;

    // UTF-8 of at most 32,767 characters; more throws WorldFailure file.write.
    void text(std::uint32_t row, std::uint32_t column, std::string_view text, Style style = Style::text);
    // `decimal` is decimal text; at most 4 decimals and 15 digits of it are written.
    void number(std::uint32_t row, std::uint32_t column, std::string_view decimal,
                Style style = Style::number);
    void number(std::uint32_t row, std::uint32_t column, std::int64_t value, Style style = Style::number);
    void date(std::uint32_t row, std::uint32_t column, core::Day day, Style style = Style::date);
    void blank(std::uint32_t row, std::uint32_t column, Style style = Style::text);
    // Merged cells with a text in them, over any number of rows: called in the range's first row, and its
    // other cells are left alone.
    void merge(const Range& range, std::string_view words, Style style);
    // Before that row's cells. A height of 0 leaves it to the program that shows it.
    void row(std::uint32_t row, double height_points, bool hidden = false);

    // A remark on a cell, shown when it is pointed at. The cell itself stays as it is.
    void remark(std::uint32_t row, std::uint32_t column, std::string_view text);

    // These hold for the sheet and may be called at any time.
    void columns(std::uint32_t first, std::uint32_t last, double width_characters, bool hidden = false);
    // That many rows above and columns to the left stay in sight.
    void freeze(std::uint32_t rows, std::uint32_t columns = 0);
    void autofilter(const Range& range);
    void print(const PrintSetup& setup);
    void hide();
    // Only cells of the styles answer, entry and mark can be typed in. No password: it guards against slips,
    // not against people.
    void protect();
    void offer(const Choices& choices);
    void allow(const NumberRule& allowed);
    void allow(const TextRule& allowed);
    void highlight(const Highlight& highlight);
    // Excel's own chart of that description. Its values must stand in the cells, as many as it has
    // categories; else std::logic_error. The line to reach and a pyramid's two sides are for paper and the
    // screen: Excel draws the same as bars side by side.
    void chart(const core::Chart& chart, const ChartCells& cells);

  private:
    struct Impl;
    friend class WorkbookWriter;
    explicit SheetWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

struct Properties {
    std::string title;
    std::string author; // the office
    core::Moment created;
};

// Writes NAME.part beside the target; the target itself changes only by publish(), in one step. Dropped
// before that, it leaves nothing behind. A failure of the disk throws WorldFailure file.write (fact why:
// no-folder, no-space, denied, in-use, failed). A full disk may pass unseen while rows are streamed: read the
// file again before publishing it.
class WorkbookWriter {
  public:
    WorkbookWriter(std::filesystem::path target, const Properties& properties);
    ~WorkbookWriter();
    WorkbookWriter(const WorkbookWriter&) = delete;
    WorkbookWriter& operator=(const WorkbookWriter&) = delete;

    // A name that sheet_name() gives, unlike the others whatever the case of letters; else std::logic_error.
    // The reference stays good as long as the writer.
    SheetWriter& add_sheet(std::string_view name);

    // The file is whole afterwards and lies at the path given back, to be read again before it is published.
    std::filesystem::path close();
    // Puts it at the target, in place of what stood there. Closes it first if that was not done.
    void publish();

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// A sheet may have this name: at most 31 characters of `text` without []:*?/\ and control characters, not
// begun or ended by an apostrophe or space; "Sheet" when nothing is left.
std::string sheet_name(std::string_view text);

} // namespace spreadsheet

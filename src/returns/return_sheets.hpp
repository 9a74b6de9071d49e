// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets of a return one by one, and what they and the province's workbook write alike.
#pragma once

#include "returns/return_words.hpp"
#include "returns/return_workbook.hpp"

#include <string>
#include <utility>
#include <vector>

namespace returns {

// Those that no layout says.
namespace sheet_names {
inline constexpr std::string_view cover = "ទំព័រមុខ";
inline constexpr std::string_view declared = "តួលេខប្រកាស";
inline constexpr std::string_view findings = "ការពិនិត្យ";
inline constexpr std::string_view changes = "ការកែប្រែ";
} // namespace sheet_names

// A column of a list: its key, its heading in both languages and its width. It owns its words: a grade's
// letter comes from what the classes hold, not from a literal.
struct ListColumn {
    ListColumn(std::string its_key, const words::Label& label, double its_width = 10)
        : key(std::move(its_key))
        , heading(label.both())
        , width(its_width) {}
    // Headed by words of a layout or a pack.
    static ListColumn named(std::string its_key, const Wording& words, double its_width) {
        ListColumn column(std::move(its_key), {}, its_width);
        column.heading = words::both(words);
        return column;
    }

    std::string key;
    std::string heading;
    double width;
};

std::vector<std::string> keys_of(const std::vector<ListColumn>& columns);

// Total and female of the learners, of each result and of each grade.
void add_result_columns(std::vector<ListColumn>& columns, const std::vector<std::string>& letters);

// Widths, the title over the whole list, and its headings; what follows stays in sight below them.
void begin_list(SignedSheet& sheet, const std::vector<ListColumn>& columns, const std::string& title_km,
                const std::string& title_en);
// Filter buttons on the headings (`heading_row` as the sheet counts) down to the current row.
void filter_list(SignedSheet& sheet, std::uint32_t heading_row, std::size_t columns);
// Colours the values of a list's column, down to the current row, that are above or below a plain decimal.
void warn_where(SignedSheet& sheet, std::uint32_t column, spreadsheet::Highlight::When when,
                std::string value);
// The row where begin_list puts the headings.
inline constexpr std::uint32_t list_heading_row = 3;

// A4 with the office and the period above and what it is below.
// Once all rows are written, and skipped that a chart lies over: they are what is printed.
void set_up_print(SignedSheet& sheet, const ReturnHead& head, bool landscape, std::uint32_t repeat_last);

// A number of people, or "<5" in the place of a hidden one.
void write_count(SignedSheet& sheet, std::uint32_t column, int people,
                 spreadsheet::Style style = spreadsheet::Style::count);
// Total and female side by side.
void write_pair(SignedSheet& sheet, std::uint32_t column, const Count& count,
                spreadsheet::Style style = spreadsheet::Style::count);
// What a figure counts, total at `column` and women beside it.
void write_value(SignedSheet& sheet, std::uint32_t column, const Figure& figure, const Figures& figures,
                 spreadsheet::Style style);
// A rate in percents, or a blank.
void write_rate(SignedSheet& sheet, std::uint32_t column, const std::string& percent);

// What an official page begins with, over `columns` columns: kingdom and motto, the lines of the office, the
// title in both languages, the mark of a sample.
void begin_cover(SignedSheet& sheet, const ReturnHead& head, const Letterhead& letterhead,
                 const std::string& title_km, const std::string& title_en, std::uint32_t columns);
// Room for two signatures, each with its own date.
void write_signatures(SignedSheet& sheet, const Letterhead& letterhead, std::string_view left_line,
                      std::string_view left_role, std::string_view right_line, std::uint32_t columns);
void write_note(SignedSheet& sheet, std::uint32_t columns);

// A title with the period behind it, in Khmer and in English.
std::string titled_km(const SheetPlan& plan, const ReturnPeriod& period);
std::string titled_en(const SheetPlan& plan, const ReturnPeriod& period);

// Each as the layout has it.
void write_cover(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                 const ReturnSheets& sheets);
void write_figures(SignedWorkbook& workbook, const ReturnHead& head, const FilledSheet& filled,
                   const ReturnPeriod& period);
void write_table(SignedWorkbook& workbook, const ReturnHead& head, const FilledSheet& filled,
                 const ReturnPeriod& period);
void write_classes(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                   const ReturnContent& content);
void write_results(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                   const ReturnContent& content);
void write_certificates(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                        const ReturnContent& content);
void write_educators(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                     const ReturnContent& content);
void write_scores(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                  const ReturnContent& content);
void write_learners(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                    const ReturnSheets& sheets);
void write_nominal_roll(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                        const ReturnSheets& sheets);
// Not of a layout: at the end of every return that has any.
void write_declared(SignedWorkbook& workbook, const ReturnHead& head, const ReturnContent& content);
void write_months(SignedWorkbook& workbook, const ReturnHead& head, const ReturnContent& content);
void write_findings(SignedWorkbook& workbook, const ReturnHead& head, const ReturnContent& content);
void write_changes(SignedWorkbook& workbook, const ReturnHead& head, const std::vector<Change>& changes);

} // namespace returns

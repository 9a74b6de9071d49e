// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/simple_table.hpp"

#include "core/date.hpp"
#include "spreadsheet/decimal.hpp"

#include <algorithm>

namespace spreadsheet {
namespace {

void write_value(SheetWriter& sheet, CellRef at, const std::string& value, Style style) {
    switch (style) {
    case Style::number:
    case Style::count:
    case Style::decimal2:
    case Style::percent:
    case Style::total:
    case Style::total_decimal2:
        if (plain_decimal(value)) return sheet.number(at.row, at.column, value, style);
        break;
    case Style::date:
        if (const auto day = core::day_from_iso(value)) return sheet.date(at.row, at.column, *day, style);
        break;
    default:
        break;
    }
    sheet.text(at.row, at.column, value, style);
}

} // namespace

void write_table(const std::filesystem::path& path, const SimpleTable& table, const Properties& properties) {
    WorkbookWriter workbook{path, properties};
    SheetWriter& sheet = workbook.add_sheet(sheet_name(table.sheet));
    const auto columns = static_cast<std::uint32_t>(table.columns.size());
    const std::uint32_t last_column = columns > 0 ? columns - 1 : 0;
    std::uint32_t row = 0;
    for (const std::string& title : table.titles) {
        sheet.merge({{row, 0}, {row, last_column}}, title, row == 0 ? Style::title : Style::subtitle);
        ++row;
    }
    const std::uint32_t headings = row++;
    for (std::uint32_t column = 0; column < columns; ++column) {
        sheet.columns(column, column, table.columns[column].width_characters);
        sheet.text(headings, column, table.columns[column].heading, Style::heading);
    }
    for (const std::vector<std::string>& values : table.rows) {
        for (std::uint32_t column = 0; column < columns; ++column)
            write_value(sheet, {row, column}, column < values.size() ? values[column] : std::string{},
                        table.columns[column].style);
        ++row;
    }
    sheet.freeze(headings + 1);
    if (columns > 0) sheet.autofilter({{headings, 0}, {std::max(headings, row - 1), last_column}});
    sheet.print({.landscape = table.landscape, .repeat = PrintSetup::Rows{headings, headings}});
    workbook.publish();
}

} // namespace spreadsheet

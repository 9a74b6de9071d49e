// SPDX-License-Identifier: GPL-3.0-or-later
// bench_write_list srok|bare ROWS FILE: writes the list by our writer, or by the shortest honest
// libxlsxwriter loop.
#include "list_data.hpp"
#include "spreadsheet/serial_date.hpp"
#include "spreadsheet/writer.hpp"

#include <xlsxwriter.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

void write_by_srok(std::uint32_t rows, const char* file) {
    using namespace spreadsheet;
    WorkbookWriter workbook{file, {}};
    SheetWriter& sheet = workbook.add_sheet("list");
    for (std::uint32_t column = 0; column < bench::list_columns; ++column)
        sheet.text(0, column, bench::list_heading(column), Style::heading);
    for (std::uint32_t row = 1; row <= rows; ++row)
        for (std::uint32_t column = 0; column < bench::list_columns; ++column) {
            const bench::Value& value = bench::list_value(row, column);
            switch (value.kind) {
            case bench::Kind::text:
                sheet.text(row, column, value.text);
                break;
            case bench::Kind::number:
                sheet.number(row, column, value.text);
                break;
            case bench::Kind::date:
                sheet.number(row, column, static_cast<std::int64_t>(value.number), Style::date);
                break;
            }
        }
    workbook.publish();
}

void write_bare(std::uint32_t rows, const char* file) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    lxw_workbook* workbook = workbook_new_opt(file, &options);
    lxw_worksheet* sheet = workbook_add_worksheet(workbook, "list");
    lxw_format* text = workbook_add_format(workbook);
    format_set_border(text, LXW_BORDER_THIN);
    lxw_format* number = workbook_add_format(workbook);
    format_set_border(number, LXW_BORDER_THIN);
    format_set_align(number, LXW_ALIGN_RIGHT);
    lxw_format* date = workbook_add_format(workbook);
    format_set_border(date, LXW_BORDER_THIN);
    format_set_num_format(date, "dd/mm/yyyy");
    for (std::uint16_t column = 0; column < bench::list_columns; ++column)
        worksheet_write_string(sheet, 0, column, bench::list_heading(column).c_str(), text);
    for (std::uint32_t row = 1; row <= rows; ++row)
        for (std::uint16_t column = 0; column < bench::list_columns; ++column) {
            const bench::Value& value = bench::list_value(row, column);
            if (value.kind == bench::Kind::text)
                worksheet_write_string(sheet, row, column, value.text.c_str(), text);
            else
                worksheet_write_number(sheet, row, column, value.number,
                                       value.kind == bench::Kind::date ? date : number);
        }
    if (workbook_close(workbook) != LXW_NO_ERROR) std::exit(3);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) return std::fputs("bench_write_list srok|bare ROWS FILE\n", stderr), 2;
    const auto rows = static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10));
    if (std::string_view{argv[1]} == "srok")
        write_by_srok(rows, argv[3]);
    else
        write_bare(rows, argv[3]);
    return 0;
}

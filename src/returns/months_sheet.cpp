// SPDX-License-Identifier: GPL-3.0-or-later
// Where a semester's or year's return rests on other figures than the months that were accepted.
#include "returns/return_sheets.hpp"

namespace returns {
namespace {

using spreadsheet::Style;

void write_number(SignedSheet& sheet, std::uint32_t column, const std::string& number) {
    if (number.empty())
        sheet.blank(column, Style::count);
    else
        sheet.number(column, number, Style::number);
}

} // namespace

void write_months(SignedWorkbook& workbook, const ReturnHead& head, const ReturnContent& content) {
    static const std::vector<ListColumn> columns = {{"name", {"កម្មវិធី", "Programme"}, 26},
                                                    {"figure", {"តួលេខ", "Figure"}, 30},
                                                    {"figure-en", {"ជាភាសាអង់គ្លេស", "In English"}, 30},
                                                    {"was.total", {"បានអនុម័ត", "Accepted"}, 12},
                                                    {"was.female", words::female, 9},
                                                    {"is.total", {"ពីបញ្ជីពេលនេះ", "Registers now"}, 12},
                                                    {"is.female", words::female, 9}};
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet(months_sheet, "ខុសពីខែដែលបានអនុម័ត", keys);
    begin_list(sheet, columns, "តួលេខខុសពីខែដែលបានអនុម័ត " + content.period.name_km(),
               "Figures other than in the months that were accepted, " + content.period.name_en());
    std::string month;
    for (const MonthDifference& one : content.months) {
        if (one.period != month) {
            month = one.period;
            const auto period = ReturnPeriod::from_text(month).value();
            sheet.row(month, 24);
            sheet.text(0, period.name_km(), Style::total_text);
            sheet.text(1, period.name_en(), Style::total_text);
        }
        sheet.row(one.period + '/' + one.group + '/' + one.figure, 22);
        sheet.text(0, one.group_name.km);
        sheet.text(1, one.name.km);
        sheet.text(2, one.name.en);
        write_number(sheet, 3, one.was_total);
        write_number(sheet, 4, one.was_female);
        write_number(sheet, 5, one.is_total);
        write_number(sheet, 6, one.is_female);
    }
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, true, list_heading_row);
}

} // namespace returns

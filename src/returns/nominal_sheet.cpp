// SPDX-License-Identifier: GPL-3.0-or-later
// The nominal roll as a sheet, numbered like the form that schools send.
#include "returns/return_sheets.hpp"

namespace returns {
namespace {

using spreadsheet::Style;

std::vector<ListColumn> columns_for(const std::vector<NominalPeriod>& periods) {
    std::vector<ListColumn> columns = {{"place", {"ល.រ", "No."}, 6},
                                       {"number", {"អត្តលេខ", "Number"}, 15},
                                       {"name-km", {"គោត្តនាម-នាម", "Name"}, 22},
                                       {"name", {"អក្សរឡាតាំង", "In Latin letters"}, 20},
                                       {"sex", {"ភេទ", "Sex"}, 7},
                                       {"born", {"ថ្ងៃខែឆ្នាំកំណើត", "Born"}, 12},
                                       {"class", {"ថ្នាក់", "Class"}, 20},
                                       {"birthplace", {"ទីកន្លែងកំណើត", "Birthplace"}, 30}};
    for (const NominalPeriod& one : periods)
        columns.push_back(ListColumn::named("average:" + one.key, one.name, 10));
    columns.push_back({"rank", {"ចំណាត់ថ្នាក់", "Rank"}, 9});
    columns.push_back({"grade", {"និទ្ទេស", "Grade"}, 8});
    columns.push_back({"status", {"ស្ថានភាព", "Result"}, 18});
    return columns;
}

} // namespace

void write_nominal_roll(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                        const ReturnSheets& sheets) {
    const auto columns = columns_for(sheets.nominal_periods);
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet(plan.key, plan.name.km, keys);
    begin_list(sheet, columns, titled_km(plan, sheets.content.period),
               titled_en(plan, sheets.content.period));
    std::int64_t place = 0;
    sheets.each_nominal_line(plan, [&](const NominalLine& line) {
        sheet.row(line.key);
        sheet.number(0, ++place, Style::count);
        sheet.text(1, line.number, Style::centred);
        sheet.text(2, line.name_km);
        sheet.text(3, line.name);
        sheet.text(4, words::sex_km(line.sex), Style::centred);
        sheet.text(5, line.born ? core::to_text(*line.born) : "", Style::centred);
        sheet.text(6, line.class_name);
        sheet.text(7, line.birthplace);
        std::uint32_t at = 8;
        for (const std::string& average : line.averages) {
            if (average.empty())
                sheet.blank(at, Style::decimal2);
            else
                sheet.number(at, average, Style::decimal2);
            ++at;
        }
        if (line.rank)
            sheet.number(at, std::int64_t{*line.rank}, Style::count);
        else
            sheet.blank(at, Style::count);
        sheet.text(at + 1, line.grade, Style::centred);
        sheet.text(at + 2, line.reason_km.empty() ? line.result_km : line.reason_km);
    });
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, true, list_heading_row);
}

} // namespace returns

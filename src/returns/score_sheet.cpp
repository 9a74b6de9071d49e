// SPDX-License-Identifier: GPL-3.0-or-later
// How many have each score, a row for each level and subject.
#include "returns/return_sheets.hpp"

namespace returns {

using spreadsheet::Style;

void write_scores(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                  const ReturnContent& content) {
    if (content.scores.empty()) return;
    std::vector<ListColumn> columns = {{"level", {"កម្រិត", "Level"}, 26},
                                       {"subject", {"មុខវិជ្ជា", "Subject"}, 24}};
    for (int score = 0; score <= 10; ++score) {
        const std::string digits = std::to_string(score);
        columns.push_back(ListColumn::named("score:" + digits + ".total", {digits, digits}, 6));
        columns.push_back({"score:" + digits + ".female", words::female, 6});
    }
    columns.push_back({"all.total", words::total, 8});
    columns.push_back({"all.female", words::female, 7});
    columns.push_back({"pass.total", {"ជាប់", "Pass"}, 8});
    columns.push_back({"pass.female", words::female, 7});
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet(plan.key, plan.name.km, keys);
    begin_list(sheet, columns, titled_km(plan, content.period), titled_en(plan, content.period));
    for (const ScoreLine& line : content.scores) {
        sheet.row(line.key, 21);
        sheet.text(0, line.level.km);
        sheet.text(1, line.subject.km);
        std::uint32_t at = 2;
        for (const Count& count : line.scores) {
            write_pair(sheet, at, count);
            at += 2;
        }
        write_pair(sheet, at, line.all, Style::total);
        write_pair(sheet, at + 2, line.pass);
    }
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, true, list_heading_row);
}

} // namespace returns

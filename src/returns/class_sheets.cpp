// SPDX-License-Identifier: GPL-3.0-or-later
// Attendance and results, a row for each class.
#include "core/numerals.hpp"
#include "returns/groups.hpp"
#include "returns/return_sheets.hpp"

namespace returns {
namespace {

using spreadsheet::Highlight;
using spreadsheet::Style;

const std::vector<ListColumn>& attendance_columns() {
    static const std::vector<ListColumn> columns = {{"class", {"ថ្នាក់រៀន", "Class"}, 26},
                                                    {"institution", {"គ្រឹះស្ថាន", "Institution"}, 28},
                                                    {"programme", {"កម្មវិធី", "Programme"}, 17},
                                                    {"school-days", {"ថ្ងៃសិក្សា", "School days"}, 9},
                                                    {"taken-days", {"ថ្ងៃបានស្រង់", "Days recorded"}, 10},
                                                    {"not-recorded", {"ថ្ងៃមិនបានស្រង់", "Not recorded"}, 10},
                                                    {"learners.total", {"អ្នកសិក្សា", "Learners"}, 10},
                                                    {"learners.female", words::female, 8},
                                                    {"permission", {"មានច្បាប់", "With leave"}, 9},
                                                    {"absent", {"អត់ច្បាប់", "Without leave"}, 9},
                                                    {"late", {"មកយឺត", "Late"}, 8},
                                                    {"rate.total", {"អត្រា", "Rate"}, 10},
                                                    {"rate.female", {"អត្រាស្រី", "Rate, female"}, 10}};
    return columns;
}

void write_line(SignedSheet& sheet, const ClassLine& line) {
    sheet.row(core::to_text(line.uid), 21);
    sheet.text(0, line.name);
    sheet.text(1, line.institution);
    sheet.text(2, line.programme_name.km);
    sheet.number(3, std::int64_t{line.school_days}, Style::count);
    sheet.number(4, std::int64_t{line.taken_days}, Style::count);
    sheet.number(5, std::int64_t{line.not_recorded}, Style::count);
    write_pair(sheet, 6, line.learners);
    sheet.number(8, std::int64_t{line.permission}, Style::count);
    sheet.number(9, std::int64_t{line.absent}, Style::count);
    sheet.number(10, std::int64_t{line.late}, Style::count);
    write_rate(sheet, 11, line.days.rate());
    write_rate(sheet, 12, line.days_female.rate());
    // Under what its programme asks for.
    if (line.least_percent > 0 && line.days.taken > 0)
        sheet.looks().highlight({.where = {sheet.at(11), sheet.at(12)},
                                 .when = Highlight::When::below,
                                 .value = core::format_hundredths(line.least_percent)});
}

std::vector<ListColumn> result_columns(const ReturnContent& content) {
    std::vector<ListColumn> columns = {{"class", {"ថ្នាក់រៀន", "Class"}, 26},
                                       {"programme", {"កម្មវិធី", "Programme"}, 17},
                                       {"period", {"រយៈពេល", "Period"}, 14}};
    add_result_columns(columns, content.letters);
    return columns;
}

void write_line(SignedSheet& sheet, const ResultLine& line, const ReturnContent& content) {
    sheet.row(result_key(line), 21);
    sheet.text(0, line.class_name);
    sheet.text(1, line.programme_name.km);
    sheet.text(2, line.period_name);
    write_pair(sheet, 3, line.learners);
    write_pair(sheet, 5, line.pass);
    write_pair(sheet, 7, line.fail);
    write_pair(sheet, 9, line.incomplete);
    std::uint32_t at = 11;
    for (const std::string& letter : content.letters) {
        const auto grade = line.grades.find(letter);
        write_pair(sheet, at, grade == line.grades.end() ? Count{} : grade->second);
        at += 2;
    }
}

} // namespace

void write_classes(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                   const ReturnContent& content) {
    const auto& columns = attendance_columns();
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet(plan.key, plan.name.km, keys);
    begin_list(sheet, columns, titled_km(plan, content.period), titled_en(plan, content.period));
    for (const ClassLine& line : content.classes)
        if (concerns(plan, line.programme)) write_line(sheet, line);
    warn_where(sheet, 5, Highlight::When::above, "0"); // days that nobody recorded
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, true, list_heading_row);
}

void write_results(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                   const ReturnContent& content) {
    if (content.results.empty()) return;
    const auto columns = result_columns(content);
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet(plan.key, plan.name.km, keys);
    begin_list(sheet, columns, titled_km(plan, content.period), titled_en(plan, content.period));
    for (const ResultLine& line : content.results)
        if (concerns(plan, line.programme)) write_line(sheet, line, content);
    warn_where(sheet, 9, Highlight::When::above, "0"); // learners without a result yet
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, true, list_heading_row);
}

} // namespace returns

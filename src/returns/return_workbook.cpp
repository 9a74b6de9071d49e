// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/return_workbook.hpp"

#include "core/numerals.hpp"
#include "returns/return_sheets.hpp"

namespace returns {
namespace {

using spreadsheet::Style;

constexpr std::uint32_t cover_columns = 8;
constexpr std::uint32_t value_column = 4;

void fact(SignedSheet& sheet, std::string_view key, const words::Label& label) {
    sheet.row(key, 22);
    sheet.title(0, value_column - 1, std::string{label.km} + "  " + std::string{label.en}, Style::text);
}

void text_fact(SignedSheet& sheet, std::string_view key, const words::Label& label,
               const std::string& value) {
    fact(sheet, key, label);
    sheet.title(value_column, cover_columns - 1, value, Style::text);
}

void write_facts(SignedSheet& sheet, const ReturnHead& head, const MonthReturn& content) {
    text_fact(sheet, "office", {"ការិយាល័យ", "Office"}, head.office + "  " + head.office_name);
    text_fact(sheet, "period", {"រយៈពេល", "Period"}, words::month_km(content.month) + "  " + head.period);
    text_fact(sheet, "version", {"កំណែ", "Version"}, std::to_string(head.version));
    text_fact(sheet, "built", {"ធ្វើនៅថ្ងៃទី", "Built on"}, words::date_text(core::day_in_cambodia(head.built)));
    if (!head.reason.empty()) text_fact(sheet, "reason", {"មូលហេតុនៃកំណែនេះ", "Why this version"}, head.reason);
}

void write_summary_row(SignedSheet& sheet, const std::string& key, const std::string& name,
                       const Figures& figures, bool closing) {
    const Style number = closing ? Style::total : Style::count;
    sheet.row("programme:" + key, 22);
    sheet.title(0, 2, name, closing ? Style::total_text : Style::text);
    sheet.number(3, figures.classes, number);
    write_pair(sheet, 4, figures.count("learners"), number);
    sheet.number(6, std::int64_t{figures.count("new").total}, number);
    write_rate(sheet, 7, figures.days.rate());
}

void write_summary(SignedSheet& sheet, const MonthReturn& content) {
    sheet.skip(1);
    sheet.row("summary", 48);
    sheet.title(0, 2, "កម្មវិធី\nProgramme", Style::heading);
    const std::array<words::Label, 5> headings{{{"ថ្នាក់", "Classes"},
                                                {"អ្នកសិក្សា", "Learners"},
                                                words::female,
                                                {"ចូលថ្មី", "New"},
                                                {"អត្រាវត្តមាន", "Attendance"}}};
    for (std::uint32_t at = 0; at < headings.size(); ++at)
        sheet.text(at + 3, headings[at].both(), Style::heading);
    for (const ProgrammeFigures& one : content.programmes)
        write_summary_row(sheet, one.programme, one.name.km + "  " + one.name.en, one.figures, false);
    write_summary_row(sheet, "all", "សរុបរួម  All", content.all, true);
}

// Learners of each programme, all and women.
void draw_chart(SignedSheet& sheet, std::uint32_t first_row, std::uint32_t last_row) {
    spreadsheet::Chart chart;
    chart.title = "អ្នកសិក្សាតាមកម្មវិធី";
    const auto column = [&](std::uint32_t at) {
        return spreadsheet::Range{{first_row, at + 1}, {last_row, at + 1}};
    };
    const std::string name{sheet_names::cover};
    chart.series.push_back({std::string{words::total.km}, name, column(0), column(4)});
    chart.series.push_back({std::string{words::female.km}, name, column(0), column(5)});
    chart.at = {sheet.sheet_row() + 2, 1};
    chart.width_pixels = 660;
    chart.height_pixels = 260;
    sheet.looks().chart(chart);
    sheet.skip(15);
}

} // namespace

void write_cover(SignedWorkbook& workbook, const ReturnHead& head, const ReturnSheets& sheets) {
    const std::vector<std::string> columns = {"label", "b", "c", "classes", "value", "female", "new", "rate"};
    SignedSheet& sheet = workbook.add_sheet(sheet_keys::cover, sheet_names::cover, columns);
    sheet.columns(0, cover_columns - 1, 11.5);
    begin_cover(
        sheet, head, sheets.letterhead, "តារាងស្ថិតិអប់រំក្រៅប្រព័ន្ធ ប្រចាំ" + words::month_km(sheets.content.month),
        "Monthly return of non-formal education, " + words::month_en(sheets.content.month), cover_columns);
    write_facts(sheet, head, sheets.content);
    write_summary(sheet, sheets.content);
    const auto programmes = static_cast<std::uint32_t>(sheets.content.programmes.size());
    if (programmes > 0) draw_chart(sheet, sheet.sheet_row() - programmes, sheet.sheet_row() - 1);
    write_signatures(sheet, sheets.letterhead, "បានឃើញ និងឯកភាព", "ប្រធានការិយាល័យ", "អ្នកធ្វើតារាង",
                     cover_columns);
    write_note(sheet, cover_columns);
    set_up_print(sheet, head, false, 0);
}

void write_return(SignedWorkbook& workbook, const ReturnHead& head, const ReturnSheets& sheets) {
    write_cover(workbook, head, sheets);
    write_figures(workbook, head, sheets.content);
    write_attendance(workbook, head, sheets.content);
    if (!sheets.content.results.empty()) write_results(workbook, head, sheets.content);
    write_learners(workbook, head, sheets);
    if (!sheets.content.findings.empty()) write_findings(workbook, head, sheets.content);
    if (!sheets.changes.empty()) write_changes(workbook, head, sheets.changes);
}

} // namespace returns

// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/return_workbook.hpp"

#include "core/numerals.hpp"
#include "returns/charts.hpp"
#include "returns/return_sheets.hpp"

#include <algorithm>

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

void write_facts(SignedSheet& sheet, const ReturnHead& head, const ReturnContent& content) {
    text_fact(sheet, "office", {"ការិយាល័យ", "Office"}, head.office + "  " + head.office_name);
    text_fact(sheet, "period", {"រយៈពេល", "Period"}, content.period.name_km() + "  " + head.period);
    text_fact(sheet, "version", {"កំណែ", "Version"}, std::to_string(head.version));
    text_fact(sheet, "built", {"ធ្វើនៅថ្ងៃទី", "Built on"}, words::date_text(core::day_in_cambodia(head.built)));
    if (!head.reason.empty()) text_fact(sheet, "reason", {"មូលហេតុនៃកំណែនេះ", "Why this version"}, head.reason);
}

// Told, and not in the summary below.
void write_declared_fact(SignedSheet& sheet, const DeclaredSum& learners) {
    if (learners.lines == 0) return;
    text_fact(sheet, "declared", {"ប្រកាសដោយគ្មានឈ្មោះ", "Declared without names"},
              std::to_string(learners.total) + "  (ស្រី " + std::to_string(learners.female) + ")");
}

void write_summary_row(SignedSheet& sheet, const std::string& key, const std::string& name,
                       const Figures& figures, bool closing) {
    const Style number = closing ? Style::total : Style::count;
    sheet.row("programme:" + key, 22);
    sheet.title(0, 2, name, closing ? Style::total_text : Style::text);
    sheet.number(3, std::int64_t{figures.classes()}, number);
    write_pair(sheet, 4, figures.count("learners"), number);
    sheet.number(6, std::int64_t{figures.count("new").total}, number);
    write_rate(sheet, 7, figures.days.rate());
}

void write_summary(SignedSheet& sheet, const FilledSheet& filled) {
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
    for (const FilledSheet::Named& one : filled.groups)
        write_summary_row(sheet, one.key, one.name.km + "  " + one.name.en, one.figures, false);
    write_summary_row(sheet, "all", "សរុបរួម  All", filled.all, true);
}

// Learners of each programme, all and women.
void draw_chart(SignedSheet& sheet, const FilledSheet& filled, const std::string& name,
                std::uint32_t first_row, std::uint32_t last_row) {
    const auto column = [&](std::uint32_t at) {
        return spreadsheet::Range{{first_row, at + 1}, {last_row, at + 1}};
    };
    sheet.looks().chart(learners_by_group(filled, {}), {.sheet = name,
                                                        .categories = column(0),
                                                        .values = {column(4), column(5)},
                                                        .at = {sheet.sheet_row() + 2, 1},
                                                        .width_pixels = 660,
                                                        .height_pixels = 260});
    sheet.skip(15);
}

} // namespace

void write_cover(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                 const ReturnSheets& sheets) {
    const std::vector<std::string> columns = {"label", "b", "c", "classes", "value", "female", "new", "rate"};
    const Layout& layout = sheets.content.layout;
    const ReturnPeriod& period = sheets.content.period;
    SignedSheet& sheet = workbook.add_sheet(plan.key, plan.name.km, columns);
    sheet.columns(0, cover_columns - 1, 11.5);
    begin_cover(sheet, head, sheets.letterhead, layout.title.km + ' ' + period.name_km(),
                layout.title.en + ", " + period.name_en(), cover_columns);
    write_facts(sheet, head, sheets.content);
    write_declared_fact(sheet, sheets.content.declared_beside("learners"));
    if (const FilledSheet* filled = sheets.content.main()) {
        write_summary(sheet, *filled);
        const auto groups = static_cast<std::uint32_t>(filled->groups.size());
        if (groups > 0)
            draw_chart(sheet, *filled, plan.name.km, sheet.sheet_row() - groups, sheet.sheet_row() - 1);
    }
    write_signatures(sheet, sheets.letterhead, "បានឃើញ និងឯកភាព", "ប្រធានការិយាល័យ", "អ្នកធ្វើតារាង",
                     cover_columns);
    write_note(sheet, cover_columns);
    set_up_print(sheet, head, false, 0);
}

namespace {

const FilledSheet& filled_of(const ReturnContent& content, const SheetPlan& plan) {
    return *std::find_if(content.sheets.begin(), content.sheets.end(),
                         [&](const FilledSheet& one) { return one.plan.key == plan.key; });
}

void write_sheet(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                 const ReturnSheets& sheets) {
    const ReturnContent& content = sheets.content;
    switch (plan.kind) {
    case SheetPlan::Kind::cover:
        return write_cover(workbook, head, plan, sheets);
    case SheetPlan::Kind::figures:
        return write_figures(workbook, head, filled_of(content, plan), content.period);
    case SheetPlan::Kind::table:
        return write_table(workbook, head, filled_of(content, plan), content.period);
    case SheetPlan::Kind::classes:
        return write_classes(workbook, head, plan, content);
    case SheetPlan::Kind::results:
        return write_results(workbook, head, plan, content);
    case SheetPlan::Kind::scores:
        return write_scores(workbook, head, plan, content);
    case SheetPlan::Kind::certificates:
        return write_certificates(workbook, head, plan, content);
    case SheetPlan::Kind::educators:
        return write_educators(workbook, head, plan, content);
    case SheetPlan::Kind::learners:
        return write_learners(workbook, head, plan, sheets);
    case SheetPlan::Kind::nominal_roll:
        return write_nominal_roll(workbook, head, plan, sheets);
    }
}

} // namespace

void write_return(SignedWorkbook& workbook, const ReturnHead& head, const ReturnSheets& sheets) {
    for (const SheetPlan& plan : sheets.content.layout.sheets)
        write_sheet(workbook, head, plan, sheets);
    if (!sheets.content.declared.empty()) write_declared(workbook, head, sheets.content);
    if (!sheets.content.months.empty()) write_months(workbook, head, sheets.content);
    if (!sheets.content.findings.empty()) write_findings(workbook, head, sheets.content);
    if (!sheets.changes.empty()) write_changes(workbook, head, sheets.changes);
}

} // namespace returns

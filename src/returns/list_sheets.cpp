// SPDX-License-Identifier: GPL-3.0-or-later
// The long lists: learners, findings, changes.
#include "returns/groups.hpp"
#include "returns/return_sheets.hpp"
#include "returns/written_text.hpp"
#include "wording/language.hpp"
#include "wording/sentence.hpp"

namespace returns {
namespace {

using spreadsheet::Style;

const std::vector<ListColumn>& learner_columns() {
    static const std::vector<ListColumn> columns = {{"number", {"អត្តលេខ", "Number"}, 15},
                                                    {"name-km", {"គោត្តនាម និងនាម", "Name"}, 22},
                                                    {"name", {"អក្សរឡាតាំង", "In Latin letters"}, 22},
                                                    {"sex", {"ភេទ", "Sex"}, 7},
                                                    {"born", {"ថ្ងៃខែឆ្នាំកំណើត", "Born"}, 12},
                                                    {"village", {"ភូមិ, ឃុំ", "Village, commune"}, 24},
                                                    {"class", {"ថ្នាក់រៀន", "Class"}, 24},
                                                    {"disability", {"ពិការភាព", "Disability"}, 9},
                                                    {"equity", {"ប័ណ្ណសមធម៌", "Equity card"}, 9},
                                                    {"ethnicity", {"ជនជាតិ", "Ethnicity"}, 11},
                                                    {"from", {"ចូលរៀន", "From"}, 12},
                                                    {"until", {"ចាកចេញ", "Left"}, 12},
                                                    {"reason", {"មូលហេតុ", "Reason"}, 14},
                                                    {"taken", {"ថ្ងៃបានស្រង់", "Days"}, 8},
                                                    {"permission", {"មានច្បាប់", "With leave"}, 8},
                                                    {"absent", {"អត់ច្បាប់", "Without"}, 8},
                                                    {"late", {"មកយឺត", "Late"}, 7},
                                                    {"rate", {"អត្រា", "Rate"}, 10}};
    return columns;
}

void write_line(SignedSheet& sheet, const RollLine& line) {
    sheet.row(line.key);
    sheet.text(0, line.number, Style::centred);
    sheet.text(1, line.name_km);
    sheet.text(2, line.name);
    sheet.text(3, words::sex_km(line.sex), Style::centred);
    // As it is known: a full date, or a year alone.
    sheet.text(4, line.born ? core::to_text(*line.born) : "", Style::centred);
    sheet.text(5, line.village);
    sheet.text(6, line.class_name);
    sheet.text(7, words::disability_km(line.disability), Style::centred);
    sheet.text(8, words::equity_km(line.equity), Style::centred);
    sheet.text(9, line.ethnicity);
    sheet.text(10, core::to_iso(line.first_day), Style::centred);
    sheet.text(11, line.last_day ? core::to_iso(*line.last_day) : "", Style::centred);
    sheet.text(12, line.reason ? words::reason(*line.reason).km : "");
    sheet.number(13, std::int64_t{line.tally.taken}, Style::count);
    sheet.number(14, std::int64_t{line.tally.permission + line.tally.half_permission}, Style::count);
    sheet.number(15, std::int64_t{line.tally.absent + line.tally.half_absent}, Style::count);
    sheet.number(16, std::int64_t{line.tally.late}, Style::count);
    write_rate(sheet, 17, line.rate);
}

std::string facts_text(const core::Error& what) {
    std::string text;
    for (const core::Fact& fact : what.facts)
        text += (text.empty() ? "" : "\n") + fact.name + '=' + fact.value;
    return text;
}

// What is asked for, in the cells that are left open for it; those still empty are coloured.
void ask_for_explanations(SignedSheet& sheet) {
    constexpr std::uint32_t explanation = 3;
    const spreadsheet::Range where{{list_heading_row + 1, explanation + 1},
                                   {sheet.sheet_row(), explanation + 1}};
    sheet.looks().allow(spreadsheet::TextRule{
        .where = where,
        .most_letters = static_cast<int>(longest_written_text),
        .prompt_title = "ការពន្យល់",
        .prompt = "បើជួរនេះ «ត្រូវពន្យល់» សូមសរសេរមូលហេតុ។ Where the row is to be explained, write why it is so.",
        .error_title = "វែងពេក",
        .error_message = "សូមសរសេរឱ្យខ្លីជាង ១០០០ អក្សរ។ Write fewer than 1,000 letters."});
}

} // namespace

void write_learners(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                    const ReturnSheets& sheets) {
    const auto& columns = learner_columns();
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet(plan.key, plan.name.km, keys);
    begin_list(sheet, columns, titled_km(plan, sheets.content.period),
               titled_en(plan, sheets.content.period));
    sheets.each_line([&](const RollLine& line) {
        if (concerns(plan, line.programme)) write_line(sheet, line);
    });
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, true, list_heading_row);
}

void write_findings(SignedWorkbook& workbook, const ReturnHead& head, const ReturnContent& content) {
    static const std::vector<ListColumn> columns = {{"weight", {"ទម្ងន់", "Weight"}, 14},
                                                    {"what-km", {"អ្វីដែលរកឃើញ", "In Khmer"}, 46},
                                                    {"what", {"អ្វីដែលរកឃើញ", "What was found"}, 46},
                                                    {"explanation", {"ការពន្យល់", "Explanation"}, 40},
                                                    {"kind", {"", ""}, 1},
                                                    {"code", {"", ""}, 1},
                                                    {"facts", {"", ""}, 1},
                                                    {"sheet", {"", ""}, 1},
                                                    {"row", {"", ""}, 1},
                                                    {"column", {"", ""}, 1}};
    constexpr std::uint32_t shown = 4; // the others are for programs
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet(sheet_keys::findings, sheet_names::findings, keys);
    begin_list(sheet, {columns.begin(), columns.begin() + shown}, "ការពិនិត្យតួលេខ",
               "What the figures give rise to ask");
    sheet.looks().columns(shown + 1, static_cast<std::uint32_t>(columns.size()), 1, true);
    int at = 0;
    for (const Finding& finding : content.findings) {
        const auto sentence = [&](wording::Language language) {
            return wording::sentence(wording::catalogue_of(language), finding.what).message;
        };
        sheet.row(std::to_string(++at), 40);
        sheet.text(0, words::weight(finding.weight).both(), Style::wrapped);
        sheet.text(1, sentence(wording::Language::khmer), Style::wrapped);
        sheet.text(2, sentence(wording::Language::english), Style::wrapped);
        if (!finding.explanation.empty())
            sheet.text(3, finding.explanation, Style::wrapped);
        else if (finding.weight == Weight::explain)
            sheet.answer(3);
        else
            sheet.blank(3);
        sheet.text(4, to_text(finding.weight), Style::key);
        sheet.text(5, finding.what.code, Style::key);
        sheet.text(6, facts_text(finding.what), Style::key);
        sheet.text(7, finding.about.sheet, Style::key);
        sheet.text(8, finding.about.row, Style::key);
        sheet.text(9, finding.about.column, Style::key);
    }
    ask_for_explanations(sheet);
    set_up_print(sheet, head, true, list_heading_row);
}

void write_changes(SignedWorkbook& workbook, const ReturnHead& head, const std::vector<Change>& changes) {
    static const std::vector<ListColumn> columns = {{"sheet", {"សន្លឹក", "Sheet"}, 16},
                                                    {"row", {"ជួរ", "Row"}, 40},
                                                    {"column", {"ជួរឈរ", "Column"}, 22},
                                                    {"was", {"មុន", "Was"}, 30},
                                                    {"is", {"ឥឡូវ", "Is"}, 30}};
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet(sheet_keys::changes, sheet_names::changes, keys);
    begin_list(sheet, columns, "អ្វីដែលបានកែប្រែពីកំណែមុន",
               "What changed since version " + std::to_string(head.version - 1));
    int at = 0;
    for (const Change& change : changes) {
        sheet.row(std::to_string(++at));
        sheet.text(0, change.key.sheet);
        sheet.text(1, change.key.row);
        sheet.text(2, change.key.column);
        sheet.text(3, change.was, Style::wrapped);
        sheet.text(4, change.is, Style::wrapped);
    }
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, true, list_heading_row);
}

} // namespace returns

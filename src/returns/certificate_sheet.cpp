// SPDX-License-Identifier: GPL-3.0-or-later
// The certificates of the period by class, in ranges of their numbers; and the educators.
#include "returns/groups.hpp"
#include "returns/return_sheets.hpp"

namespace returns {

using spreadsheet::Style;

void write_certificates(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                        const ReturnContent& content) {
    if (content.certificates.empty()) return;
    static const std::vector<ListColumn> columns = {
        {"class", {"ថ្នាក់រៀន", "Class"}, 26},    {"programme", {"កម្មវិធី", "Programme"}, 20},
        {"first", {"ពីលេខ", "From number"}, 22}, {"last", {"ដល់លេខ", "To number"}, 22},
        {"numbers", {"ចំនួន", "Numbers"}, 10},    {"valid.total", {"មានសុពលភាព", "Valid"}, 10},
        {"valid.female", words::female, 8},     {"ended", {"មោឃៈ ឬជំនួស", "Void or replaced"}, 13}};
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet(plan.key, plan.name.km, keys);
    begin_list(sheet, columns, titled_km(plan, content.period), titled_en(plan, content.period));
    for (const CertificateLine& line : content.certificates) {
        if (!concerns(plan, line.programme)) continue;
        sheet.row(line.first, 21);
        sheet.text(0, line.class_name);
        sheet.text(1, line.programme_name.km);
        sheet.text(2, line.first, Style::centred);
        sheet.text(3, line.last, Style::centred);
        sheet.number(4, std::int64_t{line.numbers}, Style::count);
        write_pair(sheet, 5, line.valid);
        sheet.number(7, std::int64_t{line.ended}, Style::count);
    }
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, true, list_heading_row);
}

void write_educators(SignedWorkbook& workbook, const ReturnHead& head, const SheetPlan& plan,
                     const ReturnContent& content) {
    if (content.educators.empty()) return;
    static const std::vector<ListColumn> columns = {{"name-km", {"គោត្តនាម និងនាម", "Name"}, 24},
                                                    {"name", {"អក្សរឡាតាំង", "In Latin letters"}, 24},
                                                    {"sex", {"ភេទ", "Sex"}, 8},
                                                    {"contract", {"ប្រភេទ", "Contract"}, 18},
                                                    {"institution", {"គ្រឹះស្ថាន", "Institution"}, 30},
                                                    {"classes", {"ថ្នាក់រៀន", "Classes"}, 40}};
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet(plan.key, plan.name.km, keys);
    begin_list(sheet, columns, titled_km(plan, content.period), titled_en(plan, content.period));
    for (const EducatorLine& line : content.educators) {
        sheet.row(core::to_text(line.uid), 21);
        sheet.text(0, line.name);
        sheet.text(1, line.name_latin);
        sheet.text(2, words::sex_km(line.sex), Style::centred);
        sheet.text(3, words::contract(line.contract).km);
        sheet.text(4, line.institution);
        sheet.text(5, line.classes, Style::wrapped);
    }
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, true, list_heading_row);
}

} // namespace returns

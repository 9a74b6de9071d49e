// SPDX-License-Identifier: GPL-3.0-or-later
// What was declared beside the registers: line by line in an office's return, district by district in a
// province's workbook. Its sums stand here and nowhere else.
#include "returns/province_sheets.hpp"

namespace returns {

using spreadsheet::Style;

void write_declared(SignedWorkbook& workbook, const ReturnHead& head, const ReturnContent& content) {
    static const std::vector<ListColumn> columns = {{"figure", {"តួលេខ", "Figure"}, 30},
                                                    {"figure-en", {"", "In English"}, 24},
                                                    {"institution", {"គ្រឹះស្ថាន", "Institution"}, 30},
                                                    {"total", words::total, 14},
                                                    {"female", words::female, 9},
                                                    {"source", {"ប្រភព", "Source"}, 30},
                                                    {"source-day", {"ថ្ងៃនៃប្រភព", "Its day"}, 12},
                                                    {"declared-by", {"អ្នកប្រកាស", "Declared by"}, 24}};
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet(sheet_keys::declared, sheet_names::declared, keys);
    begin_list(sheet, columns, "តួលេខប្រកាស មិនមែនពីបញ្ជី " + content.period.name_km(),
               "Declared figures, not from registers, " + content.period.name_en());
    for (const DeclaredLine& line : content.declared) {
        sheet.row(line.key(), 24);
        sheet.text(0, line.name.km, Style::wrapped);
        sheet.text(1, line.name.en, Style::wrapped);
        sheet.text(2, line.institution, Style::wrapped);
        sheet.number(3, line.total, Style::count);
        if (line.unit == Declarable::Unit::people)
            sheet.number(4, line.female, Style::count);
        else
            sheet.blank(4, Style::count);
        sheet.text(5, line.source, Style::wrapped);
        sheet.text(6, core::to_iso(line.source_day), Style::centred);
        sheet.text(7, line.declared_by);
    }
    filter_list(sheet, list_heading_row, columns.size());
    for (const Declarable& what : content.layout.declarable) {
        const DeclaredSum sum = content.declared_of(what.key);
        if (sum.lines == 0) continue;
        sheet.row("sum:" + what.key, 24);
        sheet.text(0, what.name.km, Style::total_text);
        sheet.text(1, what.name.en, Style::total_text);
        sheet.text(2, words::total.km, Style::total_text);
        sheet.number(3, sum.total, Style::total);
        if (what.unit == Declarable::Unit::people)
            sheet.number(4, sum.female, Style::total);
        else
            sheet.blank(4, Style::total);
    }
    set_up_print(sheet, head, true, list_heading_row);
}

namespace province_sheets {
namespace {

using Declared = std::map<std::string, DeclaredSum>; // by the figure's key

Declared declared_in(const ReturnContent& content) {
    Declared sums;
    for (const DeclaredLine& line : content.declared) {
        DeclaredSum& sum = sums[line.figure];
        sum.total += line.total;
        sum.female += line.female;
        ++sum.lines;
    }
    return sums;
}

std::vector<ListColumn> declared_columns(const Layout& layout) {
    auto columns = district_columns();
    columns.push_back({"registers.total", {"អ្នកសិក្សាពីបញ្ជី", "Learners, from registers"}, 13});
    columns.push_back({"registers.female", words::female, 9});
    columns.push_back({"share", {"ភាគរយពីបញ្ជី", "From registers, %"}, 12});
    for (const Declarable& what : layout.declarable) {
        columns.push_back(ListColumn::named(what.key + ".total", what.name, 16));
        if (what.unit == Declarable::Unit::people)
            columns.push_back({what.key + ".female", words::female, 9});
    }
    return columns;
}

void write_row(SignedSheet& sheet, const Layout& layout, const Count& learners, const DeclaredSum& beside,
               const Declared& sums, Style style) {
    write_pair(sheet, 2, learners, style);
    const auto share = learners.total == not_told
                           ? std::nullopt
                           : share_from_registers(ToldLearners{learners.total, beside.total});
    if (share)
        sheet.number(4, std::int64_t{*share}, style);
    else
        sheet.blank(4, style);
    std::uint32_t at = 5;
    for (const Declarable& what : layout.declarable) {
        const auto sum = sums.find(what.key);
        const bool people = what.unit == Declarable::Unit::people;
        if (sum == sums.end()) {
            sheet.blank(at++, style);
            if (people) sheet.blank(at++, style);
            continue;
        }
        sheet.number(at++, sum->second.total, style);
        if (people) sheet.number(at++, sum->second.female, style);
    }
}

} // namespace

void write_declared(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province) {
    const Layout& layout = province.total.layout;
    DeclaredSum beside;
    Declared all;
    for (const DistrictContent& one : province.districts) {
        const DeclaredSum more = one.content.declared_beside("learners");
        beside.total += more.total;
        beside.female += more.female;
        for (const auto& [key, sum] : declared_in(one.content)) {
            all[key].total += sum.total;
            all[key].female += sum.female;
        }
    }
    if (all.empty()) return;
    const auto columns = declared_columns(layout);
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet(sheet_keys::declared, sheet_names::declared, keys);
    begin_list(sheet, columns, titled("តួលេខប្រកាស មិនមែនពីបញ្ជី", province.period),
               titled_en("Declared figures, not from registers", province.period));
    for (const DistrictContent& one : province.districts) {
        begin_row(sheet, &one);
        if (one.counted)
            write_row(sheet, layout, one.content.all().count("learners"),
                      one.content.declared_beside("learners"), declared_in(one.content), Style::count);
        else
            blanks(sheet, first_figure, keys.size());
    }
    begin_row(sheet, nullptr);
    write_row(sheet, layout, province.total.all().count("learners"), beside, all, Style::total);
    set_up_print(sheet, head, true, list_heading_row);
}

} // namespace province_sheets
} // namespace returns

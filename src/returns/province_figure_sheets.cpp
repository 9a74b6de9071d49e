// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of people by district: a pair of columns each, total and female.
#include "returns/province_sheets.hpp"

#include <algorithm>
#include <functional>

namespace returns::province_sheets {
namespace {

using spreadsheet::Style;

// Figures of people, each a pair of columns.
struct PairColumn {
    std::string key;
    std::string km;
    std::string en;
    std::function<Count(const MonthReturn&)> count;
};

PairColumn people(const words::FigureRow& row) {
    // A reason is indented only below "left".
    const auto flush = [](const std::string& text) {
        return text.substr(std::min(text.find_first_not_of(' '), text.size()));
    };
    return {row.key, flush(row.km), flush(row.en),
            [key = row.key](const MonthReturn& month) { return month.all.count(key); }};
}

struct PairSheet {
    std::string_view key;
    std::string_view name;
    words::Label title;
    std::vector<PairColumn> pairs;
};

// A pair's heading stands over "total" and "female".
void write_pair_headings(SignedSheet& sheet, const PairSheet& table, core::Month month) {
    const auto last = static_cast<std::uint32_t>(first_figure + 2 * table.pairs.size() - 1);
    sheet.row("title", 30);
    sheet.title(0, last, titled(table.title.km, month), Style::title);
    sheet.row("title-en", 18);
    sheet.title(0, last, titled_en(table.title.en, month), Style::subtitle);
    sheet.row("figure", 44);
    sheet.title(0, 0, "កូដ\nCode", Style::heading, 2);
    sheet.title(1, 1, "ស្រុក\nDistrict", Style::heading, 2);
    for (std::uint32_t at = 0; at < table.pairs.size(); ++at)
        sheet.title(first_figure + 2 * at, first_figure + 2 * at + 1,
                    table.pairs[at].km + '\n' + table.pairs[at].en, Style::heading);
    sheet.row("heading", 36);
    for (std::uint32_t at = first_figure; at < last; at += 2) {
        sheet.text(at, words::total.both(), Style::heading);
        sheet.text(at + 1, words::female.both(), Style::heading);
    }
    sheet.looks().freeze(sheet.sheet_row() + 1, first_figure + 1);
}

void write_pairs(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceMonth& province,
                 const PairSheet& table) {
    std::vector<std::string> keys = {"code", "name"};
    for (const PairColumn& pair : table.pairs) {
        keys.push_back(pair.key + ".total");
        keys.push_back(pair.key + ".female");
    }
    SignedSheet& sheet = workbook.add_sheet(table.key, table.name, keys);
    sheet.columns(0, 0, 8);
    sheet.columns(1, 1, 24);
    sheet.columns(first_figure, static_cast<std::uint32_t>(keys.size() - 1), 9);
    write_pair_headings(sheet, table, province.month);
    const auto write = [&](const DistrictMonth* district, const MonthReturn& month, Style style) {
        begin_row(sheet, district);
        std::uint32_t at = first_figure;
        for (const PairColumn& pair : table.pairs) {
            write_pair(sheet, at, pair.count(month), style);
            at += 2;
        }
    };
    for (const DistrictMonth& one : province.districts) {
        if (one.counted) {
            write(&one, one.content, Style::count);
        } else {
            begin_row(sheet, &one);
            blanks(sheet, first_figure, keys.size());
        }
    }
    write(nullptr, province.total, Style::total);
    set_up_print(sheet, head, true, 4);
}

Count programme_learners(const MonthReturn& month, const std::string& programme) {
    for (const ProgrammeFigures& one : month.programmes)
        if (one.programme == programme) return one.figures.count("learners");
    return {};
}

} // namespace

void write_figures(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceMonth& province) {
    PairSheet programmes{"programmes", "តាមកម្មវិធី", {"អ្នកសិក្សាតាមកម្មវិធី", "Learners by programme"}, {}};
    for (const ProgrammeFigures& one : province.total.programmes)
        programmes.pairs.push_back(
            {one.programme, one.name.km, one.name.en,
             [key = one.programme](const MonthReturn& month) { return programme_learners(month, key); }});
    if (!programmes.pairs.empty()) write_pairs(workbook, head, province, programmes);
    PairSheet movement{"movement", "ចរន្តអ្នកសិក្សា", {"ចរន្តអ្នកសិក្សា", "Movement of learners"}, {}};
    PairSheet reasons{"reasons", "មូលហេតុចាកចេញ", {"អ្នកចាកចេញតាមមូលហេតុ", "Who left, by reason"}, {}};
    PairSheet ages{"ages", "តាមអាយុ", {"អ្នកសិក្សាតាមក្រុមអាយុ", "Learners by age"}, {}};
    PairSheet people_of{"people", "ពិការភាព និងសមធម៌", {"ពិការភាព និងប័ណ្ណសមធម៌", "Disability and equity card"}, {}};
    for (const words::FigureRow& row : words::figure_rows(age_bands(), {})) {
        if (row.kind != words::FigureRow::Kind::people || row.key == "learners") continue;
        if (row.key.starts_with("age:"))
            ages.pairs.push_back(people(row));
        else if (row.key.starts_with("disability:") || row.key.starts_with("equity:"))
            people_of.pairs.push_back(people(row));
        else if (row.key.starts_with("left:"))
            reasons.pairs.push_back(people(row));
        else if (!row.key.starts_with("ethnicity:"))
            movement.pairs.push_back(people(row));
    }
    for (const PairSheet& one : {movement, reasons, ages, people_of})
        write_pairs(workbook, head, province, one);
}

void write_ethnicities(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceMonth& province) {
    auto columns = district_columns();
    columns.push_back({"ethnicity", {"ជនជាតិ", "Ethnicity"}, 24});
    columns.push_back({"learners.total", words::total, 12});
    columns.push_back({"learners.female", words::female, 12});
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet("ethnicities", "តាមជនជាតិ", keys);
    begin_list(sheet, columns, titled("អ្នកសិក្សាតាមជនជាតិ", province.month),
               titled_en("Learners by ethnicity", province.month));
    const auto write = [&](const DistrictMonth* district, const MonthReturn& month) {
        for (const words::FigureRow& row : words::figure_rows(age_bands(), month.all)) {
            if (!row.key.starts_with("ethnicity:") || month.all.count(row.key).total == 0) continue;
            sheet.row((district == nullptr ? "all" : district->code) + '/' + row.key, 22);
            sheet.text(0, district == nullptr ? "" : district->code, Style::centred);
            sheet.text(1, district == nullptr ? "សរុបខេត្ត" : district->name_km,
                       district == nullptr ? Style::total_text : Style::text);
            sheet.text(2, row.km);
            write_pair(sheet, 3, month.all.count(row.key), district == nullptr ? Style::total : Style::count);
        }
    };
    for (const DistrictMonth& one : province.districts)
        write(&one, one.content);
    write(nullptr, province.total);
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, false, list_heading_row);
}

} // namespace returns::province_sheets

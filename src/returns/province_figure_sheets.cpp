// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of people by district, a pair of columns each: a sheet for each section of the main sheet's layout;
// tables as the districts have them, added up; ethnicities as a list, for there may be many.
#include "returns/province_sheets.hpp"

#include <algorithm>

namespace returns::province_sheets {
namespace {

using spreadsheet::Style;

// The figures under one heading.
struct Section {
    std::string key;
    Wording name;
    std::vector<Figure> figures;
};

bool of_people(const Figure& figure) {
    return (figure.kind == Figure::Kind::count || figure.kind == Figure::Kind::sum) &&
           (figure.counted == Counted::people || figure.counted == Counted::educators);
}

// What stands before the first heading is on the sheet of the districts already.
std::vector<Section> sections_of(const FilledSheet& filled) {
    std::vector<Section> sections;
    for (const Figure& figure : filled.figures) {
        if (figure.kind == Figure::Kind::heading) {
            const std::size_t colon = figure.key.find(':');
            sections.push_back(
                {colon == std::string::npos ? figure.key : figure.key.substr(colon + 1), figure.name, {}});
        } else if (!sections.empty() && of_people(figure)) {
            sections.back().figures.push_back(figure);
        }
    }
    std::erase_if(sections, [](const Section& one) { return one.figures.empty(); });
    return sections;
}

bool of_ethnicities(const Section& section) {
    return std::all_of(section.figures.begin(), section.figures.end(),
                       [](const Figure& one) { return one.each == Attribute::ethnicity; });
}

// A pair's heading stands over "total" and "female".
void write_pair_headings(SignedSheet& sheet, const Section& section, const ReturnPeriod& period) {
    const auto last = static_cast<std::uint32_t>(first_figure + 2 * section.figures.size() - 1);
    sheet.row("title", 30);
    sheet.title(0, last, titled(section.name.km, period), Style::title);
    sheet.row("title-en", 18);
    sheet.title(0, last, titled_en(section.name.en, period), Style::subtitle);
    sheet.row("figure", 44);
    sheet.title(0, 0, "កូដ\nCode", Style::heading, 2);
    sheet.title(1, 1, "ស្រុក\nDistrict", Style::heading, 2);
    for (std::uint32_t at = 0; at < section.figures.size(); ++at)
        sheet.title(first_figure + 2 * at, first_figure + 2 * at + 1, words::both(section.figures[at].name),
                    Style::heading);
    sheet.row("heading", 36);
    for (std::uint32_t at = first_figure; at < last; at += 2) {
        sheet.text(at, words::total.both(), Style::heading);
        sheet.text(at + 1, words::female.both(), Style::heading);
    }
    sheet.looks().freeze(sheet.sheet_row() + 1, first_figure + 1);
}

void write_section(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province,
                   const Section& section) {
    std::vector<std::string> keys = {"code", "name"};
    for (const Figure& figure : section.figures) {
        keys.push_back(figure.key + ".total");
        keys.push_back(figure.key + ".female");
    }
    SignedSheet& sheet = workbook.add_sheet(section.key, spreadsheet::sheet_name(section.name.km), keys);
    sheet.columns(0, 0, 8);
    sheet.columns(1, 1, 24);
    sheet.columns(first_figure, static_cast<std::uint32_t>(keys.size() - 1), 9);
    write_pair_headings(sheet, section, province.period);
    const auto write = [&](const DistrictContent* district, const Figures& figures, Style style) {
        begin_row(sheet, district);
        std::uint32_t at = first_figure;
        for (const Figure& figure : section.figures) {
            write_pair(sheet, at, figures.count(figure.key), style);
            at += 2;
        }
    };
    for (const DistrictContent& one : province.districts) {
        if (one.counted) {
            write(&one, one.content.all(), Style::count);
        } else {
            begin_row(sheet, &one);
            blanks(sheet, first_figure, keys.size());
        }
    }
    write(nullptr, province.total.all(), Style::total);
    set_up_print(sheet, head, true, 4);
}

// A row for each district and ethnicity that somebody is of.
void write_ethnicities(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province,
                       const Section& section) {
    auto columns = district_columns();
    columns.push_back(ListColumn::named("ethnicity", section.name, 24));
    columns.push_back({"learners.total", words::total, 12});
    columns.push_back({"learners.female", words::female, 12});
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet(section.key, spreadsheet::sheet_name(section.name.km), keys);
    begin_list(sheet, columns, titled(section.name.km, province.period),
               titled_en(section.name.en, province.period));
    const auto write = [&](const DistrictContent* district, const Figures& figures) {
        for (const Figure& figure : section.figures) {
            const Count count = figures.count(figure.key);
            if (count.total == 0 || count.total == not_told) continue;
            sheet.row((district == nullptr ? "all" : district->code) + '/' + figure.key, 22);
            sheet.text(0, district == nullptr ? "" : district->code, Style::centred);
            sheet.text(1, district == nullptr ? "សរុបខេត្ត" : district->name_km,
                       district == nullptr ? Style::total_text : Style::text);
            sheet.text(2, figure.name.km);
            write_pair(sheet, 3, count, district == nullptr ? Style::total : Style::count);
        }
    };
    for (const DistrictContent& one : province.districts)
        write(&one, one.content.all());
    write(nullptr, province.total.all());
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, false, list_heading_row);
}

// Learners of each programme by district.
void write_programmes(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province,
                      const FilledSheet& main) {
    if (main.groups.empty()) return;
    auto columns = district_columns();
    for (const FilledSheet::Named& one : main.groups) {
        columns.push_back(ListColumn::named(one.key + ".total", one.name, 14));
        columns.push_back({one.key + ".female", words::female, 8});
    }
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet("programmes", "តាមកម្មវិធី", keys);
    begin_list(sheet, columns, titled("អ្នកសិក្សាតាមកម្មវិធី", province.period),
               titled_en("Learners by programme", province.period));
    const auto write = [&](const DistrictContent* district, const FilledSheet* filled, Style style) {
        begin_row(sheet, district);
        std::uint32_t at = first_figure;
        for (const FilledSheet::Named& programme : main.groups) {
            Count count;
            if (district != nullptr && district->is_unsigned()) count = {not_told, not_told};
            if (filled != nullptr)
                for (const FilledSheet::Named& one : filled->groups)
                    if (one.key == programme.key) count = one.figures.count("learners");
            write_pair(sheet, at, count, style);
            at += 2;
        }
    };
    for (const DistrictContent& one : province.districts) {
        if (one.counted) {
            write(&one, one.content.main(), Style::count);
        } else {
            begin_row(sheet, &one);
            blanks(sheet, first_figure, keys.size());
        }
    }
    write(nullptr, &main, Style::total);
    set_up_print(sheet, head, true, list_heading_row);
}

} // namespace

void write_figures(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province) {
    const FilledSheet* main = province.total.main();
    if (main == nullptr) return;
    write_programmes(workbook, head, province, *main);
    for (const Section& section : sections_of(*main)) {
        if (of_ethnicities(section))
            write_ethnicities(workbook, head, province, section);
        else
            write_section(workbook, head, province, section);
    }
}

void write_tables(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province) {
    for (const FilledSheet& filled : province.total.sheets)
        if (filled.plan.kind == SheetPlan::Kind::table && !filled.groups.empty())
            write_table(workbook, head, filled, province.period);
}

} // namespace returns::province_sheets

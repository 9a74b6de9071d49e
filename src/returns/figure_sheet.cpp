// SPDX-License-Identifier: GPL-3.0-or-later
// The figures: a row each, and for each programme and all together the total and the women among it.
#include "core/ratio.hpp"
#include "returns/return_sheets.hpp"

namespace returns {
namespace {

using spreadsheet::Style;
using words::FigureRow;

constexpr std::uint32_t first_pair = 2; // after the label in both languages

std::vector<std::string> column_keys(const MonthReturn& content) {
    std::vector<std::string> keys = {"label", "label-en"};
    const auto add = [&](const std::string& programme) {
        keys.push_back(programme + ".total");
        keys.push_back(programme + ".female");
    };
    for (const ProgrammeFigures& one : content.programmes)
        add(one.programme);
    add("all");
    return keys;
}

void write_headings(SignedSheet& sheet, const MonthReturn& content) {
    const auto last = first_pair + 2 * static_cast<std::uint32_t>(content.programmes.size()) + 1;
    sheet.row("title", 30);
    sheet.title(0, last, "តួលេខតាមកម្មវិធី " + words::month_km(content.month), Style::title);
    sheet.row("title-en", 18);
    sheet.title(0, last, "Figures by programme, " + words::month_en(content.month), Style::subtitle);
    sheet.row("programme", 40);
    sheet.title(0, 1, "តួលេខ\nFigure", Style::heading, 2);
    std::uint32_t at = first_pair;
    for (const ProgrammeFigures& one : content.programmes) {
        sheet.title(at, at + 1, one.name.km + '\n' + one.name.en, Style::heading);
        at += 2;
    }
    sheet.title(at, at + 1, words::all.both(), Style::heading);
    sheet.row("heading", 40);
    for (at = first_pair; at < last; at += 2) {
        sheet.text(at, words::total.both(), Style::heading);
        sheet.text(at + 1, words::female.both(), Style::heading);
    }
    sheet.looks().freeze(sheet.sheet_row() + 1, first_pair + 1);
}

void write_value(SignedSheet& sheet, std::uint32_t at, const FigureRow& row, const Figures& figures) {
    const auto days = [](std::int64_t thousandths) { return core::format_decimal(thousandths, 3); };
    switch (row.kind) {
    case FigureRow::Kind::classes:
        sheet.number(at, figures.classes, Style::count);
        return sheet.blank(at + 1, Style::count);
    case FigureRow::Kind::people:
        return write_pair(sheet, at, figures.count(row.key));
    case FigureRow::Kind::days_taken:
        sheet.number(at, figures.days.taken, Style::count);
        return sheet.number(at + 1, figures.days_female.taken, Style::count);
    case FigureRow::Kind::days_present:
        sheet.number(at, days(figures.days.present_thousandths), Style::decimal2);
        return sheet.number(at + 1, days(figures.days_female.present_thousandths), Style::decimal2);
    case FigureRow::Kind::rate:
        write_rate(sheet, at, figures.days.rate());
        return write_rate(sheet, at + 1, figures.days_female.rate());
    case FigureRow::Kind::heading:
        return;
    }
}

void write_row(SignedSheet& sheet, const FigureRow& row, const MonthReturn& content) {
    sheet.row(row.key, 21);
    const bool heading = row.kind == FigureRow::Kind::heading;
    const auto last = first_pair + 2 * static_cast<std::uint32_t>(content.programmes.size()) + 1;
    if (heading) return sheet.title(0, last, row.km + "  " + row.en, Style::total_text);
    sheet.text(0, row.km);
    sheet.text(1, row.en);
    std::uint32_t at = first_pair;
    for (const ProgrammeFigures& one : content.programmes) {
        write_value(sheet, at, row, one.figures);
        at += 2;
    }
    write_value(sheet, at, row, content.all);
}

} // namespace

void write_figures(SignedWorkbook& workbook, const ReturnHead& head, const MonthReturn& content) {
    const auto keys = column_keys(content);
    SignedSheet& sheet = workbook.add_sheet(sheet_keys::figures, sheet_names::figures, keys);
    sheet.columns(0, 0, 30);
    sheet.columns(1, 1, 24);
    sheet.columns(first_pair, static_cast<std::uint32_t>(keys.size() - 1), 10);
    write_headings(sheet, content);
    for (const FigureRow& row : words::figure_rows(age_bands(), content.all))
        write_row(sheet, row, content);
    set_up_print(sheet, head, content.programmes.size() > 2, 4);
}

} // namespace returns

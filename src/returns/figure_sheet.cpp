// SPDX-License-Identifier: GPL-3.0-or-later
// Figures: a row each, and for each group and all together the total and the women among it.
#include "core/ratio.hpp"
#include "returns/return_sheets.hpp"

namespace returns {
namespace {

using spreadsheet::Style;

constexpr std::uint32_t first_pair = 2; // after the label in both languages

std::vector<std::string> column_keys(const FilledSheet& filled) {
    std::vector<std::string> keys = {"label", "label-en"};
    const auto add = [&](const std::string& group) {
        keys.push_back(group + ".total");
        keys.push_back(group + ".female");
    };
    for (const FilledSheet::Named& one : filled.groups)
        add(one.key);
    add("all");
    return keys;
}

std::uint32_t last_column(const FilledSheet& filled) {
    return first_pair + 2 * static_cast<std::uint32_t>(filled.groups.size()) + 1;
}

void write_headings(SignedSheet& sheet, const FilledSheet& filled, const ReturnPeriod& period) {
    const auto last = last_column(filled);
    sheet.row("title", 30);
    sheet.title(0, last, titled_km(filled.plan, period), Style::title);
    sheet.row("title-en", 18);
    sheet.title(0, last, titled_en(filled.plan, period), Style::subtitle);
    sheet.row("programme", 40);
    sheet.title(0, 1, "តួលេខ\nFigure", Style::heading, 2);
    std::uint32_t at = first_pair;
    for (const FilledSheet::Named& one : filled.groups) {
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

void write_row(SignedSheet& sheet, const Figure& figure, const FilledSheet& filled) {
    sheet.row(figure.key, 21);
    if (figure.kind == Figure::Kind::heading)
        return sheet.title(0, last_column(filled), figure.name.km + "  " + figure.name.en, Style::total_text);
    const std::string indent = figure.indented ? "    " : "";
    sheet.text(0, indent + figure.name.km);
    sheet.text(1, indent + figure.name.en);
    std::uint32_t at = first_pair;
    for (const FilledSheet::Named& one : filled.groups) {
        write_value(sheet, at, figure, one.figures, Style::count);
        at += 2;
    }
    write_value(sheet, at, figure, filled.all, Style::count);
}

} // namespace

void write_value(SignedSheet& sheet, std::uint32_t at, const Figure& figure, const Figures& figures,
                 spreadsheet::Style style) {
    const Style decimal = style == Style::total ? Style::total_decimal2 : Style::decimal2;
    const auto taken = [&](std::uint32_t column, const LearnerDays& days) {
        days.taken == not_told ? sheet.blank(column, style) : sheet.number(column, days.taken, style);
    };
    const auto present = [&](std::uint32_t column, const LearnerDays& days) {
        if (days.taken == not_told) return sheet.blank(column, decimal);
        sheet.number(column, core::format_decimal(days.present_thousandths, 3), decimal);
    };
    switch (figure.counted) {
    case Counted::classes:
        write_count(sheet, at, figures.count(figure.key).total, style);
        return sheet.blank(at + 1, style);
    case Counted::people:
    case Counted::educators:
        return write_pair(sheet, at, figures.count(figure.key), style);
    case Counted::days_taken:
        taken(at, figures.days);
        return taken(at + 1, figures.days_female);
    case Counted::days_present:
        present(at, figures.days);
        return present(at + 1, figures.days_female);
    case Counted::rate:
        write_rate(sheet, at, figures.days.rate());
        return write_rate(sheet, at + 1, figures.days_female.rate());
    }
}

void write_figures(SignedWorkbook& workbook, const ReturnHead& head, const FilledSheet& filled,
                   const ReturnPeriod& period) {
    const auto keys = column_keys(filled);
    SignedSheet& sheet = workbook.add_sheet(filled.plan.key, filled.plan.name.km, keys);
    sheet.columns(0, 0, 30);
    sheet.columns(1, 1, 24);
    sheet.columns(first_pair, static_cast<std::uint32_t>(keys.size() - 1), 10);
    write_headings(sheet, filled, period);
    for (const Figure& figure : filled.figures)
        write_row(sheet, figure, filled);
    set_up_print(sheet, head, filled.groups.size() > 2, 4);
}

} // namespace returns

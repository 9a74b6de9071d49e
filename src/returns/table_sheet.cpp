// SPDX-License-Identifier: GPL-3.0-or-later
// A table: a row for each group and for all together. Each figure is a column with its women beside it, or
// alone for classes; one told in percents has four. Every column has a number, with what it is the sum or the
// share of: "1=3+21", "6=5x100/1", as official forms print it.
#include "core/ratio.hpp"
#include "returns/return_sheets.hpp"

#include <map>

namespace returns {
namespace {

using spreadsheet::Style;

// One column of the sheet.
struct TableColumn {
    enum class Part { total, total_percent, female, female_percent } part = Part::total;
    const Figure* figure = nullptr;
    int number = 0; // from 1, as printed
    std::string key() const {
        constexpr std::array<std::string_view, 4> ends{".total", ".total-percent", ".female",
                                                       ".female-percent"};
        return figure->key + std::string{ends.at(static_cast<std::size_t>(part))};
    }
};

class Columns {
  public:
    explicit Columns(const std::vector<Figure>& figures) {
        for (const Figure& figure : figures) {
            if (figure.kind == Figure::Kind::heading) continue;
            m_first.emplace(figure.key, static_cast<int>(m_columns.size()) + 1);
            const bool in_percents = !figure.percent_of.empty();
            add(figure, TableColumn::Part::total);
            if (in_percents) add(figure, TableColumn::Part::total_percent);
            if (figure.counted != Counted::classes) add(figure, TableColumn::Part::female);
            if (in_percents) add(figure, TableColumn::Part::female_percent);
        }
    }

    const std::vector<TableColumn>& all() const { return m_columns; }

    std::vector<std::string> keys() const {
        std::vector<std::string> keys = {"name", "name-en"};
        for (const TableColumn& one : m_columns)
            keys.push_back(one.key());
        return keys;
    }

    // "1=3+21", "6=5x100/1", or the number alone.
    std::string formula(const TableColumn& column) const {
        const std::string number = std::to_string(column.number);
        const auto first = [&](const std::string& key) { return std::to_string(m_first.at(key)); };
        switch (column.part) {
        case TableColumn::Part::total_percent:
            return number + '=' + first(column.figure->key) + "x100/" + first(column.figure->percent_of);
        case TableColumn::Part::total: {
            const auto& parts = column.figure->equals.empty() ? column.figure->sum_of : column.figure->equals;
            std::string sum;
            for (const std::string& part : parts)
                sum += (sum.empty() ? "=" : "+") + first(part);
            return number + sum;
        }
        default:
            return number;
        }
    }

  private:
    void add(const Figure& figure, TableColumn::Part part) {
        m_columns.push_back({part, &figure, static_cast<int>(m_columns.size()) + 1});
    }

    std::vector<TableColumn> m_columns;
    std::map<std::string, int> m_first; // the number of a figure's total
};

constexpr std::uint32_t first_figure = 2; // after the name in both languages

words::Label part_label(const TableColumn& column) {
    switch (column.part) {
    case TableColumn::Part::female:
        return words::female;
    case TableColumn::Part::total_percent:
    case TableColumn::Part::female_percent:
        return {"%", "%"};
    case TableColumn::Part::total:
        break;
    }
    return words::total;
}

std::string part_heading(const TableColumn& column) {
    const words::Label label = part_label(column);
    return label.km == label.en ? std::string{label.km} : label.both();
}

void write_headings(SignedSheet& sheet, const FilledSheet& filled, const Columns& columns,
                    const ReturnPeriod& period) {
    const auto last = first_figure + static_cast<std::uint32_t>(columns.all().size()) - 1;
    sheet.row("title", 30);
    sheet.title(0, last, titled_km(filled.plan, period), Style::title);
    sheet.row("title-en", 18);
    sheet.title(0, last, titled_en(filled.plan, period), Style::subtitle);
    sheet.row("figure", 72);
    constexpr std::array<words::Label, 3> groups{
        {{"កម្មវិធី", "Programme"}, {"គ្រឹះស្ថាន", "Institution"}, {"កម្រិត", "Level"}}};
    sheet.title(0, 1, groups.at(static_cast<std::size_t>(filled.plan.group)).both(), Style::heading, 3);
    for (std::size_t at = 0; at < columns.all().size();) {
        std::size_t to = at;
        while (to + 1 < columns.all().size() && columns.all()[to + 1].figure == columns.all()[at].figure)
            ++to;
        sheet.title(first_figure + static_cast<std::uint32_t>(at),
                    first_figure + static_cast<std::uint32_t>(to),
                    words::both(columns.all()[at].figure->name), Style::heading);
        at = to + 1;
    }
    sheet.row("part", 36);
    for (std::uint32_t at = 0; at < columns.all().size(); ++at)
        sheet.text(first_figure + at, part_heading(columns.all()[at]), Style::heading);
    sheet.row("formula", 20);
    for (std::uint32_t at = 0; at < columns.all().size(); ++at)
        sheet.text(first_figure + at, columns.formula(columns.all()[at]), Style::centred);
    sheet.looks().freeze(sheet.sheet_row() + 1, first_figure + 1);
}

// Nothing of nobody, nor of what is hidden.
std::string percent(std::int64_t part, std::int64_t whole) {
    return whole <= 0 || part < 0 ? "" : core::format_percent({part, whole});
}

void write_cell(SignedSheet& sheet, std::uint32_t at, const TableColumn& column, const Figures& figures,
                Style style) {
    const Count count = figures.count(column.figure->key);
    const Count whole = figures.count(column.figure->percent_of);
    switch (column.part) {
    case TableColumn::Part::total:
        // The women of other than counts stand in the column after it.
        if (column.figure->counted != Counted::classes && column.figure->counted != Counted::people &&
            column.figure->counted != Counted::educators)
            return write_value(sheet, at, *column.figure, figures, style);
        return write_count(sheet, at, count.total, style);
    case TableColumn::Part::female:
        if (column.figure->counted == Counted::people || column.figure->counted == Counted::educators)
            write_count(sheet, at, count.female, style);
        return;
    case TableColumn::Part::total_percent:
        return write_rate(sheet, at, percent(count.total, whole.total));
    case TableColumn::Part::female_percent:
        return write_rate(sheet, at, percent(count.female, whole.female));
    }
}

void write_row(SignedSheet& sheet, const std::string& key, const Wording& name, const Columns& columns,
               const Figures& figures, bool closing) {
    sheet.row(key, 22);
    sheet.text(0, name.km, closing ? Style::total_text : Style::text);
    sheet.text(1, name.en, closing ? Style::total_text : Style::text);
    for (std::uint32_t at = 0; at < columns.all().size(); ++at)
        write_cell(sheet, first_figure + at, columns.all()[at], figures,
                   closing ? Style::total : Style::count);
}

} // namespace

void write_table(SignedWorkbook& workbook, const ReturnHead& head, const FilledSheet& filled,
                 const ReturnPeriod& period) {
    const Columns columns(filled.figures);
    const auto keys = columns.keys();
    SignedSheet& sheet = workbook.add_sheet(filled.plan.key, filled.plan.name.km, keys);
    sheet.columns(0, 0, 28);
    sheet.columns(1, 1, 34);
    sheet.columns(first_figure, static_cast<std::uint32_t>(keys.size() - 1), 9);
    write_headings(sheet, filled, columns, period);
    for (const FilledSheet::Named& group : filled.groups)
        write_row(sheet, group.key, group.name, columns, group.figures, false);
    write_row(sheet, "all", words::wording(words::all), columns, filled.all, true);
    set_up_print(sheet, head, true, 5);
}

} // namespace returns

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utf8.hpp"
#include "sheets/draw.hpp"
#include "sheets/wording.hpp"
#include "spreadsheet/decimal.hpp"
#include "spreadsheet/writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sheets {
namespace {

using spreadsheet::Range;
using spreadsheet::Style;

constexpr double row_points = 20;
// Excel's limit for a drop-down list that stands in the rule itself.
constexpr std::size_t longest_list = 255;
// Before ours stands the hidden column of numbers.
constexpr std::uint32_t moved = 1;
// The number of the row, the name and the sex: open in a row for somebody new.
constexpr std::size_t person_columns = 3;

bool fits_a_list(const std::vector<std::string>& choices) {
    std::size_t letters = 0;
    for (const std::string& choice : choices)
        letters += core::to_utf32(choice).size() + 1;
    return letters <= longest_list;
}

// One workbook sheet, written from the top down.
class WorkbookSheet {
  public:
    WorkbookSheet(spreadsheet::SheetWriter& writer, const Sheet& sheet)
        : m_writer(writer)
        , m_sheet(sheet) {}

    void write() {
        set_columns();
        write_keys();
        write_head();
        write_headings();
        if (!m_sheet.called.empty()) write_called();
        m_first_row = m_row;
        for (const Row& row : m_sheet.rows)
            write_row(row);
        add_rules();
        write_signatures();
        m_writer.freeze(m_first_row, moved + 2);
        m_writer.print({.landscape = m_sheet.landscape,
                        .repeat = spreadsheet::PrintSetup::Rows{m_heading_row, m_headings_end - 1},
                        .footer = {.left = m_sheet.title + ' ' + m_sheet.key.class_name}});
        m_writer.protect();
    }

  private:
    std::uint32_t last_column() const {
        return moved + static_cast<std::uint32_t>(m_sheet.columns.size()) - 1;
    }
    static std::uint32_t place(std::size_t column) { return moved + static_cast<std::uint32_t>(column); }

    void set_columns() {
        m_writer.columns(0, 0, 18, true);
        for (std::size_t nth = 0; nth < m_sheet.columns.size(); ++nth)
            m_writer.columns(place(nth), place(nth), m_sheet.columns[nth].width);
    }

    void write_keys() {
        m_writer.row(m_row, row_points, true);
        m_writer.text(m_row, 0, to_text(m_sheet.key), Style::key);
        for (std::size_t nth = 0; nth < m_sheet.columns.size(); ++nth)
            m_writer.text(m_row, place(nth), to_text(m_sheet.columns[nth].key), Style::key);
        ++m_row;
    }

    void write_head() {
        for (const std::string& line : m_sheet.office_lines)
            m_writer.text(m_row++, moved, line, Style::plain);
        const auto across = [&](const std::string& line, Style style, double height) {
            m_writer.row(m_row, height);
            m_writer.merge({{m_row, moved}, {m_row, last_column()}}, line, style);
            ++m_row;
        };
        if (m_sheet.sample) across(wording().sample, Style::note, 16);
        across(m_sheet.title, Style::title, 26);
        for (const std::string& line : m_sheet.subtitles)
            across(line, Style::subtitle, 20);
        across(m_sheet.help, Style::plain, 22);
    }

    // Two rows where something stands above a heading: then the others are as high as both.
    void write_headings() {
        const bool two = std::any_of(m_sheet.columns.begin(), m_sheet.columns.end(), [](const Column& one) {
            return !one.above.empty() || !one.group.empty();
        });
        m_heading_row = m_row;
        m_headings_end = m_row + (two ? 2 : 1);
        const std::uint32_t below = m_headings_end - 1;
        m_writer.row(m_heading_row, two ? 18 : heading_points());
        m_writer.merge({{m_heading_row, 0}, {below, 0}}, wording().number, Style::heading);
        for (std::size_t nth = 0; nth < m_sheet.columns.size(); ++nth) {
            const Column& column = m_sheet.columns[nth];
            if (!column.group.empty())
                write_group(nth);
            else if (two && !column.above.empty())
                m_writer.text(m_heading_row, place(nth), column.above, Style::heading);
            else
                m_writer.merge({{m_heading_row, place(nth)}, {below, place(nth)}}, column.heading,
                               Style::heading);
        }
        if (two) m_writer.row(below, 24);
        for (std::size_t nth = 0; two && nth < m_sheet.columns.size(); ++nth) {
            const Column& column = m_sheet.columns[nth];
            if (!column.above.empty() || !column.group.empty())
                m_writer.text(below, place(nth), column.heading, Style::heading);
        }
        m_row = m_headings_end;
    }

    // A heading that is longer than its column is wide goes on below.
    double heading_points() const {
        std::size_t lines = 1;
        for (const Column& column : m_sheet.columns) {
            const auto letters = static_cast<double>(core::to_utf32(column.heading).size());
            lines = std::max(lines, static_cast<std::size_t>(letters / column.width) + 1);
        }
        return 18.0 * static_cast<double>(std::min<std::size_t>(lines, 3));
    }

    void write_group(std::size_t nth) {
        const auto& columns = m_sheet.columns;
        if (nth > 0 && columns[nth - 1].group == columns[nth].group) return;
        std::size_t last = nth;
        while (last + 1 < columns.size() && columns[last + 1].group == columns[nth].group)
            ++last;
        m_writer.merge({{m_heading_row, place(nth)}, {m_heading_row, place(last)}}, columns[nth].group,
                       Style::heading);
    }

    void write_called() {
        m_writer.row(m_row, row_points);
        for (std::size_t nth = 0; nth < m_sheet.columns.size(); ++nth) {
            const Column& column = m_sheet.columns[nth];
            const bool day = column.key.what == ColumnKey::What::day;
            const Style style = column.shut ? Style::shut : day ? Style::mark : Style::text;
            write_cell(nth, m_sheet.called[nth], style);
        }
        m_called_row = m_row++;
    }

    Style style_of(const Row& row, std::size_t nth) const {
        const Column& column = m_sheet.columns[nth];
        if (column.shut || std::find(row.shut.begin(), row.shut.end(), nth) != row.shut.end())
            return Style::shut;
        const bool newcomer = row.spare && nth > 0 && nth < person_columns;
        if (column.open || newcomer) return column.words ? Style::entry : Style::mark;
        return column.words ? Style::text : Style::centred;
    }

    void write_row(const Row& row) {
        m_writer.row(m_row, row_points);
        if (!row.number.empty()) m_writer.text(m_row, 0, row.number, Style::key);
        for (std::size_t nth = 0; nth < m_sheet.columns.size(); ++nth)
            write_cell(nth, row.cells[nth], style_of(row, nth));
        ++m_row;
    }

    void write_cell(std::size_t nth, const std::string& text, Style style) {
        if (text.empty())
            m_writer.blank(m_row, place(nth), style);
        else if (m_sheet.columns[nth].figure && spreadsheet::plain_decimal(text))
            m_writer.number(m_row, place(nth), text, style);
        else
            m_writer.text(m_row, place(nth), text, style);
    }

    // What a column's open cells may hold.
    void add_rules() {
        const auto spare =
            std::find_if(m_sheet.rows.begin(), m_sheet.rows.end(), [](const Row& row) { return row.spare; });
        const std::uint32_t first_spare =
            m_first_row + static_cast<std::uint32_t>(spare - m_sheet.rows.begin());
        for (std::size_t nth = 0; nth < m_sheet.columns.size(); ++nth) {
            const Column& column = m_sheet.columns[nth];
            const std::uint32_t first = column.open ? m_first_row : first_spare;
            if (column.shut || first >= m_row) continue;
            if (column.key.what == ColumnKey::What::day && !m_sheet.called.empty())
                offer(words_of(wording().ticks), {{m_called_row, place(nth)}, {m_called_row, place(nth)}});
            const Range where{{first, place(nth)}, {m_row - 1, place(nth)}};
            if (!column.maximum.empty())
                allow(column, where);
            else if (!column.choices.empty())
                offer(column.choices, where);
        }
    }

    void allow(const Column& column, const Range& where) {
        const bool whole = column.choices.empty();
        const std::string& message = whole ? wording().wrong_number : wording().wrong_score;
        m_writer.allow({.where = where,
                        .minimum = "0",
                        .maximum = column.maximum,
                        .whole = whole,
                        .or_words = column.choices,
                        .error_title = wording().wrong_title,
                        .error_message = fmt::format(fmt::runtime(message), column.maximum)});
    }

    // More than a drop-down can hold is not checked where it is typed, only when it comes back.
    void offer(const std::vector<std::string>& choices, const Range& where) {
        if (!fits_a_list(choices)) return;
        m_writer.offer({.where = where,
                        .list = choices,
                        .error_title = wording().wrong_title,
                        .error_message = wording().wrong_mark});
    }

    // They begin outside the column of names, so that nobody takes them for one.
    void write_signatures() {
        const Wording& words = wording();
        const std::uint32_t right = moved + (last_column() - moved) * 3 / 5;
        ++m_row;
        const std::string lines[][2] = {{words.lunar_date, words.lunar_date},
                                        {words.solar_date, words.solar_date},
                                        {words.agreed, words.teacher},
                                        {words.head, {}}};
        for (const auto& [left_words, right_words] : lines) {
            m_writer.text(m_row, moved, left_words, Style::plain);
            if (!right_words.empty()) m_writer.text(m_row, right, right_words, Style::plain);
            ++m_row;
        }
    }

    spreadsheet::SheetWriter& m_writer;
    const Sheet& m_sheet;
    std::uint32_t m_row = 0;
    std::uint32_t m_heading_row = 0;
    std::uint32_t m_headings_end = 0;
    std::uint32_t m_called_row = 0;
    std::uint32_t m_first_row = 0;
};

} // namespace

void write_workbook(const std::filesystem::path& path, const Sheet& sheet) {
    spreadsheet::WorkbookWriter workbook{path,
                                         {.title = sheet.title + ' ' + sheet.key.class_name,
                                          .author = sheet.key.office_name,
                                          .created = sheet.made_at}};
    WorkbookSheet{workbook.add_sheet(spreadsheet::sheet_name(sheet.tab)), sheet}.write();
    workbook.publish();
}

} // namespace sheets

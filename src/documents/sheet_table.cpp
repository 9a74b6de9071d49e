// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/sheet_table.hpp"

#include <algorithm>
#include <numeric>

namespace documents {

namespace {

constexpr double padding = 3;
constexpr Colour heading_shade{0.93, 0.95, 0.98, 1};
constexpr Colour cell_shade{0.84, 0.84, 0.84, 1};
constexpr double rule_width = 0.5;
constexpr double smallest_heading = 0.7;

} // namespace

SheetTable::SheetTable(const Sheet& sheet, double left, double width, Typesetter& setter)
    : m_sheet(sheet)
    , m_setter(setter) {
    const double shares =
        std::accumulate(sheet.columns.begin(), sheet.columns.end(), 0.0,
                        [](double sum, const Column& column) { return sum + column.width; });
    m_edges.push_back(left);
    for (const Column& column : sheet.columns)
        m_edges.push_back(m_edges.back() + width * column.width / shares);

    for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
        const Column& column = sheet.columns[c];
        const Lettering heading = heading_lettering(c);
        const double height =
            column.upright
                ? setter.width_of(column.heading, heading)
                : heading.row_distance() *
                      static_cast<double>(setter.rows(column.heading, heading, heading_width(c)).size());
        m_heading_height = std::max(m_heading_height, height + 2 * padding);
        if (!column.group.empty()) m_group_height = heading.row_distance() + 2 * padding;
    }
    for (const auto& row : sheet.rows) {
        m_cells.emplace_back();
        double height = sheet.row_height;
        for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
            m_cells.back().push_back(
                setter.rows(c < row.size() ? row[c] : std::string_view{}, lettering_of(c), text_width(c)));
            height = std::max(height, lettering_of(c).row_distance() *
                                          static_cast<double>(m_cells.back().back().size()));
        }
        m_row_heights.push_back(height);
    }
}

Lettering SheetTable::lettering_of(std::size_t column) const {
    return {Typeface::list, m_sheet.text_size, m_sheet.columns[column].align};
}

double SheetTable::text_width(std::size_t column) const {
    return std::max(1.0, m_edges[column + 1] - m_edges[column] - 2 * padding);
}

// Headings may come closer to the rules than cells do.
double SheetTable::heading_width(std::size_t column) const {
    return std::max(1.0, m_edges[column + 1] - m_edges[column] - padding);
}

// A word too wide for its column is made smaller before it would be broken.
Lettering SheetTable::heading_lettering(std::size_t column) const {
    Lettering lettering{Typeface::body, m_sheet.text_size, Align::centre};
    if (m_sheet.columns[column].upright) return lettering;
    const double widest = m_setter.widest_word(m_sheet.columns[column].heading, lettering);
    if (widest > heading_width(column))
        lettering.size *= std::max(smallest_heading, heading_width(column) / widest);
    return lettering;
}

// Where the group that begins at `column` ends; a column without a group is its own.
std::size_t SheetTable::group_end(std::size_t column) const {
    const auto& columns = m_sheet.columns;
    std::size_t end = column + 1;
    while (!columns[column].group.empty() && end < columns.size() &&
           columns[end].group == columns[column].group)
        ++end;
    return end;
}

double SheetTable::draw(PageContent& page, std::size_t first, std::size_t last, double top) {
    draw_headings(page, top);
    double y = top + heading_height();
    draw_shades(page, first, last, y);
    for (std::size_t row = first; row < last; ++row) {
        draw_row(page, row, y);
        y += m_row_heights[row];
    }
    draw_rules(page, first, last, top, y);
    return y;
}

void SheetTable::draw_headings(PageContent& page, double top) {
    page.marks.emplace_back(
        FillMark{{m_edges.front(), top, m_edges.back() - m_edges.front(), heading_height()}, heading_shade});
    for (std::size_t c = 0; c < m_sheet.columns.size(); ++c) {
        const Column& column = m_sheet.columns[c];
        const Lettering lettering = heading_lettering(c);
        const bool grouped = !column.group.empty();
        if (grouped && (c == 0 || group_end(c - 1) == c))
            m_setter.put_fitted(page, column.group, lettering, m_edges[c] + padding, top + padding,
                                m_edges[group_end(c)] - m_edges[c] - 2 * padding);
        const double from = top + (grouped ? m_group_height : 0);
        const double height = heading_height() - (grouped ? m_group_height : 0);
        if (column.upright) {
            m_setter.put_upright(page, column.heading, lettering, (m_edges[c] + m_edges[c + 1]) / 2,
                                 from + height - padding);
            continue;
        }
        auto rows = m_setter.rows(column.heading, lettering, heading_width(c));
        const double taken = lettering.row_distance() * static_cast<double>(rows.size());
        m_setter.put(page, std::move(rows), lettering, m_edges[c], from + (height - taken) / 2,
                     m_edges[c + 1] - m_edges[c]);
    }
}

void SheetTable::draw_shades(PageContent& page, std::size_t first, std::size_t last, double top) {
    for (const Sheet::Cell& cell : m_sheet.shaded) {
        if (cell.row < first || cell.row >= last) continue;
        const double y = std::accumulate(m_row_heights.begin() + static_cast<std::ptrdiff_t>(first),
                                         m_row_heights.begin() + static_cast<std::ptrdiff_t>(cell.row), top);
        page.marks.emplace_back(
            FillMark{{m_edges[cell.column], y, m_edges[cell.column + 1] - m_edges[cell.column],
                      m_row_heights[cell.row]},
                     cell_shade});
    }
}

void SheetTable::draw_row(PageContent& page, std::size_t row, double top) {
    for (std::size_t c = 0; c < m_sheet.columns.size(); ++c) {
        auto& cell = m_cells[row][c];
        const Lettering lettering = lettering_of(c);
        const double taken = lettering.row_distance() * static_cast<double>(cell.size());
        m_setter.put(page, std::move(cell), lettering, m_edges[c] + padding,
                     top + (m_row_heights[row] - taken) / 2, m_edges[c + 1] - m_edges[c] - 2 * padding);
    }
}

void SheetTable::draw_rules(PageContent& page, std::size_t first, std::size_t last, double top,
                            double bottom) {
    const double left = m_edges.front(), right = m_edges.back();
    const auto rule = [&](double x1, double y1, double x2, double y2) {
        page.marks.emplace_back(RuleMark{x1, y1, x2, y2, rule_width, {}});
    };
    rule(left, top, right, top);
    for (std::size_t c = 0; m_group_height > 0 && c < m_sheet.columns.size(); ++c)
        if (!m_sheet.columns[c].group.empty())
            rule(m_edges[c], top + m_group_height, m_edges[c + 1], top + m_group_height);
    double y = top + heading_height();
    rule(left, y, right, y);
    for (std::size_t row = first; row < last; ++row) {
        y += m_row_heights[row];
        rule(left, y, right, y);
    }
    rule(left, top, left, bottom);
    for (std::size_t c = 0; c < m_sheet.columns.size(); ++c) {
        const bool inside_group = c + 1 < m_sheet.columns.size() && group_end(c) > c + 1;
        rule(m_edges[c + 1], inside_group ? top + m_group_height : top, m_edges[c + 1], bottom);
    }
}

} // namespace documents

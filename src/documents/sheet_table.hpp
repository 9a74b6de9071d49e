// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a sheet: column places, headings, rows measured and drawn. Inside documents only.
#pragma once

#include "documents/typesetter.hpp"

#include <cstddef>
#include <vector>

namespace documents {

class SheetTable {
  public:
    // The table stands between `left` and `left + width`, in points.
    SheetTable(const Sheet& sheet, double left, double width, Typesetter& setter);

    double heading_height() const { return m_group_height + m_heading_height; }
    double row_height(std::size_t row) const { return m_row_heights[row]; }
    std::size_t row_count() const { return m_row_heights.size(); }

    // The headings and rows [first, last) from `top`, ruled; gives the y below them.
    double draw(PageContent& page, std::size_t first, std::size_t last, double top);

  private:
    void draw_headings(PageContent& page, double top);
    void draw_shades(PageContent& page, std::size_t first, std::size_t last, double top);
    void draw_row(PageContent& page, std::size_t row, double top);
    void draw_rules(PageContent& page, std::size_t first, std::size_t last, double top, double bottom);
    std::size_t group_end(std::size_t column) const;
    Lettering lettering_of(std::size_t column) const;
    double text_width(std::size_t column) const;
    double heading_width(std::size_t column) const;
    Lettering heading_lettering(std::size_t column) const;

    const Sheet& m_sheet;
    Typesetter& m_setter;
    // Where each column begins, and where the last ends.
    std::vector<double> m_edges;
    std::vector<std::vector<std::vector<ShapedText>>> m_cells;
    std::vector<double> m_row_heights;
    double m_group_height = 0;
    double m_heading_height = 0;
};

} // namespace documents

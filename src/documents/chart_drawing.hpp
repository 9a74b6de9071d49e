// SPDX-License-Identifier: GPL-3.0-or-later
// Lays a chart onto a page at a place. Inside documents only.
#pragma once

#include "documents/chart.hpp"
#include "documents/page_content.hpp"
#include "documents/typesetter.hpp"

#include <optional>
#include <string>
#include <vector>

namespace documents {

class ChartDrawing {
  public:
    // Around everything.
    static constexpr double pad = 9;

    // Onto `page`, from x, y on and that many points wide. All four must outlive it.
    ChartDrawing(PageContent& page, double x, double y, const core::Chart& chart, double width,
                 const ChartLook& look, const Fonts& fonts);

    // What stands above the plot; gives the height it took.
    double draw_head();
    double plot_height();
    // From `top` to `bottom`, both below y.
    void draw_plot(double top, double bottom);

    // Where the categories stand, from x, y.
    std::vector<ChartBox>& boxes() { return m_boxes; }
    const std::optional<core::Error>& first_error() const { return m_setter.first_error(); }

  private:
    // Dark; light with a rim; or hatched with a rim, which prints unlike both.
    enum class Fill { whole, part, low };

    std::optional<std::int64_t> value(std::size_t series, std::size_t category) const;
    double share(std::optional<std::int64_t> value) const;
    Fill fill_of_first(std::size_t category) const;

    // In as many rows as it needs; gives their height.
    double text(std::string_view words, const Lettering& lettering, double x, double y, double width,
                core::Rgb colour);
    void fitted(std::string_view words, Lettering lettering, Align align, double x, double y, double width,
                core::Rgb colour);
    double width_of(std::string_view words, const Lettering& lettering);
    void recolour(std::size_t first, core::Rgb colour);
    void rule(double x1, double y1, double x2, double y2, double width, core::Rgb colour);
    void dashed(double x1, double y1, double x2, double y2);
    void fill(const Rectangle& box, core::Rgb colour);
    void hatch(const Rectangle& box, core::Rgb colour);
    void block(const Rectangle& box, Fill how);

    double draw_legend(double y);
    double line_room() const { return m_chart.line ? 14 : 0; }
    // How wide the names of bars and of a pyramid's rows are, and how high that makes a row.
    double names_width();
    double row_step();
    void draw_name_beside(const std::string& name, Align align, double x, double y, double width);
    void draw_bars(double top);
    double slot() const { return (m_width - 2 * pad) / static_cast<double>(m_chart.categories.size()); }
    double names_height();
    std::string column_label(std::size_t at);
    void draw_columns(double top, double bottom);
    void draw_name_below(const std::string& name, double x, double y);
    void draw_sides(double left, double right, double y);
    void draw_pyramid(double top);

    PageContent& m_page;
    double m_x, m_y;
    const core::Chart& m_chart;
    double m_width;
    const ChartLook& m_look;
    Typesetter m_setter;
    std::optional<double> m_row_step{};
    std::vector<ChartBox> m_boxes;
};

} // namespace documents

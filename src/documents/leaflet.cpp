// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/leaflet.hpp"

#include "documents/typesetter.hpp"

#include <algorithm>
#include <optional>

namespace documents {
namespace {

constexpr double margin = 40;
constexpr double band_height = 74;
constexpr double gap = 14;
constexpr double padding = 11;
constexpr double foot = 22;
// The text is as large as it can be while every page holds what it has to: one size for all of them.
constexpr double largest = 1.3, smallest = 0.9, step_down = 0.02;

constexpr Colour navy{0.078, 0.173, 0.314};
constexpr Colour accent{0.122, 0.384, 0.710};
constexpr Colour gold{0.949, 0.757, 0.306};
constexpr Colour white{1, 1, 1};
constexpr Colour ink{0.110, 0.145, 0.200};
constexpr Colour muted{0.357, 0.404, 0.471};
constexpr Colour ground{0.961, 0.965, 0.976};
constexpr Colour key_ground{0.871, 0.902, 0.945};
constexpr Colour warning{0.522, 0.302, 0};
constexpr Colour warning_ground{1, 0.965, 0.886};

constexpr Lettering title_lettering{Typeface::heading, 19, Align::left};
constexpr Lettering subtitle_lettering{Typeface::body, 10.5, Align::left};
constexpr Lettering foot_lettering{Typeface::list, 8, Align::left};
constexpr Lettering foot_right{Typeface::list, 8, Align::right};

class LeafletLayout {
  public:
    LeafletLayout(const Leaflet& leaflet, const Fonts& fonts)
        : m_leaflet(leaflet)
        , m_setter(fonts) {}

    core::Expected<std::vector<Page>> run() {
        scale(largest);
        for (double size = largest; size > smallest && !all_fit(); size -= step_down)
            scale(size);
        std::vector<Page> pages;
        for (std::size_t i = 0; i < m_leaflet.pages.size(); ++i) {
            auto content = std::make_shared<PageContent>();
            content->size = a4_portrait;
            m_page = content.get();
            draw_band(m_leaflet.pages[i]);
            if (!draw_boxes(m_leaflet.pages[i]))
                return core::fail(core::Error{"leaflet.too-long"}.with("page", std::to_string(i + 1)));
            draw_foot(i);
            pages.emplace_back(std::move(content));
        }
        if (m_setter.first_error()) return core::fail(*m_setter.first_error());
        return pages;
    }

  private:
    static constexpr double width = 595.276 - 2 * margin;
    static constexpr double column = (width - gap) / 2;
    static constexpr double top = margin + band_height + gap;
    static constexpr double bottom = 841.890 - margin - foot;

    void scale(double by) {
        m_title_room = 26 * by;
        m_mark_room = 21 * by;
        m_line_gap = 3.5 * by;
        m_box_lettering.size = 10.5 * by;
        m_text_lettering.size = 9.6 * by;
        m_mark_lettering.size = 9 * by;
        m_key_lettering.size = 8.6 * by;
        m_scale = by;
    }

    bool all_fit() {
        return std::all_of(m_leaflet.pages.begin(), m_leaflet.pages.end(),
                           [&](const LeafletPage& page) { return top + cut_of(page).longer <= bottom; });
    }

    void fill(Rectangle box, Colour colour) { m_page->marks.emplace_back(FillMark{box, colour}); }

    // What is set from here on has this colour.
    template<typename Work>
    void in_colour(Colour colour, Work work) {
        const std::size_t before = m_page->marks.size();
        work();
        for (std::size_t i = before; i < m_page->marks.size(); ++i)
            if (auto* text = std::get_if<TextMark>(&m_page->marks[i]))
                for (TextSpan& span : text->spans)
                    span.colour = colour;
    }

    void draw_band(const LeafletPage& page) {
        fill({margin, margin, width, band_height}, navy);
        fill({margin, margin + band_height - 4, width, 4}, gold);
        in_colour(white, [&] {
            m_setter.put_fitted(*m_page, page.title, title_lettering, margin + 18, margin + 9, width - 36);
        });
        in_colour(key_ground, [&] {
            m_setter.put_fitted(*m_page, page.subtitle, subtitle_lettering, margin + 18, margin + 43,
                                width - 36);
        });
    }

    double text_width(double box_width, const LeafletLine& line) const {
        const double inner = box_width - 2 * padding;
        switch (line.kind) {
        case LeafletLine::Kind::text:
            return inner;
        case LeafletLine::Kind::key:
            return inner - m_key_room;
        case LeafletLine::Kind::step:
        case LeafletLine::Kind::point:
            return inner - m_mark_room;
        }
        return inner;
    }

    double line_height(double box_width, const LeafletLine& line) {
        const auto rows = m_setter.rows(line.text, m_text_lettering, text_width(box_width, line));
        return static_cast<double>(rows.size()) * m_text_lettering.row_distance() + m_line_gap;
    }

    // How wide the keys of the box are at most, with the air around them.
    void measure_keys(const LeafletBox& box) {
        m_key_room = 0;
        for (const LeafletLine& line : box.lines)
            if (line.kind == LeafletLine::Kind::key)
                m_key_room =
                    std::max(m_key_room, m_setter.width_of(line.mark, m_key_lettering) + 20 * m_scale);
    }

    double height_of(const LeafletBox& box) {
        measure_keys(box);
        double height = m_title_room + 2 * padding - 4;
        for (const LeafletLine& line : box.lines)
            height += line_height(column, line);
        return height;
    }

    // After which box the right column begins, and how long the longer of the two is.
    struct Cut {
        std::size_t after = 0;
        double longer = 0;
        std::vector<double> heights{}; // of the boxes, each with the gap below it
    };

    // Where both columns end nearest to each other.
    Cut cut_of(const LeafletPage& page) {
        Cut cut;
        double all = 0;
        for (const LeafletBox& box : page.boxes) {
            cut.heights.push_back(height_of(box) + gap);
            all += cut.heights.back();
        }
        double left = 0;
        cut.longer = all;
        for (std::size_t i = 0; i <= cut.heights.size(); ++i) {
            if (const double longer = std::max(left, all - left); longer <= cut.longer) {
                cut.longer = longer;
                cut.after = i;
            }
            if (i < cut.heights.size()) left += cut.heights[i];
        }
        cut.longer -= gap;
        return cut;
    }

    // In their order, down the left column and then down the right. False where they do not fit.
    bool draw_boxes(const LeafletPage& page) {
        const Cut cut = cut_of(page);
        if (top + cut.longer > bottom) return false;
        draw_column(page, cut.heights, 0, cut.after, margin, cut.longer);
        draw_column(page, cut.heights, cut.after, page.boxes.size(), margin + column + gap, cut.longer);
        return true;
    }

    // The last box of a column ends where the longer column does.
    void draw_column(const LeafletPage& page, const std::vector<double>& heights, std::size_t first,
                     std::size_t last, double x, double whole) {
        double y = top;
        for (std::size_t i = first; i < last; ++i) {
            const double height = i + 1 == last ? top + whole - y : heights[i] - gap;
            draw_box(page.boxes[i], {x, y, column, height});
            y += heights[i];
        }
    }

    void draw_box(const LeafletBox& box, Rectangle place) {
        measure_keys(box);
        const Colour colour = box.warning ? warning : accent;
        fill(place, box.warning ? warning_ground : ground);
        fill({place.x, place.y, 3, place.height}, colour);
        double y = place.y + padding - 4;
        in_colour(colour, [&] {
            m_setter.put_fitted(*m_page, box.title, m_box_lettering, place.x + padding, y,
                                place.width - 2 * padding);
        });
        y += m_title_room;
        for (const LeafletLine& line : box.lines) {
            draw_line(line, place, y, colour);
            y += line_height(place.width, line);
        }
    }

    void draw_line(const LeafletLine& line, Rectangle place, double y, Colour colour) {
        const double left = place.x + padding;
        const double room = place.width - 2 * padding - text_width(place.width, line);
        const double row = m_text_lettering.row_distance();
        if (line.kind == LeafletLine::Kind::step) {
            const double side = 13.6 * m_scale;
            fill({left, y + (row - side) / 2, side, side}, colour);
            in_colour(white, [&] {
                m_setter.put_fitted(*m_page, line.mark, m_mark_lettering, left,
                                    y + (row - m_mark_lettering.row_distance()) / 2, side);
            });
        } else if (line.kind == LeafletLine::Kind::point) {
            fill({left + 5, y + row / 2 - 2, 4, 4}, colour);
        } else if (line.kind == LeafletLine::Kind::key) {
            fill({left, y + 1, m_key_room - 8, row - 2}, key_ground);
            in_colour(navy, [&] {
                m_setter.put_fitted(*m_page, line.mark, m_key_lettering, left + 2,
                                    y + (row - m_key_lettering.row_distance()) / 2, m_key_room - 12);
            });
        }
        in_colour(ink, [&] {
            m_setter.put(*m_page, line.text, m_text_lettering, left + room, y, text_width(place.width, line));
        });
    }

    void draw_foot(std::size_t index) {
        const double y = 841.890 - margin - 12;
        in_colour(muted, [&] {
            m_setter.put_fitted(*m_page, m_leaflet.name, foot_lettering, margin, y, width / 2);
            m_setter.put_fitted(*m_page, m_leaflet.numbers.at(index), foot_right, margin + width / 2, y,
                                width / 2);
        });
    }

    const Leaflet& m_leaflet;
    Typesetter m_setter;
    PageContent* m_page = nullptr; // the one being laid out
    double m_key_room = 0;
    double m_scale = 1;
    double m_title_room = 0; // of a box
    double m_mark_room = 0;
    double m_line_gap = 0;
    Lettering m_box_lettering{Typeface::heading, 0, Align::left};
    Lettering m_text_lettering{Typeface::body, 0, Align::left};
    Lettering m_mark_lettering{Typeface::body, 0, Align::centre};
    Lettering m_key_lettering{Typeface::body, 0, Align::centre};
};

} // namespace

core::Expected<std::vector<Page>> lay_out(const Leaflet& leaflet, const Fonts& fonts) {
    return LeafletLayout(leaflet, fonts).run();
}

} // namespace documents

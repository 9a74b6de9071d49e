// SPDX-License-Identifier: GPL-3.0-or-later
// How an SVG element looks: its own properties over those it inherits. Inside documents only.
#pragma once

#include "core/error.hpp"
#include "documents/fonts.hpp"
#include "documents/page_content.hpp"

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <vector>

namespace documents {

// What in a template cannot be drawn, each thing once. Reading goes on, so that no reader has to stop
// half-way, and the template is refused at the end.
class Problems {
  public:
    void unsupported(const pugi::xml_node& where, std::string what);
    void add(const pugi::xml_node& where, core::Error error);
    const std::vector<core::Error>& all() const { return m_all; }

  private:
    std::vector<core::Error> m_all;
};

// "text#name" or "rect": how an officer finds it in Inkscape.
std::string described(const pugi::xml_node& element);

// What fills or strokes: nothing, a colour, or the gradient with this id.
struct PaintSource {
    enum class Kind { none, colour, gradient } kind = Kind::none;
    Colour colour{};
    std::string id{};
};

enum class Anchor { start, middle, end };

struct Style {
    PaintSource fill{PaintSource::Kind::colour};
    PaintSource stroke;
    double fill_opacity = 1;
    double stroke_opacity = 1;
    double stroke_width = 1;
    double miter_limit = 4;
    cairo_line_cap_t cap = CAIRO_LINE_CAP_BUTT;
    cairo_line_join_t join = CAIRO_LINE_JOIN_MITER;
    std::vector<double> dashes;
    double dash_offset = 0;
    cairo_fill_rule_t fill_rule = CAIRO_FILL_RULE_WINDING;
    cairo_fill_rule_t clip_rule = CAIRO_FILL_RULE_WINDING;
    Colour colour{};
    Typeface typeface = Typeface::body;
    double font_size = 16;
    Anchor anchor = Anchor::start;
    double letter_spacing = 0;
    // Times the font size.
    double line_height = 1.5;
    bool visible = true;

    // These are not inherited.
    double opacity = 1;
    bool displayed = true;
    std::string clip_path{};
    Colour stop_colour{};
    double stop_opacity = 1;
};

// The element's style. An attribute that is neither a property we draw, nor one of the element's own (x, y, d
// …), nor without effect is a problem.
Style read_style(const pugi::xml_node& element, const Style& inherited, Problems& problems);

// "url(#name)" gives "name"; nothing else gives anything.
std::optional<std::string> parse_reference(std::string_view text);

} // namespace documents

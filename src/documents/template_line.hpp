// SPDX-License-Identifier: GPL-3.0-or-later
// A line of a template's text: read from the SVG, filled with values, set on the page. Inside documents only.
#pragma once

#include "core/expected.hpp"
#include "documents/svg_path.hpp"
#include "documents/svg_style.hpp"
#include "documents/template.hpp"

#include <optional>
#include <string>
#include <vector>

namespace documents {

// Fixed words, or the name of a placeholder.
struct Piece {
    bool placeholder = false;
    std::string text;
};
std::vector<Piece> split_placeholders(std::string_view text);

// Text of one style. `units` are the tspans it stands in, which are left out together.
struct LineSpan {
    std::vector<Piece> pieces;
    Style style;
    std::vector<std::size_t> units;
};

struct TemplateLine {
    cairo_matrix_t place{1, 0, 0, 1, 0, 0};
    Point at;
    std::vector<LineSpan> spans;
    // Of each unit, the placeholders in it; the first unit is the line.
    std::vector<std::vector<std::string>> units;
    double width = 0; // user units, 0 for any
    int max_lines = 1;
    // The <g data-role="lines"> it stands in.
    std::optional<std::size_t> group;
    bool only_without_photo = false;
    // Where it stands in the file, and its element.
    std::uint64_t byte = 0;
    std::string element{};
};

// The lines of a <text>: one, or one for each of its tspans with a place of its own.
std::vector<TemplateLine> read_lines(const pugi::xml_node& text, const Style& style,
                                     const cairo_matrix_t& place, Problems& problems);

// A line as it will be drawn, in user units; no rows where it is left out.
struct SetLine {
    std::vector<TextMark> rows;
    double row_distance = 0;
    // How far it was shrunk; and how wide its widest row is.
    double scale = 1;
    double width = 0;
};
core::Expected<SetLine> set_line(const TemplateLine& line, const Filling& filling, const Fonts& fonts);

} // namespace documents

// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/svg_gradient.hpp"

#include "documents/svg_values.hpp"

namespace documents {

namespace {

// The gradient and those it refers to, nearest first.
std::vector<pugi::xml_node> chain_of(const pugi::xml_node& gradient, const pugi::xml_node& root,
                                     Problems& problems) {
    constexpr std::size_t longest = 16;
    std::vector<pugi::xml_node> chain{gradient};
    for (std::string id = href_of(gradient); !id.empty(); id = href_of(chain.back())) {
        const pugi::xml_node next = find_by_id(root, id, chain.back(), problems);
        if (!next) break;
        if (chain.size() == longest) {
            problems.unsupported(gradient, "gradient that refers to itself");
            break;
        }
        chain.push_back(next);
    }
    return chain;
}

class GradientReader {
  public:
    GradientReader(std::vector<pugi::xml_node> chain, Problems& problems)
        : m_chain(std::move(chain))
        , m_problems(problems) {}

    std::string_view attribute(const char* name, std::string_view otherwise) const {
        for (const pugi::xml_node& node : m_chain)
            if (const pugi::xml_attribute found = node.attribute(name)) return found.value();
        return otherwise;
    }

    // In units of the box, per cent being hundredths of it, or in user units.
    double coordinate(const char* name, std::string_view otherwise) const {
        std::string_view text = attribute(name, otherwise);
        const std::string whole(text);
        const auto number = take_number(text);
        const bool percent = trimmed(text) == "%";
        if (!number || (percent && !in_box()) || (!percent && !trimmed(text).empty())) {
            m_problems.unsupported(m_chain.front(), std::string(name) + " " + whole);
            return 0;
        }
        return percent ? *number / 100 : *number;
    }

    bool in_box() const { return attribute("gradientUnits", "objectBoundingBox") == "objectBoundingBox"; }

    cairo_matrix_t transform() const {
        const auto matrix = parse_transform(attribute("gradientTransform", ""));
        if (!matrix) m_problems.unsupported(m_chain.front(), "gradientTransform");
        return matrix.value_or(cairo_matrix_t{1, 0, 0, 1, 0, 0});
    }

    cairo_extend_t extend() const {
        const std::string_view method = attribute("spreadMethod", "pad");
        if (method == "reflect") return CAIRO_EXTEND_REFLECT;
        return method == "repeat" ? CAIRO_EXTEND_REPEAT : CAIRO_EXTEND_PAD;
    }

    void add_stops(cairo_pattern_t* pattern, double alpha) const {
        for (const pugi::xml_node& node : m_chain) {
            if (!node.child("stop")) continue;
            for (const pugi::xml_node& stop : node.children("stop")) {
                const Style style = read_style(stop, {}, m_problems);
                const auto offset = parse_fraction(stop.attribute("offset").as_string("0"));
                if (!offset) m_problems.unsupported(stop, "offset");
                const Colour& c = style.stop_colour;
                cairo_pattern_add_color_stop_rgba(pattern, offset.value_or(0), c.red, c.green, c.blue,
                                                  style.stop_opacity * alpha);
            }
            return;
        }
    }

  private:
    std::vector<pugi::xml_node> m_chain;
    Problems& m_problems;
};

} // namespace

Pattern make_gradient(const pugi::xml_node& gradient, const pugi::xml_node& root, const Rectangle& box,
                      double alpha, Problems& problems) {
    const GradientReader read(chain_of(gradient, root, problems), problems);
    Pattern pattern;
    if (std::string_view(gradient.name()) == "linearGradient") {
        pattern.reset(cairo_pattern_create_linear(read.coordinate("x1", "0"), read.coordinate("y1", "0"),
                                                  read.coordinate("x2", read.in_box() ? "1" : "0"),
                                                  read.coordinate("y2", "0")));
    } else {
        const double cx = read.coordinate("cx", "0.5"), cy = read.coordinate("cy", "0.5");
        const double fx = read.attribute("fx", "").empty() ? cx : read.coordinate("fx", "0");
        const double fy = read.attribute("fy", "").empty() ? cy : read.coordinate("fy", "0");
        pattern.reset(cairo_pattern_create_radial(fx, fy, 0, cx, cy, read.coordinate("r", "0.5")));
    }
    read.add_stops(pattern.get(), alpha);
    cairo_pattern_set_extend(pattern.get(), read.extend());

    cairo_matrix_t matrix = read.transform();
    if (read.in_box()) {
        const cairo_matrix_t unit{box.width, 0, 0, box.height, box.x, box.y};
        cairo_matrix_multiply(&matrix, &matrix, &unit);
    }
    // cairo wants the way back, from the shape to the pattern; a flat shape has none and shows nothing.
    if (cairo_matrix_invert(&matrix) != CAIRO_STATUS_SUCCESS) return nullptr;
    cairo_pattern_set_matrix(pattern.get(), &matrix);
    return pattern;
}

pugi::xml_node find_by_id(const pugi::xml_node& root, const std::string& id, const pugi::xml_node& user,
                          Problems& problems) {
    const pugi::xml_node found =
        root.find_node([&](const pugi::xml_node& node) { return id == node.attribute("id").value(); });
    if (!found || id.empty()) problems.add(user, core::Error{"template.missing-reference"}.with("id", id));
    return id.empty() ? pugi::xml_node() : found;
}

std::string href_of(const pugi::xml_node& element) {
    for (const char* name : {"href", "xlink:href"}) {
        const std::string_view value = element.attribute(name).value();
        if (value.starts_with('#')) return std::string(value.substr(1));
    }
    return {};
}

} // namespace documents

// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/svg_style.hpp"

#include "documents/svg_values.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace documents {

namespace {

using Text = std::string_view;

// Whoever mends these reads the next ones after.
constexpr std::size_t most_problems = 200;

// Each puts the value into the style, or says that it does not know it.
using Apply = bool (*)(Style&, Text);

template<auto member>
bool fraction(Style& style, Text value) {
    const auto number = parse_fraction(value);
    if (number) style.*member = *number;
    return number.has_value();
}

template<auto member>
bool length(Style& style, Text value) {
    const auto number = parse_length(value);
    if (number) style.*member = *number;
    return number.has_value();
}

template<auto member>
bool fill_rule(Style& style, Text value) {
    style.*member = value == "evenodd" ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING;
    return value == "evenodd" || value == "nonzero";
}

template<auto member>
bool colour(Style& style, Text value) {
    const auto parsed = value == "currentColor" ? std::optional(style.colour) : parse_colour(value);
    if (parsed) style.*member = *parsed;
    return parsed.has_value();
}

template<auto member>
bool paint(Style& style, Text value) {
    PaintSource& source = style.*member;
    if (value == "none" || value == "transparent") {
        source = {};
    } else if (const auto id = parse_reference(value)) {
        source = {PaintSource::Kind::gradient, {}, *id};
    } else {
        const auto parsed = value == "currentColor" ? std::optional(style.colour) : parse_colour(value);
        if (!parsed) return false;
        source = {PaintSource::Kind::colour, *parsed};
    }
    return true;
}

// A word of a list stands for the enumerator at its place.
template<auto member, typename Words>
bool word(Style& style, Text value, const Words& words) {
    const auto found = std::find(words.begin(), words.end(), value);
    if (found == words.end()) return false;
    style.*member = static_cast<std::remove_reference_t<decltype(style.*member)>>(found - words.begin());
    return true;
}

bool line_cap(Style& style, Text value) {
    return word<&Style::cap>(style, value, std::array<Text, 3>{"butt", "round", "square"});
}
bool line_join(Style& style, Text value) {
    return word<&Style::join>(style, value, std::array<Text, 3>{"miter", "round", "bevel"});
}
bool text_anchor(Style& style, Text value) {
    return word<&Style::anchor>(style, value, std::array<Text, 3>{"start", "middle", "end"});
}

bool dash_array(Style& style, Text value) {
    const auto numbers = value == "none" ? std::vector<double>{} : parse_numbers(value);
    if (!numbers || std::any_of(numbers->begin(), numbers->end(), [](double n) { return n < 0; }))
        return false;
    style.dashes = *numbers;
    if (std::all_of(numbers->begin(), numbers->end(), [](double n) { return n == 0; })) style.dashes.clear();
    return true;
}

bool font_family(Style& style, Text value) {
    value = trimmed(value.substr(0, value.find(',')));
    if (value.size() >= 2 && (value.front() == '\'' || value.front() == '"'))
        value = value.substr(1, value.size() - 2);
    const auto typeface = typeface_from_family(value);
    if (typeface) style.typeface = *typeface;
    return typeface.has_value();
}

bool letter_spacing(Style& style, Text value) {
    if (value != "normal") return length<&Style::letter_spacing>(style, value);
    style.letter_spacing = 0;
    return true;
}

bool line_height(Style& style, Text value) {
    auto number = value == "normal" ? std::optional(1.5) : take_number(value);
    if (!number || (value != "normal" && !value.empty() && value != "%")) return false;
    style.line_height = value == "%" ? *number / 100 : *number;
    return true;
}

bool visibility(Style& style, Text value) {
    style.visible = value == "visible";
    return value == "visible" || value == "hidden";
}

bool display(Style& style, Text value) {
    style.displayed = value != "none";
    return true;
}

bool clip_path(Style& style, Text value) {
    const auto id = parse_reference(value);
    style.clip_path = id.value_or("");
    return id || value == "none";
}

const std::map<Text, Apply>& properties() {
    static const std::map<Text, Apply> table{
        {"clip-path", clip_path},
        {"clip-rule", fill_rule<&Style::clip_rule>},
        {"color", colour<&Style::colour>},
        {"display", display},
        {"fill", paint<&Style::fill>},
        {"fill-opacity", fraction<&Style::fill_opacity>},
        {"fill-rule", fill_rule<&Style::fill_rule>},
        {"font-family", font_family},
        {"font-size", length<&Style::font_size>},
        {"letter-spacing", letter_spacing},
        {"line-height", line_height},
        {"opacity", fraction<&Style::opacity>},
        {"stop-color", colour<&Style::stop_colour>},
        {"stop-opacity", fraction<&Style::stop_opacity>},
        {"stroke", paint<&Style::stroke>},
        {"stroke-dasharray", dash_array},
        {"stroke-dashoffset", length<&Style::dash_offset>},
        {"stroke-linecap", line_cap},
        {"stroke-linejoin", line_join},
        {"stroke-miterlimit", length<&Style::miter_limit>},
        {"stroke-opacity", fraction<&Style::stroke_opacity>},
        {"stroke-width", length<&Style::stroke_width>},
        {"text-anchor", text_anchor},
        {"visibility", visibility},
    };
    return table;
}

// Properties that Inkscape writes, and the values at which they change nothing we draw; "*" is any value.
bool has_no_effect(Text property, Text value) {
    static const std::map<Text, std::vector<Text>> table{
        {"color-interpolation", {"*"}},
        {"color-interpolation-filters", {"*"}},
        {"color-rendering", {"*"}},
        {"direction", {"ltr"}},
        {"enable-background", {"*"}},
        {"filter", {"none"}},
        {"font-feature-settings", {"normal"}},
        {"font-size-adjust", {"none"}},
        {"font-stretch", {"normal"}},
        {"font-style", {"normal"}},
        {"font-variant", {"normal"}},
        {"font-variant-alternates", {"normal"}},
        {"font-variant-caps", {"normal"}},
        {"font-variant-east-asian", {"normal"}},
        {"font-variant-ligatures", {"normal"}},
        {"font-variant-numeric", {"normal"}},
        {"font-variant-position", {"normal"}},
        {"font-variation-settings", {"normal"}},
        {"font-weight", {"normal", "400"}},
        {"image-rendering", {"*"}},
        {"isolation", {"auto"}},
        {"marker", {"none"}},
        {"marker-end", {"none"}},
        {"marker-mid", {"none"}},
        {"marker-start", {"none"}},
        {"mask", {"none"}},
        {"mix-blend-mode", {"normal"}},
        {"overflow", {"*"}},
        {"paint-order", {"normal"}},
        {"shape-padding", {"0"}},
        {"shape-rendering", {"*"}},
        {"solid-color", {"*"}},
        {"solid-opacity", {"*"}},
        // text-anchor is what counts; Inkscape writes both.
        {"text-align", {"*"}},
        {"text-decoration", {"none"}},
        {"text-decoration-color", {"*"}},
        {"text-decoration-line", {"none"}},
        {"text-decoration-style", {"*"}},
        {"text-indent", {"0"}},
        {"text-orientation", {"mixed"}},
        {"text-rendering", {"*"}},
        {"text-transform", {"none"}},
        {"baseline-shift", {"baseline"}},
        {"dominant-baseline", {"auto"}},
        {"vector-effect", {"none"}},
        {"white-space", {"normal", "pre"}},
        {"word-spacing", {"0", "0px", "normal"}},
        {"writing-mode", {"lr-tb", "lr", "horizontal-tb"}},
    };
    if (property.starts_with("-inkscape-")) return true;
    const auto found = table.find(property);
    return found != table.end() &&
           (found->second.front() == "*" ||
            std::find(found->second.begin(), found->second.end(), value) != found->second.end());
}

// Attributes that say where and what an element is; its reader takes them.
bool is_own_attribute(Text element, Text attribute) {
    static const std::map<Text, std::vector<Text>> table{
        {"svg", {"width", "height", "viewBox", "version", "xmlns", "preserveAspectRatio"}},
        {"use", {"x", "y", "width", "height", "href"}},
        {"image", {"x", "y", "width", "height", "href", "preserveAspectRatio"}},
        {"path", {"d"}},
        {"rect", {"x", "y", "width", "height", "rx", "ry"}},
        {"circle", {"cx", "cy", "r"}},
        {"ellipse", {"cx", "cy", "rx", "ry"}},
        {"line", {"x1", "y1", "x2", "y2"}},
        {"polyline", {"points"}},
        {"polygon", {"points"}},
        {"text", {"x", "y"}},
        {"tspan", {"x", "y"}},
        {"stop", {"offset"}},
        {"clipPath", {"clipPathUnits"}},
        {"linearGradient",
         {"x1", "y1", "x2", "y2", "gradientUnits", "gradientTransform", "spreadMethod", "href"}},
        {"radialGradient",
         {"cx", "cy", "r", "fx", "fy", "gradientUnits", "gradientTransform", "spreadMethod", "href"}},
    };
    static constexpr std::array<Text, 4> of_all{"id", "class", "style", "transform"};
    if (std::find(of_all.begin(), of_all.end(), attribute) != of_all.end()) return true;
    if (attribute.starts_with("data-") || attribute.find(':') != Text::npos) return true;
    const auto own = table.find(element);
    return own != table.end() &&
           std::find(own->second.begin(), own->second.end(), attribute) != own->second.end();
}

void apply_property(const pugi::xml_node& element, Style& style, Text name, Text value, Problems& problems) {
    if (value == "inherit" || has_no_effect(name, value)) return;
    const auto found = properties().find(name);
    if (found == properties().end())
        problems.unsupported(element, "attribute " + std::string(name) + " " + std::string(value));
    else if (!found->second(style, value) && name == "font-family")
        problems.add(element, core::Error{"template.unknown-font"}.with("family", std::string(value)));
    else if (!found->second(style, value))
        problems.unsupported(element, std::string(name) + " " + std::string(value));
}

} // namespace

void Problems::unsupported(const pugi::xml_node& where, std::string what) {
    add(where, core::Error{"template.unsupported"}.with("what", std::move(what)));
}

void Problems::add(const pugi::xml_node& where, core::Error error) {
    // What is used many times is read as often.
    if (m_all.size() >= most_problems) return;
    const std::ptrdiff_t offset = where.offset_debug();
    if (offset >= 0) error.place.byte = static_cast<std::uint64_t>(offset);
    error.with("element", described(where));
    if (std::find(m_all.begin(), m_all.end(), error) == m_all.end()) m_all.push_back(std::move(error));
}

std::string described(const pugi::xml_node& element) {
    std::string text = element.name();
    const std::string_view id = element.attribute("id").value();
    return id.empty() ? text : text + "#" + std::string(id);
}

std::optional<std::string> parse_reference(std::string_view text) {
    constexpr std::string_view begin = "url(#";
    const std::size_t end = text.find(')');
    if (!text.starts_with(begin) || end == std::string_view::npos) return std::nullopt;
    return std::string(text.substr(begin.size(), end - begin.size()));
}

Style read_style(const pugi::xml_node& element, const Style& inherited, Problems& problems) {
    Style style = inherited;
    const Style fresh;
    style.opacity = fresh.opacity;
    style.displayed = fresh.displayed;
    style.clip_path = fresh.clip_path;
    style.stop_colour = fresh.stop_colour;
    style.stop_opacity = fresh.stop_opacity;
    for (const pugi::xml_attribute& attribute : element.attributes())
        if (!is_own_attribute(element.name(), attribute.name()))
            apply_property(element, style, attribute.name(), trimmed(attribute.value()), problems);
    // `style` wins over attributes, as in CSS.
    for (const auto& [name, value] : parse_declarations(element.attribute("style").value()))
        apply_property(element, style, name, value, problems);
    return style;
}

} // namespace documents

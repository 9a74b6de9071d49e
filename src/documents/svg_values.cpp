// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/svg_values.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

namespace documents {

namespace {

constexpr std::string_view blanks = " \t\r\n\f";

constexpr std::array<std::pair<std::string_view, unsigned>, 16> basic_colours{{
    {"black", 0x000000},
    {"silver", 0xC0C0C0},
    {"gray", 0x808080},
    {"white", 0xFFFFFF},
    {"maroon", 0x800000},
    {"red", 0xFF0000},
    {"purple", 0x800080},
    {"fuchsia", 0xFF00FF},
    {"green", 0x008000},
    {"lime", 0x00FF00},
    {"olive", 0x808000},
    {"yellow", 0xFFFF00},
    {"navy", 0x000080},
    {"blue", 0x0000FF},
    {"teal", 0x008080},
    {"aqua", 0x00FFFF},
}};

Colour colour_of(unsigned rgb) {
    return {(rgb >> 16) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0, 1};
}

std::optional<Colour> parse_hex_colour(std::string_view digits) {
    unsigned value = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (problem != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    if (digits.size() == 6) return colour_of(value);
    if (digits.size() != 3) return std::nullopt;
    return colour_of((value >> 8) * 0x110000 + (value >> 4 & 15) * 0x1100 + (value & 15) * 0x11);
}

// "name(inside)rest": takes it off the front.
std::optional<std::pair<std::string_view, std::string_view>> take_call(std::string_view& text) {
    const std::size_t open = text.find('('), close = text.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
        return std::nullopt;
    const std::pair call{trimmed(text.substr(0, open)), text.substr(open + 1, close - open - 1)};
    text.remove_prefix(close + 1);
    return call;
}

std::optional<Colour> parse_rgb_colour(std::string_view inside) {
    const bool percent = inside.find('%') != std::string_view::npos;
    std::array<double, 3> parts{};
    for (double& part : parts) {
        const auto number = take_number(inside);
        if (!number || (percent && !inside.starts_with('%'))) return std::nullopt;
        if (percent) inside.remove_prefix(1);
        part = *number / (percent ? 100 : 255);
    }
    if (!trimmed(inside).empty()) return std::nullopt;
    return Colour{parts[0], parts[1], parts[2], 1};
}

std::optional<cairo_matrix_t> one_transform(std::string_view name, const std::vector<double>& n) {
    cairo_matrix_t m;
    cairo_matrix_init_identity(&m);
    const double radians = n.empty() ? 0 : n[0] * std::numbers::pi / 180;
    if (name == "matrix" && n.size() == 6) {
        cairo_matrix_init(&m, n[0], n[1], n[2], n[3], n[4], n[5]);
    } else if (name == "translate" && (n.size() == 1 || n.size() == 2)) {
        cairo_matrix_init_translate(&m, n[0], n.size() == 2 ? n[1] : 0);
    } else if (name == "scale" && (n.size() == 1 || n.size() == 2)) {
        cairo_matrix_init_scale(&m, n[0], n.back());
    } else if (name == "rotate" && n.size() == 1) {
        cairo_matrix_init_rotate(&m, radians);
    } else if (name == "rotate" && n.size() == 3) {
        cairo_matrix_init_translate(&m, n[1], n[2]);
        cairo_matrix_rotate(&m, radians);
        cairo_matrix_translate(&m, -n[1], -n[2]);
    } else if (name == "skewX" && n.size() == 1) {
        m.xy = std::tan(radians);
    } else if (name == "skewY" && n.size() == 1) {
        m.yx = std::tan(radians);
    } else {
        return std::nullopt;
    }
    return m;
}

} // namespace

std::string_view trimmed(std::string_view text) {
    const std::size_t from = text.find_first_not_of(blanks);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

std::optional<double> take_number(std::string_view& text) {
    std::string_view rest = text.substr(std::min(text.find_first_not_of(blanks), text.size()));
    if (rest.starts_with(',')) rest = rest.substr(std::min(rest.find_first_not_of(blanks, 1), rest.size()));
    if (rest.starts_with('+')) rest.remove_prefix(1);
    double number = 0;
    const auto [end, problem] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (problem != std::errc{} || !std::isfinite(number)) return std::nullopt;
    text = rest.substr(static_cast<std::size_t>(end - rest.data()));
    return number;
}

std::optional<std::vector<double>> parse_numbers(std::string_view text) {
    std::vector<double> numbers;
    while (!trimmed(text).empty()) {
        const auto number = take_number(text);
        if (!number) return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

std::optional<double> parse_length(std::string_view text) {
    const auto number = take_number(text);
    if (!number) return std::nullopt;
    const std::string_view unit = trimmed(text);
    if (unit.empty() || unit == "px") return number;
    if (unit == "mm") return *number * 96 / 25.4;
    if (unit == "cm") return *number * 96 / 2.54;
    if (unit == "in") return *number * 96;
    if (unit == "pt") return *number * 96 / 72;
    return std::nullopt;
}

std::optional<double> parse_fraction(std::string_view text) {
    auto number = take_number(text);
    if (!number) return std::nullopt;
    const std::string_view unit = trimmed(text);
    if (unit == "%") *number /= 100;
    if (!unit.empty() && unit != "%") return std::nullopt;
    return std::min(1.0, std::max(0.0, *number));
}

std::optional<Colour> parse_colour(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('#')) return parse_hex_colour(text.substr(1));
    for (const auto& [name, rgb] : basic_colours)
        if (text == name) return colour_of(rgb);
    const auto call = take_call(text);
    if (!call || call->first != "rgb" || !text.empty()) return std::nullopt;
    return parse_rgb_colour(call->second);
}

std::optional<cairo_matrix_t> parse_transform(std::string_view text) {
    cairo_matrix_t all;
    cairo_matrix_init_identity(&all);
    for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
        if (text.starts_with(',')) text.remove_prefix(1);
        const auto call = take_call(text);
        const auto numbers = call ? parse_numbers(call->second) : std::nullopt;
        const auto one = numbers ? one_transform(call->first, *numbers) : std::nullopt;
        if (!one) return std::nullopt;
        // The last one written is the first applied.
        cairo_matrix_multiply(&all, &*one, &all);
    }
    return all;
}

std::vector<std::pair<std::string_view, std::string_view>> parse_declarations(std::string_view style) {
    std::vector<std::pair<std::string_view, std::string_view>> found;
    while (!style.empty()) {
        const std::string_view one = style.substr(0, style.find(';'));
        style.remove_prefix(std::min(style.size(), one.size() + 1));
        const std::size_t colon = one.find(':');
        if (colon != std::string_view::npos)
            found.emplace_back(trimmed(one.substr(0, colon)), trimmed(one.substr(colon + 1)));
    }
    return found;
}

} // namespace documents

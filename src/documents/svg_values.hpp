// SPDX-License-Identifier: GPL-3.0-or-later
// The values that SVG attributes hold: numbers, lengths, colours, transforms, the words of `style`. Inside
// documents only. Each reader gives nothing for what it does not know, and its caller names the attribute.
#pragma once

#include "documents/page_content.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace documents {

// "1.5, -2e1.5" and the like: numbers parted by blanks, commas or nothing, as SVG allows.
std::optional<std::vector<double>> parse_numbers(std::string_view text);

// A number in user units; px is one, mm, cm, in and pt by CSS's 96 to the inch.
std::optional<double> parse_length(std::string_view text);

// Between 0 and 1, also as per cent.
std::optional<double> parse_fraction(std::string_view text);

// #rgb, #rrggbb, rgb(…) and CSS's sixteen basic names.
std::optional<Colour> parse_colour(std::string_view text);

// matrix, translate, scale, rotate, skewX, skewY, in any number.
std::optional<cairo_matrix_t> parse_transform(std::string_view text);

// "fill:red; stroke:none" as pairs in their order.
std::vector<std::pair<std::string_view, std::string_view>> parse_declarations(std::string_view style);

std::string_view trimmed(std::string_view text);

// Takes one number off the front of `text`, with the blanks and the comma before it.
std::optional<double> take_number(std::string_view& text);

} // namespace documents

// SPDX-License-Identifier: GPL-3.0-or-later
// A colour as its three parts, and how well one is read upon another.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace core {

struct Rgb {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    friend bool operator==(const Rgb&, const Rgb&) = default;
};

// 0x1f62b5, as it is written in style sheets.
constexpr Rgb rgb(std::uint32_t code) {
    return {static_cast<std::uint8_t>(code >> 16), static_cast<std::uint8_t>(code >> 8),
            static_cast<std::uint8_t>(code)};
}

// From 0, black, to 1, white, by WCAG 2.1.
inline double luminance(Rgb colour) {
    const auto linear = [](std::uint8_t part) {
        const double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

// From 1 to 21; WCAG's level AA asks 4.5 of text and 3 of large text and of what is drawn.
inline double contrast(Rgb a, Rgb b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace core

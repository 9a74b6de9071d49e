// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/code_looks.hpp"

#include <algorithm>
#include <array>

namespace documents {
namespace {

std::uint8_t level_of(int value) {
    return static_cast<std::uint8_t>(std::clamp(value, 0, 255));
}

std::size_t at(const GreyImage& image, int x, int y) {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x);
}

GreyImage turned(const GreyImage& image) {
    GreyImage out{image.height, image.width, std::vector<std::uint8_t>(image.levels.size())};
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            out.levels[at(out, y, x)] = image.levels[at(image, x, y)];
    return out;
}

GreyImage rows_smoothed(const GreyImage& image) {
    GreyImage out = image;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const int left = image.levels[at(image, std::max(x - 1, 0), y)];
            const int right = image.levels[at(image, std::min(x + 1, image.width - 1), y)];
            out.levels[at(out, x, y)] = level_of((left + 2 * image.levels[at(image, x, y)] + right + 2) / 4);
        }
    return out;
}

// Catmull-Rom a quarter of a pixel to either side, in 128ths.
constexpr std::array<int, 4> quarter_left = {-9, 111, 29, -3};

GreyImage rows_doubled(const GreyImage& image) {
    GreyImage out{image.width * 2, image.height, {}};
    out.levels.resize(image.levels.size() * 2);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const auto level = [&](int dx) {
                return static_cast<int>(image.levels[at(image, std::clamp(x + dx, 0, image.width - 1), y)]);
            };
            int left = 64, right = 64;
            for (int i = 0; i < 4; ++i) {
                left += quarter_left[static_cast<std::size_t>(i)] * level(1 - i);
                right += quarter_left[static_cast<std::size_t>(i)] * level(i - 1);
            }
            out.levels[at(out, 2 * x, y)] = level_of(left / 128);
            out.levels[at(out, 2 * x + 1, y)] = level_of(right / 128);
        }
    return out;
}

} // namespace

GreyImage grey_of(const Image& image) {
    GreyImage out{image.width, image.height, {}};
    out.levels.reserve(image.rgb.size() / 3);
    // As the eye weighs them (ITU-R BT.601), in 256ths.
    for (std::size_t i = 0; i + 2 < image.rgb.size(); i += 3)
        out.levels.push_back(static_cast<std::uint8_t>(
            (77 * image.rgb[i] + 150 * image.rgb[i + 1] + 29 * image.rgb[i + 2]) >> 8));
    return out;
}

GreyImage smoothed(const GreyImage& image) {
    return turned(rows_smoothed(turned(rows_smoothed(image))));
}

GreyImage doubled(const GreyImage& image) {
    return turned(rows_doubled(turned(rows_doubled(image))));
}

GreyImage sharpened(const GreyImage& image, int percent) {
    GreyImage out = smoothed(image);
    for (std::size_t i = 0; i < out.levels.size(); ++i)
        out.levels[i] =
            level_of(image.levels[i] + percent * (image.levels[i] - static_cast<int>(out.levels[i])) / 100);
    return out;
}

} // namespace documents

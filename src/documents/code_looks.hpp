// SPDX-License-Identifier: GPL-3.0-or-later
// Other looks at a picture in which no code was found: what a grainy or soft scan hides from the reader.
#pragma once

#include "documents/image.hpp"

#include <cstdint>
#include <vector>

namespace documents {

// A byte a pixel, rows from the top, no padding.
struct GreyImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> levels;
};
GreyImage grey_of(const Image& image);

// Each pixel the weighted mean of its neighbours (1 2 1 in both directions): grain goes, edges become softer.
GreyImage smoothed(const GreyImage& image);

// Twice as wide and high, by cubic interpolation (Catmull and Rom), so that a module has more pixels than two
// or three.
GreyImage doubled(const GreyImage& image);

// What a blur took of the edges, put back: each level and `percent` of what it differs from its smoothed one.
GreyImage sharpened(const GreyImage& image, int percent);

} // namespace documents

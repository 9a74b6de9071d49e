// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures from outside, read within hard limits and written again without anything but their pixels.
#pragma once

#include "core/expected.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

// 3 bytes a pixel, rows from the top, no padding.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;
};

inline constexpr std::size_t max_image_bytes = std::size_t{8} << 20;
inline constexpr std::int64_t max_image_pixels = 20'000'000;

// Reads a PNG or JPEG file's bytes; transparent parts become white and a phone's
// picture stands upright. Errors: image.not-png-or-jpeg;
// image.too-large {bytes|pixels, maximum}, before anything is inflated; image.damaged.
core::Expected<Image> decode_image(std::string_view bytes);

// At most that wide and high, its proportions kept; a small image stays as it is.
Image shrunk(const Image& image, int max_width, int max_height);

// JPEG at a quality of 1 to 100, and PNG; no metadata. The same pixels give the same bytes.
std::string encode_jpeg(const Image& image, int quality = 90);
std::string encode_png(const Image& image);

} // namespace documents

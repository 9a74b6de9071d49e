// SPDX-License-Identifier: GPL-3.0-or-later
// Reading JPEG, and the turn a phone noted in it. Inside documents only; image.hpp is the way in.
#pragma once

#include "core/expected.hpp"
#include "documents/image.hpp"

#include <string_view>

namespace documents {

core::Expected<Image> decode_jpeg(std::string_view bytes);

// The orientation 1 to 8 in an Exif block (JPEG's APP1, from "Exif\0\0"); 1 where it says none.
int exif_orientation(std::string_view app1);

// As the person who took the picture saw it.
Image upright(const Image& image, int orientation);

// Error: image.too-large {pixels, maximum}.
core::Expected<void> check_pixels(std::int64_t width, std::int64_t height);

} // namespace documents

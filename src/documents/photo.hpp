// SPDX-License-Identifier: GPL-3.0-or-later
// A learner's photo as forms and certificates hold it: 4 x 6 cm (រូបថត ៤x៦) at 300 dots an inch, cut out of
// whatever picture came, written again so that nothing of the camera, the place or the day is left in it.
#pragma once

#include "documents/image.hpp"

namespace documents {

inline constexpr int photo_width = 472;
inline constexpr int photo_height = 709;
inline constexpr std::size_t max_photo_bytes = 60'000;
// A cut narrower than this shows nobody.
inline constexpr int least_crop_width = photo_width / 4;

// A part of a picture in its pixels, of a photo's shape.
struct Crop {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    friend bool operator==(const Crop&, const Crop&) = default;
};

// Reads a picture to cut a photo from, standing upright. Errors:
//   photo.not-png-or-jpeg
//   photo.too-large  {bytes|pixels, maximum} before anything is unpacked
//   photo.too-small  {pixels, minimum} a photo's shape of it is narrower than least_crop_width
//   photo.damaged
core::Expected<Image> read_photo(std::string_view bytes);

// The largest photo in the middle of the picture; of a picture higher than a photo, nearer to its top, where
// faces are.
Crop first_crop(const Image& image);

// The crop moved by so many pixels and made so much wider (narrower when negative) about its middle, within
// the picture and never narrower than least_crop_width.
Crop adjusted(const Image& image, const Crop& crop, int right, int down, int wider);

// The photo as it is kept: a JPEG of photo_width x photo_height in at most max_photo_bytes, of the best
// quality that fits. The same pixels and crop give the same bytes.
std::string make_photo(const Image& image, const Crop& crop);

} // namespace documents

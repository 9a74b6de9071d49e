// SPDX-License-Identifier: GPL-3.0-or-later
// Cutting a photo of 4 x 6 out of a picture, by keyboard or mouse.
#pragma once

#include "documents/photo.hpp"

#include <optional>

class wxBitmap;
class wxWindow;

namespace learners {

// `preview` is the whole picture made small enough to show. Nothing when the person left.
std::optional<documents::Crop> crop_photo(wxWindow* parent, const documents::Image& image,
                                          const documents::Image& preview);

// The largest preview the dialog has room for, in pixels.
inline constexpr int most_preview_width = 760;
inline constexpr int most_preview_height = 500;

wxBitmap bitmap_of(const documents::Image& image);

} // namespace learners

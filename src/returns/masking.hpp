// SPDX-License-Identifier: GPL-3.0-or-later
// The publishable edition of a province's figures: no group so small that its people could be told.
#pragma once

#include "returns/province_content.hpp"

namespace returns {

// A group of fewer than this is hidden, and "<5" stands in its place.
inline constexpr int smallest_shown = 5;

// Hides every count of 1 to 4 people, the women of a count where the women or the men are so few, and of what
// adds up to a shown total a second one where else the hidden one could be worked out: the smallest of the
// other districts, or of the other groups of a table. Nobody stays nobody.
void mask_small_groups(ProvinceContent& province);

// One count alone.
void mask(Count& count);

} // namespace returns

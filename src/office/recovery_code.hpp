// SPDX-License-Identifier: GPL-3.0-or-later
// The code that is printed once and locked away: 25 letters and digits in five groups, 125 bits.
#pragma once

#include "core/random.hpp"

#include <string>
#include <string_view>

namespace office {

// "7F3K9-…": without I, L, O and U, so that what is read from paper is not taken for another letter.
std::string make_recovery_code(core::Random& random);

// The letters alone, as everything is sealed and hashed under: small letters, spaces and hyphens do not
// matter, nor O for 0 or I and L for 1.
std::string plain_recovery_code(std::string_view typed);

} // namespace office

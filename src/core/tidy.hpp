// SPDX-License-Identifier: GPL-3.0-or-later
// Typed text as it is kept: the letters as typed, without what nobody meant to type.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace core {

// Spaces of any kind at the ends go, a run of them inside becomes one, and so do line breaks; U+200B and its
// like go everywhere, since the space bar of a Khmer keyboard types it.
std::string tidy(std::string_view typed);

// The same; text of which nothing is left is nothing.
std::optional<std::string> tidy_field(const std::optional<std::string>& typed);

} // namespace core

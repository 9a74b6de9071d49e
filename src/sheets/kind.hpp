// SPDX-License-Identifier: GPL-3.0-or-later
// The three sheets a centre gets of a class.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sheets {

enum class Kind : std::uint8_t { learners, attendance, scores };

// The word at the shell, in a sheet's key and in its file's name.
std::string_view to_text(Kind kind);
std::optional<Kind> kind_from_text(std::string_view text);

} // namespace sheets

// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a name or place was damaged before it reached us, so that it must be typed again.
#pragma once

#include <optional>
#include <string_view>

namespace core {

// The code of what is wrong, or nothing:
//   text.lost         letters became question marks or U+FFFD on the way (????? ???)
//   text.legacy-font  the keys of an old Khmer font (Limon, ABC), which show as Latin gibberish (karGPivDÆn_)
//
// An honest Latin name is neither, in any case (Sok, SOK, sok, SokHeng), nor is any text that holds Khmer
// letters an old font's. Some short words of an old font look like honest Latin (sux); they pass.
std::optional<std::string_view> text_problem(std::string_view text);

} // namespace core

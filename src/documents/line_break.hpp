// SPDX-License-Identifier: GPL-3.0-or-later
// Where a line of Khmer or Latin text may end.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace documents {

// Byte offsets, ascending, the last is the text's end: between words by the language's rules and dictionary.
std::vector<std::size_t> line_break_offsets(std::string_view text);

// The same between what a reader takes for single letters, for a word wider than its line.
std::vector<std::size_t> cluster_break_offsets(std::string_view text);

} // namespace documents

// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a list's columns a person wants to see, and in which order; as a line of text it is remembered.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace widgets {

// 0, 1, 2 … : as the list itself has them.
std::vector<std::size_t> all_columns(std::size_t count);

// "7:0,2,1": of seven columns the first, the third and the second.
std::string columns_text(const std::vector<std::size_t>& shown, std::size_t count);
// What columns_text wrote. All of them where the list has another number of columns by now, where none would
// be left, and for what nobody wrote.
std::vector<std::size_t> columns_from_text(std::string_view text, std::size_t count);

} // namespace widgets

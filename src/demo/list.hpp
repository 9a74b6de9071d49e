// SPDX-License-Identifier: GPL-3.0-or-later
// The plain lists of resources/demo: a heading line, then fields between commas; '#' begins a remark.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demo {

// The rows under the heading, each with as many fields as the heading has.
std::vector<std::vector<std::string>> read_list(std::string_view csv);

// A list that comes with the program, by its file name.
std::vector<std::vector<std::string>> shipped_list(std::string_view name);

} // namespace demo

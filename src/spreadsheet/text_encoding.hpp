// SPDX-License-Identifier: GPL-3.0-or-later
// The characters of a text file: UTF-8 with or without its mark, or UTF-16 with it.
#pragma once

#include "core/expected.hpp"
#include "spreadsheet/memory.hpp"

#include <string>
#include <string_view>

namespace spreadsheet {

// The text without its mark: a view of `bytes` when they are UTF-8, else kept in `converted`. Error:
// file.encoding, with the byte where it shows.
core::Expected<std::string_view> decode_text(std::string_view bytes, std::pmr::string& converted);

} // namespace spreadsheet

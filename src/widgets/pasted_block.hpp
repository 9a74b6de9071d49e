// SPDX-License-Identifier: GPL-3.0-or-later
// A block of cells on the clipboard, as spreadsheets write it: rows apart by line ends, cells by tabs, a cell
// with a line end or a quote in it between quotes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace widgets {

using Block = std::vector<std::vector<std::string>>;

// The line end after the last row makes no row of its own. UTF-8.
Block parse_block(std::string_view text);
// What parse_block reads back.
std::string block_text(const Block& block);

// Of the clipboard's text; empty where it holds none.
Block clipboard_block();
void copy_block(const Block& block);

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// How a list is headed, for rows of it that are handed back to be mended and sent again.
#pragma once

#include "imports/layout.hpp"

namespace imports {

// Each line above the headings as one text.
std::vector<std::string> title_lines(const FoundSheet& found);

// One heading for each column: as the list has it, and in our own words where it needed its second row or a
// merged cell to say what the column holds.
std::vector<std::string> list_headings(const FoundSheet& found, Kind kind, const Vocabulary& vocabulary,
                                       spreadsheet::DateSystem dates);

} // namespace imports

// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a workbook's cell styles show a number as a date or a time.
#pragma once

#include "spreadsheet/archive.hpp"
#include "spreadsheet/memory.hpp"

#include <cstddef>
#include <memory_resource>
#include <string_view>
#include <vector>

namespace spreadsheet {

// A number format such as "dd/mm/yyyy" or "[h]:mm": letters of dates and times outside quotes, brackets and
// escapes.
bool shows_date(std::string_view format_code);

// The built-in formats of ECMA-376 part 1, 18.8.30, with those of East Asian and Thai saves.
bool is_date_format(unsigned built_in_id);

// By cell style, the number in a cell's `s`.
using DateStyles = std::pmr::vector<bool>;
core::Expected<DateStyles> read_date_styles(PartReader part, MemoryBudget& budget);

} // namespace spreadsheet

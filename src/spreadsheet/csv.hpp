// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a text file whose values stand between commas, semicolons or tabs (RFC 4180, and what Excel
// writes).
#pragma once

#include "spreadsheet/memory.hpp"
#include "spreadsheet/reader.hpp"

#include <string_view>

namespace spreadsheet {

// The separator that the first rows agree on, or the one a first line "sep=;" names. A comma when there is
// none.
char find_separator(std::string_view text);

// Every value is text. A row is a record: a line break inside quotes does not end it, a blank line is a row,
// the line "sep=;" is none. Errors: file.damaged (why: quote, with the row where it opens; binary),
// file.too-big (what: rows, columns, text).
core::Expected<SheetFacts> read_csv(std::string_view text, const Limits& limits, MemoryBudget& budget,
                                    const RowSink& sink);

} // namespace spreadsheet

// SPDX-License-Identifier: GPL-3.0-or-later
// The row of a register on whose days the roll was called: its first words say so. It is no learner's, and
// where it follows the headings it belongs to them.
#pragma once

#include "imports/layout.hpp"

namespace imports {

bool is_called_row(const Vocabulary& vocabulary, const spreadsheet::Row& row);

// Moves the layout's first row below it.
void take_in_called(const spreadsheet::Table& table, Kind kind, const Vocabulary& vocabulary, Layout& layout);

} // namespace imports

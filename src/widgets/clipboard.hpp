// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of cells on the clipboard.
#pragma once

#include "core/cell_block.hpp"

namespace widgets {

// Of the clipboard's text; empty where it holds none.
core::CellBlock clipboard_cells();
void copy_cells(const core::CellBlock& block);

} // namespace widgets

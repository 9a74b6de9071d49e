// SPDX-License-Identifier: GPL-3.0-or-later
// The XML of one worksheet, read row by row.
#pragma once

#include "spreadsheet/cell_value.hpp"
#include "spreadsheet/reader.hpp"

#include <string>

namespace spreadsheet {

struct SheetContext {
    const std::string& sheet_name;
    ValueContext values;
    const Limits& limits;
};

// Errors: file.damaged (why: not-a-sheet, cell-reference, cell-order, cell-type, shared-string, number,
// boolean), file.too-big (what: rows, columns, text), and those of parse_xml; with the sheet, and the cell
// where there is one.
core::Expected<SheetFacts> read_sheet(PartReader part, const SheetContext& context, MemoryBudget& budget,
                                      const RowSink& sink);

} // namespace spreadsheet

// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet of figures or a table read back from a return's signed text.
#pragma once

#include "returns/figures.hpp"
#include "returns/sheet_values.hpp"

namespace returns {

struct FilledSheetRead {
    FilledSheet sheet;
    std::optional<ValueKey> fault; // the value that is no such number, or stands where there is none
};

// `values` are those of the sheet alone.
FilledSheetRead read_filled_sheet(const Canonical& content, const SheetPlan& plan, const Layout& layout,
                                  const SheetValues& values);

} // namespace returns

// SPDX-License-Identifier: GPL-3.0-or-later
// A stranger's workbook read by its map: the same content that a signed return has, with the figures it tells
// and no others.
#pragma once

#include "returns/return_check.hpp"
#include "returns/stranger_map.hpp"
#include "returns/stranger_sheet.hpp"

#include <cstddef>

namespace returns {

struct StrangerReturn {
    // The verdict is unsigned; content, places and head stand as of a signed one.
    CheckedReturn checked;
    std::size_t figures = 0; // cells that tell a number
};

struct StrangerHead {
    core::Uid uid{};
    core::Moment read_at{};
    std::int64_t version = 1;
};

// Each figure is a whole number, of days present with three decimals at most, in Khmer or Latin digits; an
// empty cell tells nothing. Where no column (in a table: row) is of all together, the groups are added up.
// Findings, in the stranger's own cells, beside those of the figures:
//   cell.formula, cell.error, number.unreadable {text}, number.too-large {text}   block    of that cell
//   stranger.new      block    {label} a row or column with figures that the map does not know
//   stranger.gone     explain  {label} one that it knows and the file has not; a whole sheet blocks
//   stranger.not-told hint     {count} cells of the map that are empty
//   stranger.added-up hint     {sheet} the file has no figures of all together
// Errors: return.unknown-district {office}; return.layout-unknown {layout}; stranger.other-period {period,
// layout} for a period of another kind.
core::Expected<StrangerReturn> read_by_map(const storage::Database& database,
                                           const StrangerWorkbook& workbook, const StrangerMap& map,
                                           const ReturnPeriod& period, const StrangerHead& head);

} // namespace returns

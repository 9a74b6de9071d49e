// SPDX-License-Identifier: GPL-3.0-or-later
// What a stranger's sheet told as lines of a canonical text, with the words that stand beside such figures in
// a return.
#pragma once

#include "returns/stranger_choices.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace returns {

inline constexpr std::int64_t thousand = 1000;
// In thousandths.
using ToldFigures = std::map<ValueKey, std::int64_t>;

void write_stranger_sheet(CanonicalWriter& writer, const SheetChoices& choices, const ToldFigures& values);
void write_stranger_findings(CanonicalWriter& writer, const std::vector<Finding>& findings);

} // namespace returns

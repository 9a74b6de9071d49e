// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a sheet as they came back, and what each of its columns is.
#pragma once

#include "assessment/class_results.hpp"
#include "returns/canonical.hpp"
#include "returns/layout.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace returns {

// In the order of their keys.
using SheetValues = std::vector<std::pair<ValueKey, const Canonical::Value*>>;

// A plain decimal in units of 10^-decimals; nothing when it has more decimals, or is none.
std::optional<std::int64_t> units(std::string_view text, std::size_t decimals);
// A number of people or things: whole, not negative, and no more than there can be.
std::optional<std::int64_t> whole_number(std::string_view text);

// "literacy.female" is the women of "literacy"; nothing for a column of another kind.
struct PairColumn {
    std::string name;
    bool female = false;
};
std::optional<PairColumn> split_column(const std::string& column);

void put(assessment::Count& count, bool female, std::int64_t value);

} // namespace returns

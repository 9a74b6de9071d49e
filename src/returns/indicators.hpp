// SPDX-License-Identifier: GPL-3.0-or-later
// A layout's indicators worked out: each with what it is a share of.
#pragma once

#include "returns/figures.hpp"

#include <string>
#include <vector>

namespace returns {

// In thousandths: days present are told in parts of a day.
struct Share {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    bool rest = false;
    bool known = true; // false where a part of it is hidden
    // "72.50", in percents; empty where there is nothing to be a share of.
    std::string percent() const;
};

// As many as the layout has, in its order. `figures` are of the main sheet.
std::vector<Share> shares_of(const Layout& layout, const Figures& figures);

} // namespace returns

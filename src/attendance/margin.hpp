// SPDX-License-Identifier: GPL-3.0-or-later
// The totals in the margin of a paper register, beside those that the marks give.
#pragma once

#include "attendance/attendance.hpp"

#include <optional>

namespace attendance {

// As typed from the paper; nothing where nobody typed it.
struct PaperMargin {
    std::optional<int> permission{};
    std::optional<int> absent{};

    bool empty() const { return !permission && !absent; }
    friend bool operator==(const PaperMargin&, const PaperMargin&) = default;
};

// A total that was not typed agrees with any.
inline bool agrees(const std::optional<int>& on_paper, int counted) {
    return !on_paper || *on_paper == counted;
}
inline bool agrees(const PaperMargin& on_paper, const Margin& counted) {
    return agrees(on_paper.permission, counted.permission) && agrees(on_paper.absent, counted.absent);
}

} // namespace attendance

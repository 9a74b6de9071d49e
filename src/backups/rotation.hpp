// SPDX-License-Identifier: GPL-3.0-or-later
// Which backups stay when newer ones were made.
#pragma once

#include "core/clock.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace backups {

// How much a backup holds says which one is newer, whatever the clock said when it was made.
struct Content {
    int generation = 1;
    std::int64_t audit_rows = 0;
    core::Moment made_at{};
    friend auto operator<=>(const Content&, const Content&) = default;
};

// Their places in the list, of those to delete. The last of each of 7 days, 5 weeks (Monday first) and 12
// months stay: days, weeks and months that have a backup, counted back from the newest content. A day comes
// again where the clock went back, or where the office was restored: then neither stands for the other. The
// newest never goes.
std::vector<std::size_t> superseded(std::span<const Content> backups);

} // namespace backups

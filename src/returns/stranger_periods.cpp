// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/stranger_periods.hpp"

#include "returns/stranger_map.hpp"

#include <algorithm>

namespace returns {

PeriodChoices periods_for(const storage::Database& database, const std::string& office,
                          const Layout& layout) {
    constexpr std::size_t count = 13;
    PeriodChoices choices;
    const core::Day today = database.clock().today();
    auto period = ReturnPeriod::holding(today, layout.period).with_layout(layout.name);
    for (; choices.periods.size() < count; period = period.before())
        choices.periods.push_back(period);
    choices.likely = choices.periods.front().last_day() < today ? 0 : 1;
    const auto map = find_map(database, office, layout.name);
    const auto next = map ? period_after(map->last_period) : std::nullopt;
    if (!next) return choices;
    const auto at = std::find(choices.periods.begin(), choices.periods.end(), *next);
    if (at != choices.periods.end()) choices.likely = static_cast<std::size_t>(at - choices.periods.begin());
    return choices;
}

} // namespace returns

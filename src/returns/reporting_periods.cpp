// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/reporting_periods.hpp"

#include "classes/class_store.hpp"
#include "returns/declared_store.hpp"

#include <algorithm>

namespace returns {

std::vector<ReturnPeriod> periods_to_report(const storage::Database& database, const Layout& layout) {
    const core::Day today = database.clock().today();
    std::optional<core::Day> first = first_declared_day(database);
    for (const classes::ClassRow& one : classes::list_classes(database))
        first = std::min(first.value_or(one.first_day), one.first_day);
    std::vector<ReturnPeriod> periods;
    if (!first) return periods;
    auto period = ReturnPeriod::holding(std::max(today, *first), layout.period).with_layout(layout.name);
    for (; period.last_day() >= *first; period = period.before())
        if (period.first_day() <= today) periods.push_back(period);
    return periods;
}

ReturnPeriod period_due(const storage::Database& database, const std::vector<ReturnPeriod>& periods) {
    const core::Day today = database.clock().today();
    const auto classes = classes::list_classes(database);
    for (const ReturnPeriod& period : periods) {
        const bool ran = std::any_of(classes.begin(), classes.end(), [&](const classes::ClassRow& one) {
            return one.first_day <= period.last_day() && one.last_day >= period.first_day();
        });
        const bool over = period.last_day() < today;
        if (over && (ran || !list_declared(database, period.to_text()).empty())) return period;
    }
    return periods.front();
}

} // namespace returns

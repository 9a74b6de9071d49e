// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/rate_chart.hpp"

namespace attendance {

namespace {

std::optional<std::int64_t> hundredths(const Attended& one) {
    const auto rate = one.rate();
    if (!rate) return std::nullopt;
    return core::round_half_up(*rate, 4);
}

} // namespace

core::Chart rate_chart(const GroupRates& rates, RateBy by, std::vector<std::string> names,
                       const RateChartWords& words) {
    core::Chart chart{.kind = by == RateBy::month ? core::ChartKind::columns : core::ChartKind::bars,
                      .unit = core::ChartUnit::percent,
                      .title = words.title,
                      .note = words.note,
                      .categories = std::move(names),
                      .series = {{words.title, {}}},
                      .line = core::ChartLine{scholarship_line, words.line, words.below},
                      .nothing = words.nothing,
                      .khmer_digits = words.khmer_digits};
    auto& values = chart.series.front().values;
    for (const GroupRate& row : rates.rows)
        values.push_back(hundredths(row.all));
    if (!words.all.empty()) {
        chart.categories.push_back(words.all);
        values.push_back(hundredths(rates.total.all));
    }
    return chart;
}

} // namespace attendance

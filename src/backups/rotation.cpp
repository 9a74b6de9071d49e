// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/rotation.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace backups {
namespace {

constexpr int days_kept = 7;
constexpr int weeks_kept = 5;
constexpr int months_kept = 12;

std::int64_t day_number(core::Moment moment) {
    return std::chrono::sys_days{core::day_in_cambodia(moment)}.time_since_epoch().count();
}

std::int64_t week_number(core::Moment moment) {
    // 1 January 1970 was a Thursday.
    return (day_number(moment) + 3 + 7'000'000) / 7;
}

std::int64_t month_number(core::Moment moment) {
    const core::Day day = core::day_in_cambodia(moment);
    return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month()));
}

// Takes the last of each span of time in each generation, newest first, until it has enough.
class Slots {
  public:
    explicit Slots(int count)
        : m_left(count) {}
    bool takes(int generation, std::int64_t span) {
        if (m_last == std::pair{generation, span} || m_left == 0) return false;
        m_last = {generation, span};
        --m_left;
        return true;
    }

  private:
    std::optional<std::pair<int, std::int64_t>> m_last;
    int m_left;
};

} // namespace

std::vector<std::size_t> superseded(std::span<const Content> backups) {
    std::vector<std::size_t> order(backups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return backups[a] > backups[b]; });
    Slots days(days_kept);
    Slots weeks(weeks_kept);
    Slots months(months_kept);
    std::vector<std::size_t> gone;
    for (const std::size_t one : order) {
        const auto& [generation, rows, moment] = backups[one];
        const bool day = days.takes(generation, day_number(moment));
        const bool week = weeks.takes(generation, week_number(moment));
        const bool month = months.takes(generation, month_number(moment));
        if (!day && !week && !month) gone.push_back(one);
    }
    return gone;
}

} // namespace backups

// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/period.hpp"

#include "core/school_year.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace attendance {
namespace {

// A month or a single day.
std::optional<Period> read_part(std::string_view text) {
    if (const auto month = core::month_from_iso(text)) return whole_month(*month);
    if (const auto day = core::day_from_iso(text)) return Period{*day, *day};
    return std::nullopt;
}

} // namespace

Period whole_month(core::Month month) {
    return {core::first_day(month), core::last_day(month)};
}

Period school_year(core::Day day) {
    const auto year = core::SchoolYear::of(day);
    return {year.first_day(), year.last_day()};
}

Period within(Period a, Period b) {
    return {std::max(a.first, b.first), std::min(a.last, b.last)};
}

core::Expected<Period> read_period(std::string_view text) {
    const auto dots = text.find("..");
    const auto first = read_part(text.substr(0, dots));
    const auto last = dots == std::string_view::npos ? first : read_part(text.substr(dots + 2));
    if (!first || !last || last->last < first->first)
        return core::fail(core::Error{"attendance.period-unreadable"}.with("text", std::string{text}));
    return Period{first->first, last->last};
}

} // namespace attendance

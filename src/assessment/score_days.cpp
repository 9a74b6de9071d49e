// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/score_days.hpp"

#include <algorithm>
#include <array>

namespace assessment {
namespace {

constexpr std::array<std::string_view, 12> month_keys{"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                      "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};

} // namespace

core::Day day_of_marks(const classes::Class& taught, std::string_view period) {
    const core::Day end = std::min(taught.last_day, taught.closed_on.value_or(taught.last_day));
    const auto named = std::find(month_keys.begin(), month_keys.end(), period);
    if (named == month_keys.end()) return end;
    const auto number = static_cast<unsigned>(named - month_keys.begin()) + 1;
    for (core::Month month = core::month_of(taught.first_day); month <= core::month_of(end);
         month += std::chrono::months{1})
        if (static_cast<unsigned>(month.month()) == number) return std::min(end, core::last_day(month));
    return end;
}

core::Expected<void> check_marks_open(const office::ShutDays& shut, const classes::Class& taught,
                                      std::string_view period) {
    if (shut.none()) return {};
    return shut.check(day_of_marks(taught, period));
}

} // namespace assessment

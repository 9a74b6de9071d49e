// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/shown_days.hpp"

#include <fmt/format.h>

namespace attendance {

std::string days_text(const core::Ratio& days) {
    std::string text = core::format_decimal(core::round_half_up(days, 2), 2);
    while (text.ends_with('0'))
        text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string day_text(core::Day day) {
    return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(day.day()), static_cast<unsigned>(day.month()),
                       static_cast<int>(day.year()));
}

std::string date_text(const core::PartialDate& date) {
    const int year = static_cast<int>(date.day.year());
    switch (date.precision) {
    case core::Precision::day:
        break;
    case core::Precision::month:
        return fmt::format("{:02}/{}", static_cast<unsigned>(date.day.month()), year);
    case core::Precision::year:
        return std::to_string(year);
    case core::Precision::about:
        return fmt::format("~{}", year);
    }
    return day_text(date.day);
}

} // namespace attendance

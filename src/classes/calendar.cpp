// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/calendar.hpp"

#include <algorithm>

namespace classes {
namespace {

bool holds(std::span<const core::Day> days, core::Day day) {
    return std::find(days.begin(), days.end(), day) != days.end();
}

std::vector<core::Day> days_between(const Class& of, core::Day first, core::Day last,
                                    std::span<const core::Day> holidays, std::span<const core::Day> not_met) {
    std::vector<core::Day> days;
    const core::Day end = std::min(last, of.last_day);
    for (core::Day day = std::max(first, of.first_day); day <= end; day = core::next_day(day))
        if (of.weekdays.holds(day) && !holds(holidays, day) && !holds(not_met, day)) days.push_back(day);
    return days;
}

} // namespace

std::vector<core::Day> school_days(const Class& of, core::Month month, std::span<const core::Day> holidays,
                                   std::span<const core::Day> not_met) {
    return days_between(of, core::first_day(month), core::last_day(month), holidays, not_met);
}

std::vector<core::Day> school_days(const Class& of, std::span<const core::Day> holidays,
                                   std::span<const core::Day> not_met) {
    return days_between(of, of.first_day, of.last_day, holidays, not_met);
}

std::vector<core::Month> months_of(const Class& of) {
    std::vector<core::Month> months;
    for (core::Month month = core::month_of(of.first_day); month <= core::month_of(of.last_day);
         month += std::chrono::months{1})
        months.push_back(month);
    return months;
}

} // namespace classes

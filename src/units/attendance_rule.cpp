// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/attendance_rule.hpp"

#include "core/numerals.hpp"

namespace units {
namespace {

core::Error has_needs(std::string code, std::string has, std::string needs) {
    return core::Error{std::move(code)}.with("has", std::move(has)).with("needs", std::move(needs));
}

// Exact: 79.999 % is not 80.
bool below(const core::Ratio& share, programmes::Hundredths percent) {
    return share < core::Ratio{percent, 10'000};
}

} // namespace

std::vector<core::Error> reasons_against(const programmes::AttendanceRule& rule,
                                         const attendance::Attendance& attendance) {
    std::vector<core::Error> reasons;
    if (!attendance.not_recorded.empty())
        reasons.push_back(core::Error{"attendance.not-recorded"}.with(
            "days", std::to_string(attendance.not_recorded.size())));
    if (!attendance.rate) {
        reasons.push_back(core::Error{"attendance.none"});
        return reasons;
    }
    if (below(*attendance.rate, rule.minimum_percent))
        reasons.push_back(has_needs("attendance.below", core::format_percent(*attendance.rate),
                                    core::format_hundredths(rule.minimum_percent)));
    if (rule.minimum_hours && attendance.hours < core::Ratio{*rule.minimum_hours})
        reasons.push_back(has_needs("hours.below",
                                    core::format_hundredths(core::truncate(attendance.hours, 2)),
                                    core::format_hundredths(std::int64_t{*rule.minimum_hours} * 100)));
    return reasons;
}

} // namespace units

// SPDX-License-Identifier: GPL-3.0-or-later
// The learners of a period, a line for each of their stints, one class at a time.
#pragma once

#include "attendance/attendance.hpp"
#include "returns/gather.hpp"

#include <functional>
#include <optional>
#include <string>

namespace returns {

// A line of the list of learners: one stint.
struct RollLine {
    std::string key; // the learner's number; "0202-000123-O/2" for a second stint
    std::string number;
    std::string name_km;
    std::string name;
    core::Sex sex = core::Sex::female;
    std::optional<core::PartialDate> born;
    std::string village; // "អូរធំ, បន្ទាយនាង"
    std::string class_name;
    std::string programme; // the pack's key
    std::optional<bool> disability;
    std::optional<learners::EquityLevel> equity;
    std::string ethnicity;
    core::Day first_day{};
    std::optional<core::Day> last_day;
    std::optional<classes::LeavingReason> reason;
    attendance::Tally tally;
    std::string rate; // in percents, empty when no day was taken
};

// Class by class in the order of names, and within one in the order of names: as gather() counted them.
void each_roll_line(const storage::Database& database, const ReturnPeriod& period,
                    const StintOrdinals& ordinals, const std::function<void(const RollLine&)>& take);

} // namespace returns

// SPDX-License-Identifier: GPL-3.0-or-later
// A month as the registers know it: the figures of a return, and the learners behind them one class at a
// time.
#pragma once

#include "attendance/attendance.hpp"
#include "returns/month_return.hpp"
#include "storage/database.hpp"

#include <functional>
#include <unordered_map>

namespace returns {

// Which of a learner's stints of the month this is, where there are several: 2, 3 …
using StintOrdinals = std::unordered_map<classes::EnrolmentId, int>;

struct GatheredMonth {
    MonthReturn content;
    StintOrdinals ordinals;
};

// Classes that run on a day of the month, everyone who was in them on one, and what the register says of it
// up to today. Memory grows by some 60 bytes for each of them.
GatheredMonth gather_month(const storage::Database& database, core::Month month, core::Progress& progress);

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
    std::optional<bool> disability;
    std::optional<learners::EquityLevel> equity;
    std::string ethnicity;
    core::Day first_day{};
    std::optional<core::Day> last_day;
    std::optional<classes::LeavingReason> reason;
    attendance::Tally tally;
    std::string rate; // in percents, empty when no day was taken
};

// Class by class in the order of names, and within one in the order of names: as gather_month counted them.
void each_roll_line(const storage::Database& database, core::Month month, const StintOrdinals& ordinals,
                    const std::function<void(const RollLine&)>& take);

} // namespace returns

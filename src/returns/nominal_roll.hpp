// SPDX-License-Identifier: GPL-3.0-or-later
// The nominal roll: who was in a class to the period's end, born where, with averages and result.
#pragma once

#include "core/date.hpp"
#include "core/sex.hpp"
#include "returns/layout.hpp"
#include "storage/database.hpp"

#include <functional>
#include <string>
#include <vector>

namespace returns {

struct NominalLine {
    std::string key; // the learner's number, and the class behind it where there are two
    std::string number;
    std::string name_km;
    std::string name;
    core::Sex sex = core::Sex::female;
    std::optional<core::PartialDate> born{};
    std::string birthplace;
    std::string class_name;
    std::vector<std::string>
        averages; // by nominal_periods(), as the pack prints them; empty where there is none
    std::optional<int> rank{};
    std::string grade;
    std::string result_km; // "ជាប់", or what it means: "រៀនត្រួតថ្នាក់"
    std::string reason_km; // of leaving, for who left within the period
};

// The periods of marks of the packs of the period's classes, but retests and single months: keys and names in
// the packs' order.
struct NominalPeriod {
    std::string key;
    Wording name;
};
std::vector<NominalPeriod> nominal_periods(const storage::Database& database, const SheetPlan& plan,
                                           const ReturnPeriod& period);

// Class by class in the order of names, and within one in the order of names. One class in memory at a time.
void each_nominal_line(const storage::Database& database, const SheetPlan& plan, const ReturnPeriod& period,
                       const std::vector<NominalPeriod>& periods,
                       const std::function<void(const NominalLine&)>& take);

} // namespace returns

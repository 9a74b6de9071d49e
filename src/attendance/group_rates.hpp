// SPDX-License-Identifier: GPL-3.0-or-later
// Attendance rates of a period by class, sex, month, institution or district, each of everyone and of the
// women.
#pragma once

#include "attendance/counted_class.hpp"
#include "core/words.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace attendance {

enum class RateBy { school_class, month, sex, institution, district };
inline constexpr core::Words<RateBy, 5> rate_by_words{{"class", "month", "sex", "institution", "district"}};

// What one row counts.
struct Attended {
    // Different people: whoever was in two of the classes counts once.
    std::int64_t learners = 0;
    // The days of all of them added up: taken, and what was marked on them.
    Tally tally{};
    // Thousandths of days present, each class by its own programme's rules.
    std::int64_t present = 0;

    // Present ÷ taken; nothing when no day was taken.
    std::optional<core::Ratio> rate() const;
    friend bool operator==(const Attended&, const Attended&) = default;
};

struct GroupRate {
    // What the row is of: a class's or an institution's id, "2025-12", "f", a district's code; empty where an
    // institution has no village.
    std::string key;
    // Of classes, institutions and districts.
    std::string name_km;
    std::string name;
    Attended all;
    Attended female;
};

struct GroupRates {
    // Classes and institutions in the order of names, months and districts of their keys, women before men.
    std::vector<GroupRate> rows;
    GroupRate total;
};

// Everyone enrolled within the period in the classes of the scope, over the days of the enrolment. A learner
// stands in a month when the enrolment has a day in it. Throws WorldFailure "cancelled".
GroupRates load_group_rates(const storage::Database& database, const Scope& scope, RateBy by,
                            core::Progress& progress);

} // namespace attendance

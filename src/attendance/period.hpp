// SPDX-License-Identifier: GPL-3.0-or-later
// The days that something is counted over, as they are typed: a month, several, or from a day to a day.
#pragma once

#include "core/date.hpp"
#include "core/expected.hpp"

#include <string_view>

namespace attendance {

// First and last day, both included.
struct Period {
    core::Day first;
    core::Day last;
    friend bool operator==(const Period&, const Period&) = default;
};

Period whole_month(core::Month month);

// The school year that a day lies in; where another year is meant, both days are said.
Period school_year(core::Day day);

// The days of both; one that ends before it begins when there are none.
Period within(Period a, Period b);

// "2025-12", "2025-11..2026-02" or "2025-12-01..2025-12-19". Error: attendance.period-unreadable {text}.
core::Expected<Period> read_period(std::string_view text);

} // namespace attendance

// SPDX-License-Identifier: GPL-3.0-or-later
// Public holidays: a dated table that the government decrees each year and an office may edit.
#pragma once

#include "core/date.hpp"
#include "core/expected.hpp"
#include "office/digest.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace office {

struct Holiday {
    core::Day day{};
    std::string name_km;
    std::string name;
    std::string source; // the decree
    friend bool operator==(const Holiday&, const Holiday&) = default;
};

struct HolidayList {
    std::string version;
    Digest digest{};
    std::vector<Holiday> holidays; // by day
};

// The file says in its first lines how it is written. Errors: holidays.unreadable {reason} at the row.
core::Expected<HolidayList> parse_holidays(std::string_view text);

// 2025 to 2027, as it comes with the program.
const HolidayList& shipped_holidays();

} // namespace office

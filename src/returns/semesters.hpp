// SPDX-License-Identifier: GPL-3.0-or-later
// Where a school year is divided: data with a version (resources/calendar/semesters.txt), by school year.
#pragma once

#include "core/expected.hpp"
#include "core/school_year.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace returns {

struct SemesterRule {
    core::SchoolYear since;
    int months_of_first = 0; // 1 to 11
    std::string source;
};

struct SemesterRules {
    std::string version;
    std::vector<SemesterRule> rules; // by school year
    // Of the last rule that is not later than the year, else of the first.
    int months_of_first(core::SchoolYear year) const;
};

// The file says in its first lines how it is written. Error: semesters.unreadable {reason} at the row.
core::Expected<SemesterRules> parse_semesters(std::string_view text);
const SemesterRules& shipped_semesters();

} // namespace returns

// SPDX-License-Identifier: GPL-3.0-or-later
// Where the cursor goes in a register after a mark: as a clerk reads the paper, down a day or along a row.
#pragma once

#include "attendance/register.hpp"

namespace attendance {

enum class Reading { down_the_day, along_the_row };
// "day" and "row", as the setting attendance.reading holds it.
std::string_view to_text(Reading reading);
Reading reading_from_text(std::string_view text); // down_the_day for any other text

struct RegisterCell {
    std::size_t row = 0;
    unsigned day = 1;
    friend bool operator==(const RegisterCell&, const RegisterCell&) = default;
};

// The next cell where a mark is to be expected: closed days, days not met and days outside an enrolment are
// passed over, and days to come too unless the cursor stands on one. From the end of a day to the top of the
// next, from the end of a row to the beginning of the next. Nothing at the end of the month.
std::optional<RegisterCell> next_cell(const Register& shown, RegisterCell from, Reading reading,
                                      core::Day today);

} // namespace attendance

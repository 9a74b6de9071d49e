// SPDX-License-Identifier: GPL-3.0-or-later
// How two birth dates differ, as clerks make them differ.
#pragma once

#include "core/date.hpp"

#include <cstdint>

namespace identity {

enum class BirthLevel : std::uint8_t {
    // Both full.
    same,
    same_new_year, // 1 January of one year: a year alone, written as a date
    swapped,       // day and month
    one_digit,     // one of day, month and year is a digit off, one off, or has its digits exchanged
    one_part,      // one of them is something else
    same_year,
    other,
    // One of them, or both, a year or a month of a year.
    year_same,
    year_near, // one off, or one digit
    year_other,
    // One of them "about".
    about_same,
    about_near, // within five years
    about_other,
};

BirthLevel compare_births(const core::PartialDate& a, const core::PartialDate& b);

} // namespace identity

// SPDX-License-Identifier: GPL-3.0-or-later
// The Khmer New Year of a Gregorian year: Moha Songkran, when the animal changes, to Laeung Sak, when the sak
// does.
//
// The sums give the hour of Songkran too; almanacs print minutes of their own, so it is never shown as
// official.
#pragma once

#include "core/date.hpp"

#include <chrono>

namespace core {

struct KhmerNewYear {
    unsigned days = 3;                    // 3 or 4
    unsigned laeung_sak_day_of_chaet = 0; // 0-based, in days after ១កើត ចេត្រ; ពិសាខ begins at 29
    std::chrono::minutes songkran_time{0}; // of the day of Songkran
};

// In the lunar months of the year; lunar_date.hpp has the civil days. After the same source.
KhmerNewYear khmer_new_year(std::chrono::year year);

struct NewYearDays {
    Day songkran{};
    Day laeung_sak{};
};

// `year` is 1900 to 2100.
NewYearDays new_year_days(std::chrono::year year);

} // namespace core

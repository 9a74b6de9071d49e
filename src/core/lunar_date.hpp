// SPDX-License-Identifier: GPL-3.0-or-later
// The Khmer lunar date of a civil day, and the two date lines that a Cambodian document carries.
//
// After Roath Kim Soeun, "Pratitin Soryakkatik-Chankatik 1900-1999". Checked against printed calendars for
// about 1900-2030; offered for 1900-2100 and nothing outside.
#pragma once

#include "core/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace core {

// In the order of the lunar year. A leap-month year has the two Asadhs in the place of `asadh`.
enum class LunarMonth {
    migasir,
    boss,
    meak,
    phalkun,
    chaet,
    pisakh,
    jesth,
    asadh,
    first_asadh,
    second_asadh,
    srap,
    phatrabot,
    assoch,
    kattik,
};

enum class LunarPhase { waxing, waning }; // កើត, រោច

struct LunarDate {
    Day day{};               // the civil day; the lunar day changes at its midnight
    unsigned day_of_phase{}; // 1 to 15
    LunarPhase phase{};
    LunarMonth month{};
    unsigned month_length{}; // 29 or 30
    unsigned animal{};       // 0 ជូត … 11 កុរ; changes on Moha Songkran
    unsigned sak{}; // 0 សំរឹទ្ធិស័ក … 9 នព្វស័ក; changes on Laeung Sak
    int jula_sakaraj{};  // changes with the sak
    int buddhist_year{}; // ពុទ្ធសករាជ; changes on ១រោច ពិសាខ
};

// Nothing before 1900 or after 2100, nor for a day that does not exist.
std::optional<LunarDate> lunar_date(Day day);

// The days of the lunar year that ends in Kattik of this Gregorian year: 354, 355 (leap day) or 384 (leap
// month). `year` is 1900 to 2100.
unsigned lunar_year_length(std::chrono::year year);

// The day on which the Buddhist Era turns in this Gregorian year, the day after Visakha Bochea.
Day buddhist_new_year(std::chrono::year year);

// Gregorian + 544 from that day on, + 543 before it.
int buddhist_year(Day day);

std::string_view khmer_name(LunarMonth month);
std::string_view khmer_name(LunarPhase phase);
std::string_view khmer_name(std::chrono::weekday weekday);
std::string_view khmer_name(std::chrono::month month);
std::string_view khmer_animal(unsigned animal);
std::string_view khmer_sak(unsigned sak);

// "ថ្ងៃពុធ ១២រោច ខែមិគសិរ ឆ្នាំម្សាញ់ សប្តស័ក ព.ស.២៥៦៩"
std::string lunar_line(const LunarDate& date);
// "ថ្ងៃទី១៧ ខែធ្នូ ឆ្នាំ២០២៥"; the day has two digits.
std::string gregorian_line(Day day);

} // namespace core

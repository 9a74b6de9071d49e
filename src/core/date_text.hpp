// SPDX-License-Identifier: GPL-3.0-or-later
// The date a clerk typed, in any of the ways registers hold: 01/09/1981, ថ្ងៃទី១៩ ខែឧសភា ឆ្នាំ១៩៨៥, 1995,
// ប្រហែល ២០១៥, 06/10/2542, or the number behind an Excel cell.
#pragma once

#include "core/date.hpp"
#include "core/expected.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace core {

struct DateReading {
    PartialDate date;
    // Codes of what a person should know though the date was read: date.buddhist-year.
    std::vector<std::string> findings;
};

// The day comes first unless the year does (ISO), or words say which is which. Khmer, Latin or full-width
// digits; / - . or space; Khmer month names as they are spelt, or English ones; a time after the date is left
// out. A day or month of 00 is not known: 00/00/1975 is the year.
//   Year of two digits: the latest year not after `latest` that ends so; never alone.
//   Year from 2443 on, or after ព.ស.: Buddhist. With a day (or month) it is Gregorian + 544 from ១រោច ពិសាខ,
//   + 543 before; alone it is less 543, precision year, finding date.buddhist-year.
//   "about" gives the year alone, precision about.
// `latest` is today for a birth, later for what may lie ahead. Every error has {text}:
//   date.unreadable
//   date.impossible      no such day in the calendar
//   date.month-first     only the month-first reading exists {day_first, month_first}
//   date.buddhist-turn   the day is in that Buddhist year twice or not at all {earlier, later}
//   date.future          after `latest` {read, latest}
//   date.too-old         before 1900 {read}
Expected<DateReading> read_date(std::string_view text, Day latest);

// How a workbook counts days.
enum class DateSystem { from_1900, from_1904 };

// A number cell in a column of dates: days since the system's start, the fraction being the time of day.
// Serial 60 of the 1900 system is 29 February 1900, which no calendar has: date.impossible. A whole number
// that is itself a year (1900 to that of `latest`, or such a year in Buddhist reckoning) is the year alone:
// as serials these are days of 1905 to 1907, as typing they are common.
Expected<DateReading> read_date_number(double number, DateSystem system, Day latest);

} // namespace core

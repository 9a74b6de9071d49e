// SPDX-License-Identifier: GPL-3.0-or-later
// Civil days in Cambodia, months, and dates known only in part. Reading what a clerk typed is in
// date_text.hpp.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace core {

// A civil day. SQL and JSON hold it as ISO text, "2025-12-17".
using Day = std::chrono::year_month_day;

// A calendar month, ISO text "2025-12".
using Month = std::chrono::year_month;

std::string to_iso(Day day);
std::string to_iso(Month month);

// Strict ISO text of an existing day or month; anything else is nothing.
std::optional<Day> day_from_iso(std::string_view text);
std::optional<Month> month_from_iso(std::string_view text);

inline std::chrono::weekday weekday_of(Day day) {
    return std::chrono::weekday{std::chrono::sys_days{day}};
}

// Monday 1 … Sunday 7, as ISO 8601 and `--days 12345` count them.
inline unsigned iso_weekday(Day day) {
    return weekday_of(day).iso_encoding();
}

inline Day next_day(Day day) {
    return Day{std::chrono::sys_days{day} + std::chrono::days{1}};
}
Day first_day(Month month);
Day last_day(Month month);
inline unsigned days_in(Month month) {
    return static_cast<unsigned>(last_day(month).day());
}
inline Month month_of(Day day) {
    return Month{day.year(), day.month()};
}

// How much of a date is known. Many adults know only a year, some only about when.
enum class Precision { day, month, year, about };

std::string_view to_text(Precision precision);
std::optional<Precision> precision_from_text(std::string_view text);

// A date with its precision. `day` holds 1 for the parts that are not known, so that dates order by their
// first possible day; `about` means the year itself is an estimate.
struct PartialDate {
    Day day{};
    Precision precision = Precision::day;

    static PartialDate of_year(std::chrono::year year, Precision precision = Precision::year);
    bool full() const { return precision == Precision::day; }
    friend auto operator<=>(const PartialDate&, const PartialDate&) = default;
};

// "2004-03-12", "2004-03", "2004" or "~2004".
std::string to_text(const PartialDate& date);
std::optional<PartialDate> partial_date_from_text(std::string_view text);

// Whole years from birth to `on`. With a year alone, the age reached in that year.
int age_on(const PartialDate& born, Day on);

} // namespace core

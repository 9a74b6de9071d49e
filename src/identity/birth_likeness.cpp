// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/birth_likeness.hpp"

#include <cstdlib>
#include <string>

namespace identity {
namespace {

using core::PartialDate;
using core::Precision;

bool digit_off(int a, int b) {
    if (std::abs(a - b) == 1) return true;
    std::string one = std::to_string(a);
    std::string other = std::to_string(b);
    // Days and months are written with two digits.
    if (one.size() < 2) one.insert(0, "0");
    if (other.size() < 2) other.insert(0, "0");
    if (one.size() != other.size()) return false;
    int off = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        if (one[i] != other[i] && ++off == 1) first = i;
    if (off == 1) return true;
    return off == 2 && first + 1 < one.size() && one[first] == other[first + 1] &&
           one[first + 1] == other[first];
}

int year_of(const PartialDate& date) {
    return static_cast<int>(date.day.year());
}

unsigned month_of(const PartialDate& date) {
    return static_cast<unsigned>(date.day.month());
}

unsigned day_of(const PartialDate& date) {
    return static_cast<unsigned>(date.day.day());
}

bool is_new_year(const PartialDate& date) {
    return month_of(date) == 1 && day_of(date) == 1;
}

BirthLevel compare_years(const PartialDate& a, const PartialDate& b) {
    if (year_of(a) == year_of(b)) return BirthLevel::year_same;
    return digit_off(year_of(a), year_of(b)) ? BirthLevel::year_near : BirthLevel::year_other;
}

BirthLevel compare_about(const PartialDate& a, const PartialDate& b) {
    constexpr int about_years = 5;
    const int apart = std::abs(year_of(a) - year_of(b));
    if (apart == 0) return BirthLevel::about_same;
    return apart <= about_years ? BirthLevel::about_near : BirthLevel::about_other;
}

BirthLevel compare_full(const PartialDate& a, const PartialDate& b) {
    if (a.day == b.day) return is_new_year(a) ? BirthLevel::same_new_year : BirthLevel::same;
    const bool year = year_of(a) == year_of(b);
    const bool month = month_of(a) == month_of(b);
    const bool day = day_of(a) == day_of(b);
    if (year && month_of(a) == day_of(b) && day_of(a) == month_of(b)) return BirthLevel::swapped;
    if (year + month + day == 2) {
        const bool slip = !year    ? digit_off(year_of(a), year_of(b))
                          : !month ? digit_off(static_cast<int>(month_of(a)), static_cast<int>(month_of(b)))
                                   : digit_off(static_cast<int>(day_of(a)), static_cast<int>(day_of(b)));
        // 1 January of two years is two years alone.
        if (is_new_year(a) && is_new_year(b)) return compare_years(a, b);
        if (slip) return BirthLevel::one_digit;
        constexpr int generation = 13;
        const bool another_age = std::abs(year_of(a) - year_of(b)) >= generation;
        return another_age ? BirthLevel::other : BirthLevel::one_part;
    }
    if (!year) return BirthLevel::other;
    // A year alone written as a date says nothing about the day.
    return is_new_year(a) || is_new_year(b) ? BirthLevel::year_same : BirthLevel::same_year;
}

} // namespace

BirthLevel compare_births(const PartialDate& a, const PartialDate& b) {
    if (a.precision == Precision::about || b.precision == Precision::about) return compare_about(a, b);
    if (a.full() && b.full()) return compare_full(a, b);
    const BirthLevel years = compare_years(a, b);
    const bool both_have_months = a.precision != Precision::year && b.precision != Precision::year;
    if (years == BirthLevel::year_same && both_have_months && month_of(a) != month_of(b))
        return BirthLevel::year_near;
    return years;
}

} // namespace identity

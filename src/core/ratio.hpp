// SPDX-License-Identifier: GPL-3.0-or-later
// Exact fractions: averages and rates are kept as they are and rounded once, when they are printed.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace core {

// Always in lowest terms, the denominator positive. Arithmetic past 64 bits throws std::overflow_error rather
// than give a wrong mark.
class Ratio {
  public:
    Ratio() = default;
    Ratio(std::int64_t whole)
        : m_numerator(whole) {}
    // The denominator is not zero.
    Ratio(std::int64_t numerator, std::int64_t denominator);

    std::int64_t numerator() const { return m_numerator; }
    std::int64_t denominator() const { return m_denominator; }

    Ratio& operator+=(const Ratio& other) { return *this = *this + other; }
    friend Ratio operator+(const Ratio& a, const Ratio& b);
    friend Ratio operator*(const Ratio& a, const Ratio& b);
    // `b` is not zero.
    friend Ratio operator/(const Ratio& a, const Ratio& b);
    friend bool operator==(const Ratio&, const Ratio&) = default;
    friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);

  private:
    std::int64_t m_numerator = 0;
    std::int64_t m_denominator = 1;
};

// In units of 10^-decimals: round_half_up({49, 8}, 2) is 613, truncate of it 612. A half goes up.
std::int64_t round_half_up(const Ratio& ratio, int decimals);
std::int64_t truncate(const Ratio& ratio, int decimals);

// A count of units of 10^-decimals with that many digits: 613 and 2 is "6.13", 61 and 1 is "6.1".
std::string format_decimal(std::int64_t units, int decimals);

// part ÷ whole as a percentage in hundredths, half up: {29, 40} is "72.50".
std::string format_percent(const Ratio& ratio);

} // namespace core

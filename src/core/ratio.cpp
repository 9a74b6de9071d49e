// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ratio.hpp"

#include <numeric>
#include <stdexcept>

namespace core {
namespace {

std::int64_t product(std::int64_t a, std::int64_t b) {
    std::int64_t result = 0;
    if (__builtin_mul_overflow(a, b, &result)) throw std::overflow_error("a fraction past 64 bits");
    return result;
}

std::int64_t sum(std::int64_t a, std::int64_t b) {
    std::int64_t result = 0;
    if (__builtin_add_overflow(a, b, &result)) throw std::overflow_error("a fraction past 64 bits");
    return result;
}

std::int64_t power_of_ten(int decimals) {
    std::int64_t result = 1;
    for (int i = 0; i < decimals; ++i)
        result = product(result, 10);
    return result;
}

std::int64_t floor_of(const Ratio& ratio) {
    const std::int64_t whole = ratio.numerator() / ratio.denominator();
    return ratio.numerator() % ratio.denominator() < 0 ? whole - 1 : whole;
}

} // namespace

Ratio::Ratio(std::int64_t numerator, std::int64_t denominator) {
    if (denominator == 0) throw std::logic_error("a fraction over nothing");
    const std::int64_t common = std::gcd(numerator, denominator) * (denominator < 0 ? -1 : 1);
    m_numerator = numerator / common;
    m_denominator = denominator / common;
}

Ratio operator+(const Ratio& a, const Ratio& b) {
    return {sum(product(a.m_numerator, b.m_denominator), product(b.m_numerator, a.m_denominator)),
            product(a.m_denominator, b.m_denominator)};
}

Ratio operator*(const Ratio& a, const Ratio& b) {
    // Crosswise first, so that products stay small.
    const Ratio left{a.m_numerator, b.m_denominator};
    const Ratio right{b.m_numerator, a.m_denominator};
    return {product(left.m_numerator, right.m_numerator), product(left.m_denominator, right.m_denominator)};
}

Ratio operator/(const Ratio& a, const Ratio& b) {
    return a * Ratio{b.m_denominator, b.m_numerator};
}

std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
    return product(a.m_numerator, b.m_denominator) <=> product(b.m_numerator, a.m_denominator);
}

std::int64_t round_half_up(const Ratio& ratio, int decimals) {
    return floor_of(ratio * power_of_ten(decimals) + Ratio{1, 2});
}

std::int64_t truncate(const Ratio& ratio, int decimals) {
    const Ratio scaled = ratio * power_of_ten(decimals);
    return scaled.numerator() / scaled.denominator();
}

std::string format_decimal(std::int64_t units, int decimals) {
    std::string digits = std::to_string(units < 0 ? -units : units);
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, ".");
    return units < 0 ? "-" + digits : digits;
}

std::string format_percent(const Ratio& ratio) {
    return format_decimal(round_half_up(ratio * 100, 2), 2);
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerals.hpp"

#include "core/utf8.hpp"

#include <fmt/format.h>

#include <charconv>

namespace core {
namespace {

constexpr int significant_digits = 15;
constexpr int largest_exponent = 30;
constexpr std::int64_t largest = 9'000'000'000'000'000; // hundredths; far past any mark or sum of money

template<typename Put>
std::string with_digits(std::string_view text, Put put) {
    std::string result;
    result.reserve(text.size());
    for (char32_t c : code_points(text)) {
        if (const auto value = digit_value(c))
            put(result, *value);
        else
            append_utf8(result, c);
    }
    return result;
}

bool is_space(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\u00A0' || c == U'\u200B' ||
           c == U'\u3000' || c == U'\uFEFF';
}

// The number with Latin digits and without the space around it; '\0' stands for what no number holds.
std::string plain(std::string_view text) {
    std::u32string wide = to_utf32(text);
    while (!wide.empty() && is_space(wide.back()))
        wide.pop_back();
    std::size_t from = 0;
    while (from < wide.size() && is_space(wide[from]))
        ++from;
    std::string result;
    for (char32_t c : std::u32string_view{wide}.substr(from)) {
        if (const auto value = digit_value(c))
            result += static_cast<char>('0' + *value);
        else if (c == U'\uFF0E' || c == U'\uFF0C')
            result += '.';
        else if (c == U'\u2212' || c == U'\uFF0D')
            result += '-';
        else
            result += c < 0x80 ? static_cast<char>(c) : '\0';
    }
    return result;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// -1 or 1, and the sign taken off.
int take_sign(std::string_view& text) {
    if (text.empty() || (text.front() != '-' && text.front() != '+')) return 1;
    const int sign = text.front() == '-' ? -1 : 1;
    text.remove_prefix(1);
    return sign;
}

// digits × 10^exponent, without leading zeros.
struct Decimal {
    std::string digits;
    int exponent = 0;
};

std::optional<Decimal> read_decimal(std::string_view text) {
    Decimal result;
    bool separator = false;
    bool any = false;
    std::size_t at = 0;
    for (; at < text.size() && text[at] != 'E' && text[at] != 'e'; ++at) {
        const char c = text[at];
        if ((c == '.' || c == ',') && !separator) {
            separator = true;
            continue;
        }
        if (!is_digit(c)) return std::nullopt;
        any = true;
        if (separator) --result.exponent;
        if (c != '0' || !result.digits.empty()) result.digits += c;
    }
    if (!any) return std::nullopt;
    if (at == text.size()) return result;
    std::string_view power = text.substr(at + 1);
    const int sign = take_sign(power);
    int value = 0;
    const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), value);
    if (power.empty() || !is_digit(power.front()) || error != std::errc{} ||
        end != power.data() + power.size() || value > largest_exponent)
        return std::nullopt;
    result.exponent += sign * value;
    return result;
}

void drop_last_digit(Decimal& number) {
    number.digits.pop_back();
    ++number.exponent;
}

void round_to_significant(Decimal& number) {
    if (number.digits.size() <= significant_digits) return;
    const bool up = number.digits[significant_digits] >= '5';
    while (number.digits.size() > significant_digits)
        drop_last_digit(number);
    while (up && !number.digits.empty() && number.digits.back() == '9')
        drop_last_digit(number);
    if (!up) return;
    if (number.digits.empty())
        number.digits = "1";
    else
        ++number.digits.back();
}

} // namespace

std::optional<int> digit_value(char32_t c) {
    for (char32_t zero : {U'0', U'\u17E0', U'\uFF10'})
        if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
    return std::nullopt;
}

std::string to_latin_digits(std::string_view text) {
    return with_digits(text, [](std::string& out, int value) { out += static_cast<char>('0' + value); });
}

std::string to_khmer_digits(std::string_view text) {
    return with_digits(text, [](std::string& out, int value) {
        append_utf8(out, U'\u17E0' + static_cast<char32_t>(value));
    });
}

Expected<std::int64_t> read_integer(std::string_view text) {
    const std::string number = plain(text);
    std::string_view rest = number;
    const int sign = take_sign(rest);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (rest.empty() || !is_digit(rest.front()) || end != rest.data() + rest.size())
        return fail(Error{"number.unreadable"}.with("text", std::string{text}));
    if (error == std::errc::result_out_of_range)
        return fail(Error{"number.too-large"}.with("text", std::string{text}));
    return sign * value;
}

Expected<std::int64_t> read_hundredths(std::string_view text) {
    const std::string number = plain(text);
    std::string_view rest = number;
    const int sign = take_sign(rest);
    auto decimal = read_decimal(rest);
    if (!decimal) return fail(Error{"number.unreadable"}.with("text", std::string{text}));
    round_to_significant(*decimal);
    while (!decimal->digits.empty() && decimal->digits.back() == '0')
        drop_last_digit(*decimal);
    if (decimal->digits.empty()) return 0;
    if (decimal->exponent < -2) return fail(Error{"number.too-precise"}.with("text", std::string{text}));
    std::int64_t value = 0;
    std::from_chars(decimal->digits.data(), decimal->digits.data() + decimal->digits.size(), value);
    for (int i = -2; i < decimal->exponent; ++i) {
        value *= 10;
        if (value > largest) return fail(Error{"number.too-large"}.with("text", std::string{text}));
    }
    return sign * value;
}

std::string format_hundredths(std::int64_t hundredths) {
    // The smallest int64 has no positive twin: take the absolute value unsigned.
    const auto size =
        hundredths < 0 ? 0 - static_cast<std::uint64_t>(hundredths) : static_cast<std::uint64_t>(hundredths);
    return fmt::format("{}{}.{:02}", hundredths < 0 ? "-" : "", size / 100, size % 100);
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/decimal.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace spreadsheet {
namespace {

constexpr std::int64_t significant_digits = 15; // of a double, as every spreadsheet shows it
constexpr std::int64_t digits_before_point = 40;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// A number is 0.DIGITS times ten to the power of `point`; no digit leads with zero, none at all is zero
// itself.
struct Digits {
    std::string digits;
    std::int64_t point = 0;
    bool negative = false;
};

std::optional<Digits> split(std::string_view text) {
    Digits number;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        number.negative = text[0] == '-';
        text.remove_prefix(1);
    }
    bool any = false;
    bool after_point = false;
    for (; !text.empty() && (is_digit(text[0]) || (text[0] == '.' && !after_point)); text.remove_prefix(1)) {
        if (text[0] == '.') {
            after_point = true;
            continue;
        }
        any = true;
        const bool leads = number.digits.empty() && text[0] == '0';
        if (!leads) number.digits += text[0];
        if (!after_point && !leads) ++number.point;
        if (after_point && leads) --number.point;
    }
    if (!any) return {};
    if (text.empty()) return number;
    if (text[0] != 'e' && text[0] != 'E') return {};
    text.remove_prefix(1);
    const bool signed_plus = text.starts_with('+');
    if (signed_plus) text.remove_prefix(1);
    if (text.empty() || (signed_plus && !is_digit(text[0]))) return {};
    std::int32_t exponent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    number.point += exponent;
    return number;
}

void round_to(Digits& number, std::int64_t kept) {
    if (kept >= static_cast<std::int64_t>(number.digits.size())) return;
    if (kept < 0) {
        number.digits.clear();
        return;
    }
    const bool up = number.digits[static_cast<std::size_t>(kept)] >= '5';
    number.digits.resize(static_cast<std::size_t>(kept));
    if (!up) return;
    const std::size_t not_nine = number.digits.find_last_not_of('9');
    if (not_nine == std::string::npos) {
        number.digits = "1";
        ++number.point;
    } else {
        number.digits.resize(not_nine + 1);
        ++number.digits.back();
    }
}

// Of digits in plain order, as nearly every number comes: what plain_decimal() makes of them is a part of
// `text`.
std::optional<std::string_view> already_plain(std::string_view text, unsigned decimals) {
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    std::size_t at = first;
    while (at < text.size() && is_digit(text[at]))
        ++at;
    const std::size_t point = at;
    if (point == first || (text[first] == '0' && point > first + 1)) return {};
    if (at < text.size() && text[at] == '.')
        for (++at; at < text.size() && is_digit(text[at]);)
            ++at;
    const std::size_t behind = at == point ? 0 : at - point - 1;
    if (at != text.size() || behind > decimals || point - first + behind > significant_digits) return {};
    if (behind > 0)
        while (text.back() == '0')
            text.remove_suffix(1);
    if (text.back() == '.') text.remove_suffix(1);
    return text == "-0" ? "0" : text;
}

} // namespace

bool is_decimal(std::string_view text) {
    return split(text).has_value();
}

std::optional<std::string> plain_decimal(std::string_view text, unsigned decimals) {
    if (const auto plain = already_plain(text, decimals)) return std::string{*plain};
    auto number = split(text);
    if (!number) return {};
    if (!number->digits.empty() && number->point > digits_before_point) return {};
    round_to(*number, significant_digits);
    round_to(*number, number->point + decimals);
    number->digits.resize(number->digits.find_last_not_of('0') + 1);
    if (number->digits.empty()) return "0";

    std::string plain = number->negative ? "-" : "";
    const auto size = static_cast<std::int64_t>(number->digits.size());
    if (number->point <= 0) {
        plain.append("0.").append(static_cast<std::size_t>(-number->point), '0').append(number->digits);
    } else if (number->point >= size) {
        plain.append(number->digits).append(static_cast<std::size_t>(number->point - size), '0');
    } else {
        const auto point = static_cast<std::size_t>(number->point);
        plain.append(number->digits, 0, point).append(1, '.').append(number->digits, point);
    }
    return plain;
}

} // namespace spreadsheet

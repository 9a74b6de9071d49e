// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as they are typed and printed: Khmer, Latin and full-width digits, decimals with a point or a
// comma, kept as whole hundredths.
#pragma once

#include "core/expected.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core {

// 0 to 9 for a Latin (0), Khmer (០) or full-width (０) digit, else nothing.
std::optional<int> digit_value(char32_t code_point);

// Every digit of any kind becomes a Latin or a Khmer one; all else stays.
std::string to_latin_digits(std::string_view text);
std::string to_khmer_digits(std::string_view text);

// A whole number with an optional sign, spaces around it ignored. Errors: number.unreadable {text},
// number.too-large {text}.
Expected<std::int64_t> read_integer(std::string_view text);

// A decimal as exact hundredths: "7.5", "7,50" and "៧,៥" are 750. One separator at most, so "1,234.5" is
// unreadable rather than guessed. Digits past the fifteenth significant one are the noise that spreadsheets
// add (6.3099999999999996 is 6.31), an exponent is read as cells write it (7.5E0). Errors: number.unreadable
// {text}, number.too-precise {text} for more than two decimals, number.too-large {text}.
Expected<std::int64_t> read_hundredths(std::string_view text);

// 750 is "7.50", -5 is "-0.05".
std::string format_hundredths(std::int64_t hundredths);

} // namespace core

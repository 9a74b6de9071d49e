// SPDX-License-Identifier: GPL-3.0-or-later
// The last character of learner numbers and certificate serials: ISO/IEC 7064 MOD 37,36 over 0-9 and A-Z.
//
// It catches every single wrong character, and all but about one in six hundred swaps of two neighbours.
#pragma once

#include "core/expected.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace core {

// The check character for digits and capital letters; dashes do not count. Nothing when `body` holds anything
// else or no character at all.
std::optional<char> check_character(std::string_view body);

// "0202-000123" becomes "0202-000123-O". `body` is digits, capital letters and dashes.
std::string with_check_character(std::string_view body);

// What stands before the sequence is the office's code, in digits or capital letters.
//   learner number  0202-000123-O       office, sequence of six digits, check
//   serial          0202-2026-000001-X  office, year, sequence of six digits, check
//
// Reading takes them as typed: Khmer or full-width digits, lower case, spaces or dashes of any kind or none,
// and gives the canonical text. Errors: reference.unreadable {text}, reference.check {text}.
Expected<std::string> read_learner_number(std::string_view typed);
Expected<std::string> read_serial(std::string_view typed);

} // namespace core

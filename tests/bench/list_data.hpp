// SPDX-License-Identifier: GPL-3.0-or-later
// A district's list of learners of any length: 25 columns of the kinds that returns hold. The same for every
// run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace bench {

inline constexpr std::uint32_t list_columns = 25;

enum class Kind { text, number, date };

struct Value {
    Kind kind = Kind::text;
    std::string text{}; // of a number its decimal
    double number = 0;  // of a date its serial
};

// A thousand rows are made once and come round again under new numbers, so that making data costs nothing
// beside writing it.
const Value& list_value(std::uint32_t row, std::uint32_t column);
std::string list_heading(std::uint32_t column);

} // namespace bench

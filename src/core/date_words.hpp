// SPDX-License-Identifier: GPL-3.0-or-later
// A typed date taken apart: its numbers, a month by name, and the words that say which number is which.
// date_text.hpp puts them together.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace core {

enum class DatePart { unsaid, day, month, year };

struct DateNumber {
    int value = 0;
    int digits = 0;
    DatePart part = DatePart::unsaid; // ខែ៥ says month
};

struct DateWords {
    std::vector<DateNumber> numbers; // as they stand, a month's name left out
    std::optional<unsigned> month_name;
    bool about = false;    // ប្រហែល, about, ~
    bool buddhist = false; // ព.ស.
};

// Nothing when the text holds a word or sign that no date has, or a number of more than four digits.
std::optional<DateWords> read_date_words(std::string_view text);

} // namespace core

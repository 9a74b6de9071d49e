// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/weekdays.hpp"

#include "core/numerals.hpp"
#include "core/utf8.hpp"

namespace classes {

std::optional<Weekdays> Weekdays::from_text(std::string_view text) {
    Weekdays result;
    for (char32_t c : core::code_points(text)) {
        const auto day = core::digit_value(c);
        if (!day || *day < 1 || *day > 7 || result.holds(static_cast<unsigned>(*day))) return std::nullopt;
        result.m_bits = static_cast<std::uint8_t>(result.m_bits | 1U << *day);
    }
    if (result.empty()) return std::nullopt;
    return result;
}

std::string Weekdays::to_text() const {
    std::string text;
    for (unsigned day = 1; day <= 7; ++day)
        if (holds(day)) text += static_cast<char>('0' + day);
    return text;
}

} // namespace classes

// SPDX-License-Identifier: GPL-3.0-or-later
// The days of the week a class meets on, as `--days 12345` and the class's row write them.
#pragma once

#include "core/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace classes {

class Weekdays {
  public:
    // Digits 1 (Monday) to 7, in any order, each once at most, at least one; Khmer digits count too.
    static std::optional<Weekdays> from_text(std::string_view text);

    // Ascending: "12345".
    std::string to_text() const;
    bool holds(core::Day day) const { return holds(core::iso_weekday(day)); }
    bool holds(unsigned iso_weekday) const { return (m_bits >> iso_weekday & 1U) != 0; }
    bool empty() const { return m_bits == 0; }
    friend bool operator==(Weekdays, Weekdays) = default;

  private:
    std::uint8_t m_bits = 0; // bit 1 is Monday
};

} // namespace classes

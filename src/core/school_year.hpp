// SPDX-License-Identifier: GPL-3.0-or-later
// The school year: from 1 November, as schools normally open, to the 31 October after it. Classes outside
// schools begin at any time, and belong to the year in which they begin.
#pragma once

#include "core/date.hpp"

namespace core {

class SchoolYear {
  public:
    // The one that a day lies in.
    static SchoolYear of(Day day);
    // "2025-2026"; anything else is nothing.
    static std::optional<SchoolYear> from_text(std::string_view text);

    Day first_day() const;
    Day last_day() const;
    bool holds(Day day) const { return first_day() <= day && day <= last_day(); }
    SchoolYear next() const { return SchoolYear{m_begins + std::chrono::years{1}}; }
    // 2025 and 2026
    int begins() const { return static_cast<int>(m_begins); }
    int ends() const { return begins() + 1; }
    std::string to_text() const;
    friend auto operator<=>(const SchoolYear&, const SchoolYear&) = default;

  private:
    explicit SchoolYear(std::chrono::year begins)
        : m_begins(begins) {}
    std::chrono::year m_begins;
};

// The same day of the next year; 28 February for the 29th.
Day a_year_later(Day day);

} // namespace core

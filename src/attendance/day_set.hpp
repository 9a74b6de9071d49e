// SPDX-License-Identifier: GPL-3.0-or-later
// A set of days of one month, small enough to count a district's year with.
#pragma once

#include "core/date.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace attendance {

// Days 1 to 31 of a month that its owner knows.
class DaySet {
  public:
    constexpr DaySet() = default;
    // Those of `month` from `first` to `last`, both included; none when they miss the month.
    static DaySet between(core::Month month, core::Day first, core::Day last) {
        DaySet set;
        const core::Day from = std::max(first, core::first_day(month));
        const core::Day to = std::min(last, core::last_day(month));
        if (from > to) return set;
        const unsigned width = static_cast<unsigned>(to.day()) - static_cast<unsigned>(from.day()) + 1;
        set.m_bits = (0xFFFFFFFFU >> (32 - width)) << (static_cast<unsigned>(from.day()) - 1);
        return set;
    }

    constexpr void add(unsigned day) { m_bits |= 1U << (day - 1); }
    constexpr void remove(unsigned day) { m_bits &= ~(1U << (day - 1)); }
    constexpr bool has(unsigned day) const { return (m_bits >> (day - 1) & 1U) != 0; }
    bool has(core::Day day) const { return has(static_cast<unsigned>(day.day())); }
    constexpr int count() const { return std::popcount(m_bits); }
    constexpr bool empty() const { return m_bits == 0; }

    // Both, either, and this without the other.
    friend constexpr DaySet operator&(DaySet a, DaySet b) { return DaySet{a.m_bits & b.m_bits}; }
    friend constexpr DaySet operator|(DaySet a, DaySet b) { return DaySet{a.m_bits | b.m_bits}; }
    friend constexpr DaySet operator-(DaySet a, DaySet b) { return DaySet{a.m_bits & ~b.m_bits}; }
    friend constexpr bool operator==(DaySet, DaySet) = default;

  private:
    explicit constexpr DaySet(std::uint32_t bits)
        : m_bits(bits) {}
    std::uint32_t m_bits = 0;
};

} // namespace attendance

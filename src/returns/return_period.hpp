// SPDX-License-Identifier: GPL-3.0-or-later
// The periods that returns are of: a month, a semester or a school year; and which return it is, where an
// office makes several of one period.
#pragma once

#include "core/school_year.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace returns {

enum class PeriodKind { month, semester, year };
std::string_view to_text(PeriodKind kind);
std::optional<PeriodKind> period_kind_from_text(std::string_view text);

// A layout's name: small letters, digits and hyphens, a letter first.
bool is_name(std::string_view text);

class ReturnPeriod {
  public:
    explicit ReturnPeriod(core::Month month)
        : m_kind(PeriodKind::month)
        , m_from(month)
        , m_to(month) {}
    static ReturnPeriod of(core::SchoolYear year);
    // 1 or 2, divided as semesters.hpp says of that year.
    static ReturnPeriod of(core::SchoolYear year, int semester);
    // The one of that kind that a day lies in.
    static ReturnPeriod holding(core::Day day, PeriodKind kind);
    // "2025-12", "2025-2026-S1" or "2025-2026"; with the name of a layout behind it where it is not the one
    // called as the kind: "2025-2026-school-year". Anything else is nothing.
    static std::optional<ReturnPeriod> from_text(std::string_view text);

    PeriodKind kind() const { return m_kind; }
    // "month", "semester", "year", or the layout's own name.
    std::string layout() const { return m_layout.empty() ? std::string{returns::to_text(m_kind)} : m_layout; }
    ReturnPeriod with_layout(std::string_view name) const;
    std::string to_text() const;
    core::Day first_day() const { return core::first_day(m_from); }
    core::Day last_day() const { return core::last_day(m_to); }
    std::vector<core::Month> months() const;
    // Of the same kind.
    ReturnPeriod before() const;
    ReturnPeriod a_year_before() const;

    // "ខែធ្នូ ឆ្នាំ២០២៥", "ឆមាសទី១ ឆ្នាំសិក្សា ២០២៥-២០២៦"; "December 2025", "Semester 1 of 2025-2026".
    std::string name_km() const;
    std::string name_en() const;

    friend auto operator<=>(const ReturnPeriod&, const ReturnPeriod&) = default;

  private:
    ReturnPeriod(PeriodKind kind, core::Month from, core::Month to)
        : m_kind(kind)
        , m_from(from)
        , m_to(to) {}

    PeriodKind m_kind;
    core::Month m_from;
    core::Month m_to;
    std::string m_layout{}; // empty: called as the kind
};

} // namespace returns

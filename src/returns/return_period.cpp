// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/return_period.hpp"

#include "core/lunar_date.hpp"
#include "core/numerals.hpp"

namespace returns {
namespace {

// The school year's first five months are its first semester. [M] Not official: schools decide by decree.
constexpr int months_of_first_semester = 5;

constexpr std::array<std::string_view, 12> months_en{"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

core::SchoolYear year_of(core::Month first) {
    return core::SchoolYear::of(core::first_day(first));
}

} // namespace

std::string_view to_text(PeriodKind kind) {
    switch (kind) {
    case PeriodKind::month:
        return "month";
    case PeriodKind::semester:
        return "semester";
    case PeriodKind::year:
        break;
    }
    return "year";
}

std::optional<PeriodKind> period_kind_from_text(std::string_view text) {
    for (const auto kind : {PeriodKind::month, PeriodKind::semester, PeriodKind::year})
        if (to_text(kind) == text) return kind;
    return std::nullopt;
}

ReturnPeriod ReturnPeriod::of(core::SchoolYear year) {
    return {PeriodKind::year, core::month_of(year.first_day()), core::month_of(year.last_day())};
}

ReturnPeriod ReturnPeriod::of(core::SchoolYear year, int semester) {
    const core::Month second =
        core::month_of(year.first_day()) + std::chrono::months{months_of_first_semester};
    if (semester == 1)
        return {PeriodKind::semester, core::month_of(year.first_day()), second - std::chrono::months{1}};
    return {PeriodKind::semester, second, core::month_of(year.last_day())};
}

ReturnPeriod ReturnPeriod::holding(core::Day day, PeriodKind kind) {
    if (kind == PeriodKind::month) return ReturnPeriod{core::month_of(day)};
    const auto year = core::SchoolYear::of(day);
    if (kind == PeriodKind::year) return of(year);
    const ReturnPeriod first = of(year, 1);
    return day <= first.last_day() ? first : of(year, 2);
}

std::optional<ReturnPeriod> ReturnPeriod::from_text(std::string_view text) {
    if (const auto month = core::month_from_iso(text)) return ReturnPeriod{*month};
    constexpr std::size_t year_length = 9;
    const auto year = core::SchoolYear::from_text(text.substr(0, year_length));
    if (!year) return std::nullopt;
    const auto rest = text.substr(year_length);
    if (rest.empty()) return of(*year);
    if (rest == "-S1") return of(*year, 1);
    if (rest == "-S2") return of(*year, 2);
    return std::nullopt;
}

std::string ReturnPeriod::to_text() const {
    if (m_kind == PeriodKind::month) return core::to_iso(m_from);
    const auto year = year_of(m_from);
    if (m_kind == PeriodKind::year) return year.to_text();
    return year.to_text() + (first_day() == year.first_day() ? "-S1" : "-S2");
}

std::vector<core::Month> ReturnPeriod::months() const {
    std::vector<core::Month> all;
    for (core::Month month = m_from; month <= m_to; month += std::chrono::months{1})
        all.push_back(month);
    return all;
}

ReturnPeriod ReturnPeriod::before() const {
    return holding(core::last_day(m_from - std::chrono::months{1}), m_kind);
}

ReturnPeriod ReturnPeriod::a_year_before() const {
    return {m_kind, m_from - std::chrono::years{1}, m_to - std::chrono::years{1}};
}

std::string ReturnPeriod::name_km() const {
    if (m_kind == PeriodKind::month)
        return "ខែ" + std::string{core::khmer_name(m_from.month())} + " ឆ្នាំ" +
               core::to_khmer_digits(std::to_string(static_cast<int>(m_from.year())));
    const std::string year = "ឆ្នាំសិក្សា " + core::to_khmer_digits(year_of(m_from).to_text());
    if (m_kind == PeriodKind::year) return year;
    return (first_day() == year_of(m_from).first_day() ? "ឆមាសទី១ " : "ឆមាសទី២ ") + year;
}

std::string ReturnPeriod::name_en() const {
    if (m_kind == PeriodKind::month)
        return std::string{months_en.at(static_cast<unsigned>(m_from.month()) - 1)} + ' ' +
               std::to_string(static_cast<int>(m_from.year()));
    const std::string year = year_of(m_from).to_text();
    if (m_kind == PeriodKind::year) return "School year " + year;
    return (first_day() == year_of(m_from).first_day() ? "Semester 1 of " : "Semester 2 of ") + year;
}

} // namespace returns

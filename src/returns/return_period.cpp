// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/return_period.hpp"

#include "core/lunar_date.hpp"
#include "core/numerals.hpp"
#include "returns/semesters.hpp"

namespace returns {
namespace {

constexpr std::array<std::string_view, 12> months_en{"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

core::SchoolYear year_of(core::Month first) {
    return core::SchoolYear::of(core::first_day(first));
}

} // namespace

bool is_name(std::string_view text) {
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

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
        core::month_of(year.first_day()) + std::chrono::months{shipped_semesters().months_of_first(year)};
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

ReturnPeriod ReturnPeriod::with_layout(std::string_view name) const {
    ReturnPeriod other = *this;
    other.m_layout = name == returns::to_text(m_kind) ? "" : name;
    return other;
}

std::optional<ReturnPeriod> ReturnPeriod::from_text(std::string_view text) {
    constexpr std::size_t month_length = 7;
    constexpr std::size_t year_length = 9;
    std::optional<ReturnPeriod> period;
    if (const auto month = core::month_from_iso(text.substr(0, month_length))) {
        period = ReturnPeriod{*month};
        text.remove_prefix(month_length);
    } else if (const auto year = core::SchoolYear::from_text(text.substr(0, year_length))) {
        text.remove_prefix(year_length);
        const std::string_view part = text.substr(0, 3);
        period = part == "-S1" ? of(*year, 1) : part == "-S2" ? of(*year, 2) : of(*year);
        if (period->kind() == PeriodKind::semester) text.remove_prefix(part.size());
    }
    if (!period || text.empty()) return period;
    if (text.front() != '-' || !is_name(text.substr(1)) || text.substr(1) == returns::to_text(period->kind()))
        return std::nullopt;
    return period->with_layout(text.substr(1));
}

std::string ReturnPeriod::to_text() const {
    const std::string behind = m_layout.empty() ? "" : '-' + m_layout;
    if (m_kind == PeriodKind::month) return core::to_iso(m_from) + behind;
    const auto year = year_of(m_from);
    if (m_kind == PeriodKind::year) return year.to_text() + behind;
    return year.to_text() + (first_day() == year.first_day() ? "-S1" : "-S2") + behind;
}

std::vector<core::Month> ReturnPeriod::months() const {
    std::vector<core::Month> all;
    for (core::Month month = m_from; month <= m_to; month += std::chrono::months{1})
        all.push_back(month);
    return all;
}

ReturnPeriod ReturnPeriod::before() const {
    return holding(core::last_day(m_from - std::chrono::months{1}), m_kind).with_layout(layout());
}

ReturnPeriod ReturnPeriod::a_year_before() const {
    if (m_kind == PeriodKind::semester) {
        const auto year = core::SchoolYear::of(core::first_day(m_from - std::chrono::years{1}));
        return of(year, first_day() == year_of(m_from).first_day() ? 1 : 2).with_layout(layout());
    }
    return ReturnPeriod{m_kind, m_from - std::chrono::years{1}, m_to - std::chrono::years{1}}.with_layout(
        layout());
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school_year.hpp"

#include <fmt/format.h>

namespace core {
namespace {

constexpr std::chrono::month first_month = std::chrono::November;
constexpr std::size_t digits_of_a_year = 4;

} // namespace

SchoolYear SchoolYear::of(Day day) {
    return SchoolYear{day.month() < first_month ? day.year() - std::chrono::years{1} : day.year()};
}

std::optional<SchoolYear> SchoolYear::from_text(std::string_view text) {
    // A year is read as the first month of a day's text is.
    const auto month = month_from_iso(std::string{text.substr(0, digits_of_a_year)} + "-11");
    if (!month || SchoolYear{month->year()}.to_text() != text) return std::nullopt;
    return SchoolYear{month->year()};
}

Day SchoolYear::first_day() const {
    return core::first_day(Month{m_begins, first_month});
}

Day SchoolYear::last_day() const {
    return core::last_day(Month{m_begins, first_month} + std::chrono::months{11});
}

std::string SchoolYear::to_text() const {
    return fmt::format("{:04}-{:04}", begins(), ends());
}

Day a_year_later(Day day) {
    const Day later = day + std::chrono::years{1};
    return later.ok() ? later : core::last_day(month_of(later));
}

} // namespace core

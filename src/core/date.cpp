// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/date.hpp"

#include <fmt/format.h>

#include <charconv>

namespace core {
namespace {

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
    if (from + count > text.size()) return std::nullopt;
    int value = 0;
    for (char c : text.substr(from, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

std::string to_iso(Day day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::string to_iso(Month month) {
    return fmt::format("{:04}-{:02}", static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
}

std::optional<Month> month_from_iso(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    if (!year || !month) return std::nullopt;
    const Month result{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)}};
    return result.ok() ? std::optional{result} : std::nullopt;
}

std::optional<Day> day_from_iso(std::string_view text) {
    if (text.size() != 10 || text[7] != '-') return std::nullopt;
    const auto month = month_from_iso(text.substr(0, 7));
    const auto day = digits(text, 8, 2);
    if (!month || !day) return std::nullopt;
    const Day result{month->year(), month->month(), std::chrono::day{static_cast<unsigned>(*day)}};
    return result.ok() ? std::optional{result} : std::nullopt;
}

Day first_day(Month month) {
    return Day{month / std::chrono::day{1}};
}

Day last_day(Month month) {
    return Day{month / std::chrono::last};
}

std::string_view to_text(Precision precision) {
    switch (precision) {
    case Precision::day:
        return "day";
    case Precision::month:
        return "month";
    case Precision::year:
        return "year";
    case Precision::about:
        return "about";
    }
    return "day";
}

std::optional<Precision> precision_from_text(std::string_view text) {
    for (Precision p : {Precision::day, Precision::month, Precision::year, Precision::about})
        if (to_text(p) == text) return p;
    return std::nullopt;
}

PartialDate PartialDate::of_year(std::chrono::year year, Precision precision) {
    return {Day{year / std::chrono::January / 1}, precision};
}

std::string to_text(const PartialDate& date) {
    const std::string iso = to_iso(date.day);
    switch (date.precision) {
    case Precision::day:
        return iso;
    case Precision::month:
        return iso.substr(0, 7);
    case Precision::year:
        return iso.substr(0, 4);
    case Precision::about:
        return "~" + iso.substr(0, 4);
    }
    return iso;
}

std::optional<PartialDate> partial_date_from_text(std::string_view text) {
    if (const auto day = day_from_iso(text)) return PartialDate{*day, Precision::day};
    if (const auto month = month_from_iso(text)) return PartialDate{first_day(*month), Precision::month};
    const bool about = !text.empty() && text.front() == '~';
    if (about) text.remove_prefix(1);
    const auto year = text.size() == 4 ? digits(text, 0, 4) : std::nullopt;
    if (!year) return std::nullopt;
    return PartialDate::of_year(std::chrono::year{*year}, about ? Precision::about : Precision::year);
}

int age_on(const PartialDate& born, Day on) {
    const int years = static_cast<int>(on.year()) - static_cast<int>(born.day.year());
    const bool by_year = born.precision == Precision::year || born.precision == Precision::about;
    if (by_year) return years;
    const auto day_in_year = [](Day d) { return std::pair{d.month(), d.day()}; };
    return day_in_year(on) < day_in_year(born.day) ? years - 1 : years;
}

} // namespace core

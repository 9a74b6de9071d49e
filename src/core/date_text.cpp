// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/date_text.hpp"

#include "core/date_words.hpp"
#include "core/lunar_date.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>

namespace core {
namespace {

constexpr int first_year = 1900;
constexpr int first_buddhist_year = first_year + 543;
constexpr int last_lunar_year = 2100; // the Buddhist turn is not computed past it

// What was typed, each part in its place. 0 is not known.
struct Parts {
    int day = 0;
    int month = 0;
    int year = 0;
    int year_digits = 0;
};

int* slot(Parts& parts, DatePart part) {
    switch (part) {
    case DatePart::day:
        return &parts.day;
    case DatePart::month:
        return &parts.month;
    case DatePart::year:
        return &parts.year;
    case DatePart::unsaid:
        break;
    }
    return nullptr;
}

// Which parts the numbers without a word stand for, in their order.
std::optional<std::vector<DatePart>> places(const std::vector<DateNumber>& unsaid, bool month_known,
                                            bool year_known) {
    using P = DatePart;
    const auto is_year = [](const DateNumber& n) { return n.digits == 4; };
    const auto is_short = [](const DateNumber& n) { return n.digits <= 2; };
    std::vector<P> result;
    const std::size_t count = unsaid.size();
    if (count == 0) return result;
    if (year_known) {
        if (count == 2 && !month_known) return std::vector{P::day, P::month};
        if (count == 1) return std::vector{month_known ? P::day : P::month};
        return std::nullopt;
    }
    if (count == 1 && is_year(unsaid[0])) return std::vector{P::year};
    if (count == 2 && !month_known && is_short(unsaid[0]) && is_year(unsaid[1]))
        return std::vector{P::month, P::year};
    if (count == 2 && !month_known && is_year(unsaid[0]) && is_short(unsaid[1]))
        return std::vector{P::year, P::month};
    if (count == 2 && month_known && is_year(unsaid[0])) return std::vector{P::year, P::day};
    if (count == 2 && month_known) return std::vector{P::day, P::year};
    if (count == 3 && !month_known && is_year(unsaid[0])) return std::vector{P::year, P::month, P::day};
    if (count == 3 && !month_known) return std::vector{P::day, P::month, P::year};
    return std::nullopt;
}

std::optional<Parts> parts_of(const DateWords& words) {
    Parts parts;
    bool said_day = false, said_month = words.month_name.has_value(), said_year = false;
    std::vector<DateNumber> unsaid;
    for (const DateNumber& number : words.numbers) {
        if (number.part == DatePart::unsaid) {
            unsaid.push_back(number);
            continue;
        }
        bool& said = number.part == DatePart::day     ? said_day
                     : number.part == DatePart::month ? said_month
                                                      : said_year;
        if (said) return std::nullopt;
        said = true;
        *slot(parts, number.part) = number.value;
        if (number.part == DatePart::year) parts.year_digits = number.digits;
    }
    if (words.month_name) parts.month = static_cast<int>(*words.month_name);
    // ថ្ងៃទី១៩/០៥/១៩៨៥: the word only repeats what the order says.
    if (said_day && !said_month && !said_year && unsaid.size() == 2) {
        parts.month = unsaid[0].value;
        parts.year = unsaid[1].value;
        parts.year_digits = unsaid[1].digits;
        said_month = said_year = true;
        unsaid.clear();
    }
    const auto order = places(unsaid, said_month, said_year);
    if (!order) return std::nullopt;
    for (std::size_t i = 0; i < unsaid.size(); ++i) {
        const DatePart part = (*order)[i];
        bool& said = part == DatePart::day ? said_day : part == DatePart::month ? said_month : said_year;
        if (said || (part != DatePart::year && unsaid[i].digits > 2)) return std::nullopt;
        said = true;
        *slot(parts, part) = unsaid[i].value;
        if (part == DatePart::year) parts.year_digits = unsaid[i].digits;
    }
    const bool day_without_month = said_day && !said_month;
    return said_year && !day_without_month ? std::optional{parts} : std::nullopt;
}

Day day_of(int year, int month, int day) {
    return Day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
               std::chrono::day{static_cast<unsigned>(day)}};
}

// The date of that Gregorian year with what is known of the rest, or nothing when there is no such day.
std::optional<PartialDate> in_year(const Parts& parts, int year) {
    const Precision precision = parts.month == 0 ? Precision::year
                                : parts.day == 0 ? Precision::month
                                                 : Precision::day;
    if (parts.month == 0 && parts.day != 0) return std::nullopt;
    const PartialDate date{day_of(year, parts.month == 0 ? 1 : parts.month, parts.day == 0 ? 1 : parts.day),
                           precision};
    return date.day.ok() ? std::optional{date} : std::nullopt;
}

class Reading {
  public:
    Reading(std::string_view text, Day latest)
        : m_text(text)
        , m_latest(latest) {}

    Expected<DateReading> of(const DateWords& words) const {
        auto parts = parts_of(words);
        if (!parts) return unreadable();
        if (parts->year_digits != 4 && parts->year_digits != 2) return unreadable();
        const bool short_year = parts->year_digits == 2;
        // 85 alone may be an age, and 42 after ព.ស. any century.
        if (short_year && (words.buddhist || parts->month == 0)) return unreadable();
        if (short_year) parts->year = full_year(parts->year);
        const bool buddhist = words.buddhist || parts->year >= first_buddhist_year;
        auto reading = buddhist ? of_buddhist(*parts) : of_gregorian(*parts);
        if (reading && words.about)
            reading->date = PartialDate::of_year(reading->date.day.year(), Precision::about);
        return reading;
    }

    Expected<DateReading> of_year_alone(int year) const {
        Parts parts;
        parts.year = year;
        return year >= first_buddhist_year ? of_buddhist(parts) : of_gregorian(parts);
    }

    // In range, else why not.
    Expected<DateReading> checked(PartialDate date) const {
        const int year = static_cast<int>(date.day.year());
        if (year < first_year) return fail(error("date.too-old").with("read", to_text(date)));
        if (date.day > m_latest)
            return fail(error("date.future").with("read", to_text(date)).with("latest", to_iso(m_latest)));
        return DateReading{date, {}};
    }

    tl::unexpected<Error> unreadable() const { return fail(error("date.unreadable")); }
    tl::unexpected<Error> impossible() const { return fail(error("date.impossible")); }

  private:
    Error error(std::string code) const { return Error{std::move(code)}.with("text", std::string{m_text}); }

    int full_year(int two_digits) const {
        const int latest = static_cast<int>(m_latest.year());
        const int same_century = latest - latest % 100 + two_digits;
        return same_century <= latest ? same_century : same_century - 100;
    }

    Expected<DateReading> of_gregorian(const Parts& parts) const {
        if (const auto date = in_year(parts, parts.year)) return checked(*date);
        return not_a_day(parts, [&](const Parts& p) { return in_year(p, p.year); });
    }

    Expected<DateReading> of_buddhist(const Parts& parts) const {
        const int earlier = parts.year - 544;
        const int later = parts.year - 543;
        if (parts.month == 0 && parts.day == 0) {
            auto reading = checked(PartialDate::of_year(std::chrono::year{later}));
            if (reading) reading->findings.emplace_back("date.buddhist-year");
            return reading;
        }
        const auto either = [&](const Parts& p) {
            const auto date = in_year(p, earlier);
            return date ? date : in_year(p, later);
        };
        if (!either(parts)) return not_a_day(parts, either);
        if (earlier < first_year || later > last_lunar_year) return checked(*either(parts));
        const bool first = is_in_buddhist_year(parts, earlier);
        const bool second = is_in_buddhist_year(parts, later);
        if (first != second) return checked(*in_year(parts, first ? earlier : later));
        const auto text = [&](int year) {
            const auto date = in_year(parts, year);
            return date ? to_text(*date) : std::string{};
        };
        return fail(error("date.buddhist-turn").with("earlier", text(earlier)).with("later", text(later)));
    }

    // Whether the day, or the whole month, of that Gregorian year lies in the Buddhist year typed.
    static bool is_in_buddhist_year(const Parts& parts, int year) {
        const auto date = in_year(parts, year);
        if (!date) return false;
        const Day last = date->full() ? date->day : last_day(month_of(date->day));
        return buddhist_year(date->day) == parts.year && buddhist_year(last) == parts.year;
    }

    // There is no such day: does it exist with day and month the other way round?
    template<typename Find>
    tl::unexpected<Error> not_a_day(const Parts& parts, Find find) const {
        Parts swapped = parts;
        std::swap(swapped.day, swapped.month);
        const bool month_too_large = parts.month > 12 && parts.day >= 1 && parts.day <= 12;
        const auto other = month_too_large ? find(swapped) : std::nullopt;
        if (!other) return impossible();
        return fail(error("date.month-first")
                        .with("day_first", fmt::format("{:02}/{:02}/{}", parts.day, parts.month, parts.year))
                        .with("month_first", to_text(*other)));
    }

    std::string_view m_text;
    Day m_latest;
};

} // namespace

Expected<DateReading> read_date(std::string_view text, Day latest) {
    const Reading reading{text, latest};
    const auto words = read_date_words(text);
    return words ? reading.of(*words) : reading.unreadable();
}

Expected<DateReading> read_date_number(double number, DateSystem system, Day latest) {
    constexpr double last_serial = 2958465; // 31 December 9999, the last day Excel has
    const std::string text = fmt::format("{}", number);
    const Reading reading{text, latest};
    if (!std::isfinite(number) || number < 0 || number >= last_serial + 1) return reading.unreadable();

    const int serial = static_cast<int>(std::floor(number));
    const int latest_year = static_cast<int>(latest.year());
    const bool whole = static_cast<double>(serial) == number;
    const bool gregorian = serial >= first_year && serial <= latest_year;
    const bool buddhist = serial >= first_buddhist_year && serial <= latest_year + 543;
    if (whole && (gregorian || buddhist)) return reading.of_year_alone(serial);

    using std::chrono::days;
    using std::chrono::sys_days;
    if (system == DateSystem::from_1904)
        return reading.checked({Day{sys_days{day_of(1904, 1, 1)} + days{serial}}, Precision::day});
    // Lotus 1-2-3 took 1900 for a leap year and Excel kept its day 60; every later serial is one too high.
    if (serial == 0 || serial == 60) return reading.impossible();
    const Day day_zero = serial < 60 ? day_of(1899, 12, 31) : day_of(1899, 12, 30);
    return reading.checked({Day{sys_days{day_zero} + days{serial}}, Precision::day});
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/serial_date.hpp"

#include "spreadsheet/decimal.hpp"

#include <charconv>

namespace spreadsheet {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr sys_days last_of_all{std::chrono::year{9999} / 12 / 31};
constexpr sys_days first_1904{std::chrono::year{1904} / 1 / 1}; // serial 0
// Lotus 1-2-3 took 1900 for a leap year and Excel kept it: serial 60 is its 29 February, and from 61 on the
// count runs one ahead.
constexpr sys_days before_1900{std::chrono::year{1899} / 12 / 31}; // serial 0
constexpr std::int64_t false_leap_day = 60;

std::optional<std::int64_t> two_digits(std::string_view text) {
    std::int64_t value = 0;
    if (text.size() < 2 || std::from_chars(text.data(), text.data() + 2, value).ptr != text.data() + 2)
        return {};
    return value;
}

} // namespace

std::optional<core::Day> day_from_serial(std::string_view number, DateSystem system) {
    const auto plain = plain_decimal(number);
    if (!plain || plain->starts_with('-')) return {};
    std::int64_t serial = 0;
    if (std::from_chars(plain->data(), plain->data() + plain->size(), serial).ec != std::errc{}) return {};
    if (serial > 3'000'000) return {};
    sys_days day = first_1904 + days{serial};
    if (system == DateSystem::from_1900) {
        if (serial == 0 || serial == false_leap_day) return {};
        day = before_1900 + days{serial > false_leap_day ? serial - 1 : serial};
    }
    if (day > last_of_all) return {};
    return core::Day{day};
}

std::optional<std::int64_t> serial_of(core::Day day, DateSystem system) {
    if (!day.ok() || sys_days{day} > last_of_all) return {};
    if (system == DateSystem::from_1904) {
        const std::int64_t serial = (sys_days{day} - first_1904).count();
        return serial < 0 ? std::nullopt : std::optional{serial};
    }
    const std::int64_t serial = (sys_days{day} - before_1900).count();
    if (serial < 1) return {};
    return serial < false_leap_day ? serial : serial + 1;
}

std::optional<std::string> serial_from_iso(std::string_view text, DateSystem system) {
    const auto day = core::day_from_iso(text.substr(0, 10));
    const auto serial = day ? serial_of(*day, system) : std::nullopt;
    if (!serial) return {};
    if (text.size() == 10) return std::to_string(*serial);
    if (text.size() < 16 || text[10] != 'T' || text[13] != ':') return {};
    const auto hours = two_digits(text.substr(11));
    const auto minutes = two_digits(text.substr(14));
    const auto seconds = text.size() >= 19 && text[16] == ':' ? two_digits(text.substr(17)) : std::int64_t{0};
    if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 59) return {};
    constexpr std::int64_t day_seconds = 86'400;
    constexpr std::int64_t scale = 10'000'000'000; // ten decimals tell every second of a day apart
    const std::int64_t fraction = ((*hours * 60 + *minutes) * 60 + *seconds) * scale / day_seconds;
    std::string decimals = std::to_string(fraction);
    decimals.insert(0, 10 - decimals.size(), '0');
    return plain_decimal(std::to_string(*serial) + '.' + decimals, 10);
}

} // namespace spreadsheet

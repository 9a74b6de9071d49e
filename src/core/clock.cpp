// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.hpp"

#include <fmt/format.h>

namespace core {
namespace {

constexpr std::chrono::hours cambodia_offset{7};

} // namespace

std::string to_iso(Moment moment) {
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::hh_mm_ss time{moment - day};
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", to_iso(Day{day}), time.hours().count(),
                       time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

std::optional<Moment> moment_from_iso(std::string_view text) {
    // 2025-12-17T03:04:05.678Z
    if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' ||
        text[23] != 'Z')
        return std::nullopt;
    const auto day = day_from_iso(text.substr(0, 10));
    if (!day) return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        for (char c : text.substr(from, count))
            value = c < '0' || c > '9' ? 100000 : value * 10 + (c - '0');
        return value;
    };
    const int h = number(11, 2), m = number(14, 2), s = number(17, 2), ms = number(20, 3);
    if (h > 23 || m > 59 || s > 59 || ms > 999) return std::nullopt;
    return Moment{std::chrono::sys_days{*day}} + std::chrono::hours{h} + std::chrono::minutes{m} +
           std::chrono::seconds{s} + std::chrono::milliseconds{ms};
}

Day day_in_cambodia(Moment moment) {
    return Day{std::chrono::floor<std::chrono::days>(moment + cambodia_offset)};
}

Moment SystemClock::now() const {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

FixedClock::FixedClock(Day day)
    : m_moment(Moment{std::chrono::sys_days{day}} + std::chrono::hours{9} - cambodia_offset) {}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/khmer_new_year.hpp"

#include <array>
#include <optional>

namespace core {
namespace {

// The sums of a Jula Sakaraj year. Names as in the almanacs.
struct Sums {
    int harkun;
    int kromathupul;
    int avoman;
    int bodithey;
};

Sums sums_of(int jula_sakaraj) {
    const int solar = 292207 * jula_sakaraj + 373;
    const int harkun = solar / 800 + 1;
    const int lunar = 11 * harkun + 650;
    return {harkun, 800 - solar % 800, lunar % 692, (harkun + lunar / 692) % 30};
}

bool solar_leap(const Sums& sums) {
    return sums.kromathupul <= 207;
}

bool raw_leap_month(int js) {
    const int now = sums_of(js).bodithey;
    const int next = sums_of(js + 1).bodithey;
    if (now == 25 && next == 5) return false;
    if (now == 24 && next == 6) return true;
    return now > 24 || now < 6;
}

bool raw_leap_day(int js) {
    const Sums now = sums_of(js);
    if (solar_leap(now)) return now.avoman <= 126;
    if (now.avoman == 137 && sums_of(js + 1).avoman == 0) return false;
    if (now.avoman == 0 && sums_of(js - 1).avoman == 137) return true;
    return now.avoman <= 137;
}

struct Arc {
    int degree;
    int minute;
};

// The true sun on the sotin-th day of the year, inside its sign.
Arc true_sun(int sotin, const Sums& year_before) {
    constexpr std::array multiplier{35, 32, 27, 22, 13, 5};
    constexpr std::array base{0, 35, 67, 94, 116, 129};
    const int r = 800 * sotin + year_before.kromathupul;
    const int mean = 1800 * (r / 24350) + 60 * (r % 24350 / 811) + r % 24350 % 811 / 14 - 3;
    const int distance = mean < 4800 ? mean - 4800 + 21600 : mean - 4800;
    const int kaen = distance / 1800;
    int arc = 21600 - distance;
    if (kaen <= 2)
        arc = distance;
    else if (kaen <= 5)
        arc = 10800 - distance;
    else if (kaen <= 8)
        arc = distance - 10800;
    const int angsar = arc % 1800 / 60;
    const bool second_half = angsar >= 15;
    const auto segment = static_cast<std::size_t>(2 * (arc / 1800) + (second_half ? 1 : 0));
    const int part = 60 * (second_half ? angsar - 15 : angsar) + arc % 60;
    const int correction = segment < base.size() ? part * multiplier[segment] / 900 + base[segment] : 134;
    const int sun = kaen <= 5 ? mean - correction : mean + correction;
    return {sun % 1800 / 60, sun % 60};
}

} // namespace

KhmerNewYear khmer_new_year(std::chrono::year year) {
    const int js = static_cast<int>(year) - 638;
    const Sums before = sums_of(js - 1);
    KhmerNewYear result;

    const int first_sotin = solar_leap(before) ? 363 : 362;
    for (int candidate = 3; candidate >= 0; --candidate) {
        const Arc sun = true_sun(first_sotin + candidate, before);
        if (sun.degree != 0) continue;
        result.days = candidate == 0 ? 4 : 3;
        result.songkran_time = std::chrono::minutes{24 * 60 - 24 * sun.minute};
    }

    int day = sums_of(js).bodithey;
    if (raw_leap_month(js - 1) && raw_leap_day(js - 1)) day = (day + 1) % 30;
    constexpr int length_of_chaet = 29;
    result.laeung_sak_day_of_chaet = static_cast<unsigned>(day >= 6 ? day - 1 : length_of_chaet + day);
    return result;
}

} // namespace core

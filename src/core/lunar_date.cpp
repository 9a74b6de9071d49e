// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lunar_date.hpp"

#include "core/khmer_new_year.hpp"
#include "core/numerals.hpp"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <span>

namespace core {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int first_year = 1900;
constexpr int last_year = 2100;

// Days before ១កើត ចេត្រ and ១កើត ពិសាខ in every lunar year.
constexpr unsigned days_before_chaet = 29 + 30 + 29 + 30;
constexpr unsigned days_before_pisakh = days_before_chaet + 29;

// The sums of a Buddhist Era year.
int aharkun(int be) {
    return (292207 * be + 499) / 800 + 4;
}
bool solar_leap(int be) {
    return 800 - (292207 * be + 499) % 800 <= 207;
}
int avoman(int be) {
    return (11 * aharkun(be) + 25) % 692;
}
int bodithey(int be) {
    return ((11 * aharkun(be) + 25) / 692 + aharkun(be) + 29) % 30;
}

bool leap_month(int be) {
    const int now = bodithey(be);
    const int next = bodithey(be + 1);
    if (now == 25 && next == 5) return false;
    if (now == 24 && next == 6) return true;
    return now >= 25 || now <= 5;
}

bool raw_leap_day(int be) {
    const int now = avoman(be);
    if (solar_leap(be)) return now <= 126;
    if (now == 137 && avoman(be + 1) == 0) return false;
    return now <= 137;
}

// A year has a leap month or a leap day, never both: a leap day that falls on a leap-month year is put off to
// the first ordinary year after it.
bool leap_day(int be) {
    if (leap_month(be)) return false;
    if (raw_leap_day(be)) return true;
    for (int before = be - 1; leap_month(before); --before)
        if (raw_leap_day(before)) return true;
    return false;
}

struct MonthOfYear {
    LunarMonth month;
    unsigned length;
};

constexpr std::array regular_months{
    MonthOfYear{LunarMonth::migasir, 29}, MonthOfYear{LunarMonth::boss, 30},
    MonthOfYear{LunarMonth::meak, 29},    MonthOfYear{LunarMonth::phalkun, 30},
    MonthOfYear{LunarMonth::chaet, 29},   MonthOfYear{LunarMonth::pisakh, 30},
    MonthOfYear{LunarMonth::jesth, 29},   MonthOfYear{LunarMonth::asadh, 30},
    MonthOfYear{LunarMonth::srap, 29},    MonthOfYear{LunarMonth::phatrabot, 30},
    MonthOfYear{LunarMonth::assoch, 29},  MonthOfYear{LunarMonth::kattik, 30},
};

constexpr auto leap_day_months = [] {
    auto months = regular_months;
    months[static_cast<std::size_t>(LunarMonth::jesth)].length = 30;
    return months;
}();

constexpr auto leap_month_months = [] {
    std::array<MonthOfYear, 13> months{};
    std::size_t at = 0;
    for (const MonthOfYear& m : regular_months) {
        if (m.month == LunarMonth::asadh) {
            months[at++] = {LunarMonth::first_asadh, 30};
            months[at++] = {LunarMonth::second_asadh, 30};
        } else {
            months[at++] = m;
        }
    }
    return months;
}();

// The months of the lunar year that ends in this Gregorian year.
std::span<const MonthOfYear> months_of(int year) {
    const int be = year + 544;
    if (leap_month(be)) return leap_month_months;
    if (leap_day(be)) return leap_day_months;
    return regular_months;
}

unsigned length_of(std::span<const MonthOfYear> months) {
    unsigned total = 0;
    for (const MonthOfYear& m : months)
        total += m.length;
    return total;
}

// ១កើត មិគសិរ of each lunar year, one past the last included.
const std::array<sys_days, last_year - first_year + 3>& year_starts() {
    static const auto table = [] {
        std::array<sys_days, last_year - first_year + 3> starts{};
        // The epoch: 1 January 1900 is ១កើត បុស្ស, the first day after Migasir.
        starts[0] = sys_days{std::chrono::year{first_year} / 1 / 1} - days{29};
        for (std::size_t i = 1; i < starts.size(); ++i)
            starts[i] = starts[i - 1] + days{length_of(months_of(first_year + static_cast<int>(i) - 1))};
        return starts;
    }();
    return table;
}

sys_days start_of(int lunar_year) {
    assert(lunar_year >= first_year && lunar_year <= last_year + 2);
    return year_starts()[static_cast<std::size_t>(lunar_year - first_year)];
}

void set_month(LunarDate& date, int lunar_year) {
    auto rest = static_cast<unsigned>((sys_days{date.day} - start_of(lunar_year)).count());
    for (const MonthOfYear& m : months_of(lunar_year)) {
        if (rest < m.length) {
            date.month = m.month;
            date.month_length = m.length;
            date.phase = rest < 15 ? LunarPhase::waxing : LunarPhase::waning;
            date.day_of_phase = rest % 15 + 1;
            return;
        }
        rest -= m.length;
    }
    assert(false); // start_of and months_of agree
}

} // namespace

std::optional<LunarDate> lunar_date(Day day) {
    const int year = static_cast<int>(day.year());
    if (!day.ok() || year < first_year || year > last_year) return std::nullopt;
    LunarDate date;
    date.day = day;
    // Migasir begins in November or December: the end of a Gregorian year lies in the next lunar one.
    set_month(date, sys_days{day} < start_of(year + 1) ? year : year + 1);

    const NewYearDays new_year = new_year_days(day.year());
    const int animal_year = day >= new_year.songkran ? year + 544 : year + 543;
    date.animal = static_cast<unsigned>((animal_year + 4) % 12);
    date.jula_sakaraj = day >= new_year.laeung_sak ? year - 638 : year - 639;
    date.sak = static_cast<unsigned>(date.jula_sakaraj % 10);
    date.buddhist_year = buddhist_year(day);
    return date;
}

unsigned lunar_year_length(std::chrono::year year) {
    return length_of(months_of(static_cast<int>(year)));
}

NewYearDays new_year_days(std::chrono::year year) {
    const KhmerNewYear new_year = khmer_new_year(year);
    const sys_days laeung_sak =
        start_of(static_cast<int>(year)) + days{days_before_chaet + new_year.laeung_sak_day_of_chaet};
    return {Day{laeung_sak - days{new_year.days - 1}}, Day{laeung_sak}};
}

Day buddhist_new_year(std::chrono::year year) {
    return Day{start_of(static_cast<int>(year)) + days{days_before_pisakh + 15}};
}

int buddhist_year(Day day) {
    return static_cast<int>(day.year()) + (day >= buddhist_new_year(day.year()) ? 544 : 543);
}

std::string_view khmer_name(LunarMonth month) {
    constexpr std::array<std::string_view, 14> names{
        "មិគសិរ",  "បុស្ស",     "មាឃ",     "ផល្គុន",  "ចេត្រ",  "ពិសាខ", "ជេស្ឋ",
        "អាសាឍ", "បឋមាសាឍ", "ទុតិយាសាឍ", "ស្រាពណ៍", "ភទ្របទ", "អស្សុជ", "កត្តិក",
    };
    return names[static_cast<std::size_t>(month)];
}

std::string_view khmer_name(LunarPhase phase) {
    return phase == LunarPhase::waxing ? "កើត" : "រោច";
}

std::string_view khmer_name(std::chrono::weekday weekday) {
    constexpr std::array<std::string_view, 7> names{"អាទិត្យ", "ចន្ទ", "អង្គារ", "ពុធ", "ព្រហស្បតិ៍", "សុក្រ", "សៅរ៍"};
    return names[weekday.c_encoding()];
}

std::string_view khmer_name(std::chrono::month month) {
    constexpr std::array<std::string_view, 12> names{"មករា",  "កុម្ភៈ", "មីនា",  "មេសា", "ឧសភា",  "មិថុនា",
                                                     "កក្កដា", "សីហា",  "កញ្ញា", "តុលា",  "វិច្ឆិកា", "ធ្នូ"};
    return names[static_cast<unsigned>(month) - 1];
}

std::string_view khmer_animal(unsigned animal) {
    constexpr std::array<std::string_view, 12> names{"ជូត", "ឆ្លូវ", "ខាល", "ថោះ", "រោង", "ម្សាញ់",
                                                     "មមី", "មមែ", "វក",  "រកា", "ច",   "កុរ"};
    return names[animal % names.size()];
}

std::string_view khmer_sak(unsigned sak) {
    constexpr std::array<std::string_view, 10> names{"សំរឹទ្ធិស័ក", "ឯកស័ក", "ទោស័ក",  "ត្រីស័ក",  "ចត្វាស័ក",
                                                     "បញ្ចស័ក",  "ឆស័ក",  "សប្តស័ក", "អដ្ឋស័ក", "នព្វស័ក"};
    return names[sak % names.size()];
}

std::string lunar_line(const LunarDate& date) {
    return to_khmer_digits(fmt::format("ថ្ងៃ{} {}{} ខែ{} ឆ្នាំ{} {} ព.ស.{}", khmer_name(weekday_of(date.day)),
                                       date.day_of_phase, khmer_name(date.phase), khmer_name(date.month),
                                       khmer_animal(date.animal), khmer_sak(date.sak), date.buddhist_year));
}

std::string gregorian_line(Day day) {
    return to_khmer_digits(fmt::format("ថ្ងៃទី{:02} ខែ{} ឆ្នាំ{}", static_cast<unsigned>(day.day()),
                                       khmer_name(day.month()), static_cast<int>(day.year())));
}

} // namespace core

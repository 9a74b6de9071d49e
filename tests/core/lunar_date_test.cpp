// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/khmer_new_year.hpp"
#include "core/lunar_date.hpp"
#include "core/numerals.hpp"
#include "csv_rows.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace std::chrono_literals;
using core::LunarMonth;
using core::LunarPhase;

namespace {

core::LunarDate at(std::string_view iso) {
    return core::lunar_date(core::day_from_iso(iso).value()).value();
}

// "១៥កើត ពិសាខ"
std::string day_and_month(std::string_view iso) {
    const auto date = at(iso);
    return core::to_khmer_digits(std::to_string(date.day_of_phase)) +
           std::string{core::khmer_name(date.phase)} + " " + std::string{core::khmer_name(date.month)};
}

template<typename Check>
void for_every_day(Check check) {
    for (core::Day day{1900y / 1 / 1}; day <= core::Day{2100y / 12 / 31}; day = core::next_day(day))
        check(core::lunar_date(day).value());
}

} // namespace

BOOST_AUTO_TEST_SUITE(lunar_date)

BOOST_AUTO_TEST_CASE(two_hundred_known_dates_agree_in_every_part) {
    const auto rows = test::csv_rows("khmer-dates.csv");
    BOOST_REQUIRE(rows.size() == 200);
    for (const auto& row : rows) {
        BOOST_TEST_CONTEXT(row.at("gregorian") << ", " << row.at("category")) {
            const auto date = at(row.at("gregorian"));
            BOOST_TEST(std::to_string(date.day_of_phase) == row.at("lunar_day"));
            BOOST_TEST(core::khmer_name(date.phase) == row.at("phase_km"));
            BOOST_TEST(core::khmer_name(date.month) == row.at("lunar_month_km"));
            BOOST_TEST(std::to_string(date.month_length) == row.at("month_length"));
            BOOST_TEST(std::to_string(date.buddhist_year) == row.at("be_year"));
            BOOST_TEST(core::khmer_animal(date.animal) == row.at("animal_year_km"));
            BOOST_TEST(core::khmer_sak(date.sak) == row.at("sak_km"));
            BOOST_TEST(std::to_string(date.jula_sakaraj) == row.at("julasakaraj"));
            BOOST_TEST(core::khmer_name(core::weekday_of(date.day)) == row.at("weekday_km"));
            BOOST_TEST(core::gregorian_line(date.day) == row.at("gregorian_km"));
            // The vectors spell the era out, Srok prints its letters.
            std::string line = row.at("lunar_text_km");
            const std::string spelt = "ពុទ្ធសករាជ ";
            line.replace(line.find(spelt), spelt.size(), "ព.ស.");
            BOOST_TEST(core::lunar_line(date) == line);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_two_lines_of_a_letter) {
    BOOST_TEST(core::lunar_line(at("2025-12-17")) == "ថ្ងៃពុធ ១២រោច ខែមិគសិរ ឆ្នាំម្សាញ់ សប្តស័ក ព.ស.២៥៦៩");
    BOOST_TEST(core::gregorian_line(core::Day{2025y / 12 / 17}) == "ថ្ងៃទី១៧ ខែធ្នូ ឆ្នាំ២០២៥");
}

BOOST_AUTO_TEST_CASE(no_day_is_missing_or_twice_from_1900_to_2100) {
    auto before = at("1900-01-01");
    int days = 0;
    for_every_day([&](const core::LunarDate& date) {
        if (++days == 1) return;
        const unsigned position = (date.phase == LunarPhase::waning ? 15 : 0) + date.day_of_phase;
        const unsigned last = (before.phase == LunarPhase::waning ? 15 : 0) + before.day_of_phase;
        if (date.month == before.month) {
            BOOST_REQUIRE_MESSAGE(position == last + 1, core::to_iso(date.day));
        } else {
            BOOST_REQUIRE_MESSAGE(last == before.month_length && position == 1, core::to_iso(date.day));
            int expected = (static_cast<int>(before.month) + 1) % 14;
            if (before.month == LunarMonth::jesth && date.month == LunarMonth::first_asadh)
                expected = static_cast<int>(LunarMonth::first_asadh);
            if (before.month == LunarMonth::asadh) expected = static_cast<int>(LunarMonth::srap);
            BOOST_REQUIRE_MESSAGE(static_cast<int>(date.month) == expected, core::to_iso(date.day));
        }
        before = date;
    });
    BOOST_TEST(days == 73414);
}

BOOST_AUTO_TEST_CASE(months_and_years_have_their_lengths) {
    for_every_day([](const core::LunarDate& date) {
        static const std::set<LunarMonth> short_months{
            LunarMonth::migasir, LunarMonth::meak, LunarMonth::chaet, LunarMonth::srap, LunarMonth::assoch};
        const unsigned usual = short_months.contains(date.month) ? 29 : 30;
        if (date.month != LunarMonth::jesth)
            BOOST_REQUIRE_MESSAGE(date.month_length == usual, core::to_iso(date.day));
        else
            BOOST_REQUIRE(date.month_length == (core::lunar_year_length(date.day.year()) == 355 ? 30U : 29U));
    });
    const std::set<int> leap_months{1991, 1993, 1996, 1999, 2002, 2004, 2007, 2010, 2012, 2015, 2018, 2021,
                                    2023, 2026, 2029, 2031, 2034, 2037, 2040, 2042, 2045, 2048, 2050};
    const std::set<int> leap_days{1994, 2000, 2005, 2009, 2016, 2020, 2025, 2030, 2035, 2041, 2046};
    for (int year = 1991; year <= 2050; ++year) {
        const unsigned length = leap_months.contains(year) ? 384 : leap_days.contains(year) ? 355 : 354;
        BOOST_TEST(core::lunar_year_length(std::chrono::year{year}) == length, "year " << year);
    }
    for (int year = 1900; year <= 2100; ++year) {
        const unsigned length = core::lunar_year_length(std::chrono::year{year});
        BOOST_TEST((length == 354 || length == 355 || length == 384), "year " << year);
    }
}

BOOST_AUTO_TEST_CASE(each_part_of_the_year_changes_once_and_on_its_own_day) {
    auto before = at("1900-01-01");
    int animals = 0, saks = 0, eras = 0;
    for_every_day([&](const core::LunarDate& date) {
        const auto iso = core::to_iso(date.day);
        if (date.animal != before.animal) {
            ++animals;
            BOOST_REQUIRE_MESSAGE(date.animal == (before.animal + 1) % 12, iso);
            BOOST_REQUIRE_MESSAGE(date.day == core::new_year_days(date.day.year()).songkran, iso);
        }
        if (date.sak != before.sak || date.jula_sakaraj != before.jula_sakaraj) {
            ++saks;
            BOOST_REQUIRE_MESSAGE(date.jula_sakaraj == before.jula_sakaraj + 1, iso);
            BOOST_REQUIRE_MESSAGE(date.sak == (before.sak + 1) % 10, iso);
            BOOST_REQUIRE_MESSAGE(date.day.month() == std::chrono::April, iso);
            BOOST_REQUIRE_MESSAGE((date.day.day() >= 15d && date.day.day() <= 17d), iso);
        }
        if (date.buddhist_year != before.buddhist_year) {
            ++eras;
            BOOST_REQUIRE_MESSAGE(date.buddhist_year == before.buddhist_year + 1, iso);
            BOOST_REQUIRE_MESSAGE((date.month == LunarMonth::pisakh && date.phase == LunarPhase::waning &&
                                   date.day_of_phase == 1),
                                  iso);
            BOOST_REQUIRE_MESSAGE(date.day == core::buddhist_new_year(date.day.year()), iso);
        }
        before = date;
    });
    BOOST_TEST(animals == 201);
    BOOST_TEST(saks == 201);
    BOOST_TEST(eras == 201);
}

BOOST_AUTO_TEST_CASE(new_years_are_those_computed_and_decreed) {
    struct Known {
        int year;
        unsigned day;
        unsigned days;
        std::chrono::minutes time;
    };
    const Known known[] = {{2024, 13, 4, 22h + 24min}, {2025, 14, 3, 4h + 48min},  {2026, 14, 3, 10h + 48min},
                           {2027, 14, 3, 16h + 48min}, {2028, 13, 4, 23h + 12min}, {2012, 13, 3, 19h + 12min},
                           {2023, 14, 3, 16h}};
    for (const auto& k : known) {
        BOOST_TEST_CONTEXT(k.year) {
            const std::chrono::year year{k.year};
            const auto sums = core::khmer_new_year(year);
            const auto days = core::new_year_days(year);
            BOOST_TEST((days.songkran == core::Day{year / 4 / std::chrono::day{k.day}}));
            BOOST_TEST(sums.days == k.days);
            BOOST_TEST(sums.songkran_time.count() == k.time.count());
        }
    }
}

BOOST_AUTO_TEST_CASE(decreed_holidays_fall_on_their_lunar_days) {
    for (const char* visak : {"2024-05-22", "2025-05-11", "2026-05-01", "2027-05-20"})
        BOOST_TEST(day_and_month(visak) == "១៥កើត ពិសាខ", visak);
    for (const char* ploughing : {"2025-05-15", "2026-05-05", "2027-05-24"})
        BOOST_TEST(day_and_month(ploughing) == "៤រោច ពិសាខ", ploughing);
    for (const char* pchum_ben : {"2025-09-21", "2026-10-10", "2027-09-29"})
        BOOST_TEST(day_and_month(pchum_ben) == "១៤រោច ភទ្របទ", pchum_ben);
    for (const char* third_day : {"2025-09-23", "2026-10-12", "2027-10-01"})
        BOOST_TEST(day_and_month(third_day) == "១កើត អស្សុជ", third_day);
    for (const char* water : {"2025-11-04", "2026-11-23", "2027-11-12"})
        BOOST_TEST(day_and_month(water) == "១៤កើត កត្តិក", water);
}

BOOST_AUTO_TEST_CASE(the_era_turns_the_day_after_visakha_bochea) {
    BOOST_TEST(core::buddhist_year(core::Day{2018y / 4 / 29}) == 2561);
    BOOST_TEST(core::buddhist_year(core::Day{2018y / 4 / 30}) == 2562);
    BOOST_TEST(core::buddhist_year(core::Day{2022y / 5 / 16}) == 2566);
    BOOST_TEST(core::buddhist_year(core::Day{2022y / 5 / 15}) == 2565);
}

BOOST_AUTO_TEST_CASE(nothing_is_said_outside_1900_to_2100) {
    BOOST_TEST(!core::lunar_date(core::Day{1899y / 12 / 31}).has_value());
    BOOST_TEST(!core::lunar_date(core::Day{2101y / 1 / 1}).has_value());
    BOOST_TEST(!core::lunar_date(core::Day{2025y / 2 / 30}).has_value());
    BOOST_TEST(core::lunar_date(core::Day{2100y / 12 / 31}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lunar_date.hpp"
#include "office/holiday_store.hpp"
#include "office/period_lock.hpp"
#include "office/test_office.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

core::Day day(std::string_view iso) {
    return *core::day_from_iso(iso);
}

const office::Holiday& named(int year, std::string_view name) {
    const auto& all = office::shipped_holidays().holidays;
    const auto found = std::find_if(all.begin(), all.end(), [&](const office::Holiday& h) {
        return static_cast<int>(h.day.year()) == year && h.name.find(name) != std::string::npos;
    });
    BOOST_REQUIRE(found != all.end());
    return *found;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(holiday, test::World)

BOOST_AUTO_TEST_CASE(three_decreed_years_are_shipped) {
    for (const int year : {2025, 2026, 2027}) {
        const auto& all = office::shipped_holidays().holidays;
        const auto days = std::count_if(all.begin(), all.end(), [&](const office::Holiday& h) {
            return static_cast<int>(h.day.year()) == year;
        });
        // Eleven fixed, three of the New Year, three of Pchum Ben, three of the Water Festival, Visak Bochea
        // and the Ploughing; in 2026 Visak Bochea is Labour Day.
        BOOST_TEST(days == (year == 2026 ? 21 : 22));
    }
    BOOST_TEST((named(2026, "Visak Bochea").day == day("2026-05-01")));
    BOOST_TEST(named(2026, "Visak Bochea").source == "sub-decree 167 of 5 September 2025");
}

BOOST_AUTO_TEST_CASE(the_moving_feasts_fall_where_the_moon_puts_them) {
    for (const int year : {2025, 2026, 2027}) {
        const auto visak = *core::lunar_date(named(year, "Visak Bochea").day);
        BOOST_TEST((visak.month == core::LunarMonth::pisakh && visak.phase == core::LunarPhase::waxing));
        BOOST_TEST(visak.day_of_phase == 15U);
        const auto ploughing = *core::lunar_date(named(year, "Ploughing").day);
        BOOST_TEST(
            (ploughing.month == core::LunarMonth::pisakh && ploughing.phase == core::LunarPhase::waning));
        BOOST_TEST(ploughing.day_of_phase == 4U);
        const auto water = *core::lunar_date(named(year, "Water Festival").day);
        BOOST_TEST((water.month == core::LunarMonth::kattik));
        BOOST_TEST(water.day_of_phase == 14U);
        const auto ancestors = *core::lunar_date(named(year, "Pchum Ben").day);
        BOOST_TEST((ancestors.month == core::LunarMonth::phatrabot));
        BOOST_TEST(ancestors.day_of_phase == 14U);
    }
}

BOOST_AUTO_TEST_CASE(an_office_asks_for_a_day_or_a_span_and_may_move_a_holiday) {
    storage::Database database = test::new_office(environment);
    BOOST_TEST(office::is_holiday(database, day("2025-12-29")));
    BOOST_TEST(!office::is_holiday(database, day("2025-12-28")));
    BOOST_TEST(office::holidays_between(database, day("2026-04-14"), day("2026-04-16")).size() == 3U);
    storage::Transaction tx(database, {});
    BOOST_TEST(office::remove_holiday(tx, day("2026-04-16")).value());
    BOOST_TEST(!office::remove_holiday(tx, day("2026-04-16")).value());
    BOOST_TEST(office::set_holiday(tx, {day("2026-04-17"), "ពិធីបុណ្យចូលឆ្នាំថ្មី", "Khmer New Year", "sub-decree 1"})
                   .has_value());
    tx.commit();
    const auto moved = office::holidays_between(database, day("2026-04-15"), day("2026-04-17"));
    BOOST_REQUIRE(moved.size() == 2U);
    BOOST_TEST((moved[1].day == day("2026-04-17")));
    BOOST_TEST(moved[1].source == "sub-decree 1");
}

BOOST_AUTO_TEST_CASE(holidays_of_an_accepted_period_stay_until_it_is_opened) {
    storage::Database database = test::new_office(environment);
    storage::Transaction tx(database, {});
    office::shut_period(tx, "2026-04", day("2026-04-01"), day("2026-04-30"), "receipt");
    const office::Holiday new_one{day("2026-04-17"), "ពិធីបុណ្យចូលឆ្នាំថ្មី", "Khmer New Year", "sub-decree 1"};
    BOOST_TEST(office::set_holiday(tx, new_one).error().code == "period.locked");
    BOOST_TEST(office::remove_holiday(tx, day("2026-04-16")).error().fact("period") == "2026-04");
    BOOST_TEST(office::is_holiday(database, day("2026-04-16")));
    // What it is called counts nowhere; neither does a day of another month.
    auto renamed = office::holidays_between(database, day("2026-04-16"), day("2026-04-16")).front();
    renamed.source = "sub-decree 2";
    BOOST_TEST(office::set_holiday(tx, renamed).has_value());
    BOOST_TEST(office::remove_holiday(tx, day("2026-05-01")).value());
    BOOST_TEST(office::open_for_correction(tx, "2026-04", "the decree came late").has_value());
    BOOST_TEST(office::set_holiday(tx, new_one).has_value());
    BOOST_TEST(office::remove_holiday(tx, day("2026-04-16")).value());
    tx.commit();
}

BOOST_AUTO_TEST_CASE(a_broken_list_is_named_by_line) {
    const auto error = [](std::string_view text) {
        const auto read = office::parse_holidays(text);
        return read ? 0 : read.error().place.row.value_or(-1);
    };
    BOOST_TEST(error("source\tx\n2025-13-01\tក\tK\n") == 2);
    BOOST_TEST(error("2025-01-01\tក\tK\n") == 1);
    BOOST_TEST(error("source\tx\n2025-01-02\tក\tK\n2025-01-01\tក\tK\n") == 3);
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/serial_date.hpp"

#include <boost/test/unit_test.hpp>

using namespace spreadsheet;

namespace {

std::string day_of(std::string_view serial, DateSystem system = DateSystem::from_1900) {
    const auto day = day_from_serial(serial, system);
    return day ? core::to_iso(*day) : "nothing";
}

} // namespace

BOOST_AUTO_TEST_SUITE(serial_date)

BOOST_AUTO_TEST_CASE(known_serials_are_the_days_that_spreadsheets_show) {
    BOOST_TEST(day_of("1") == "1900-01-01");
    BOOST_TEST(day_of("59") == "1900-02-28");
    BOOST_TEST(day_of("61") == "1900-03-01");
    BOOST_TEST(day_of("33712") == "1992-04-18");
    BOOST_TEST(day_of("46008") == "2025-12-17");
    BOOST_TEST(day_of("2958465") == "9999-12-31");
    BOOST_TEST(day_of("0", DateSystem::from_1904) == "1904-01-01");
    BOOST_TEST(day_of("44546", DateSystem::from_1904) == "2025-12-17");
}

BOOST_AUTO_TEST_CASE(the_day_that_never_was_and_days_outside_the_calendar_are_nothing) {
    for (const char* serial : {"60", "60.5", "0", "-1", "2958466", "1e15", "1e300", "x", ""})
        BOOST_TEST(day_of(serial) == "nothing", serial);
}

BOOST_AUTO_TEST_CASE(time_of_day_is_left_out) {
    BOOST_TEST(day_of("46008.99999") == "2025-12-17");
    BOOST_TEST(day_of("46007.99999999999999") == "2025-12-17");
}

BOOST_AUTO_TEST_CASE(every_day_of_two_centuries_comes_back) {
    using namespace std::chrono;
    for (const DateSystem system : {DateSystem::from_1900, DateSystem::from_1904})
        for (sys_days day = sys_days{1904y / 1 / 1}; day < sys_days{2104y / 1 / 1}; day += days{1}) {
            const auto serial = serial_of(core::Day{day}, system);
            BOOST_REQUIRE(serial.has_value());
            BOOST_REQUIRE(day_from_serial(std::to_string(*serial), system) == core::Day{day});
        }
}

BOOST_AUTO_TEST_CASE(iso_dates_of_strict_files_become_serials) {
    BOOST_TEST(serial_from_iso("2025-12-17", DateSystem::from_1900).value() == "46008");
    BOOST_TEST(serial_from_iso("2025-12-17T00:00:00", DateSystem::from_1900).value() == "46008");
    BOOST_TEST(serial_from_iso("2025-12-17T12:00:00Z", DateSystem::from_1900).value() == "46008.5");
    BOOST_TEST(serial_from_iso("2025-12-17T06:00", DateSystem::from_1904).value() == "44546.25");
    BOOST_TEST(!serial_from_iso("2025-13-17", DateSystem::from_1900).has_value());
    BOOST_TEST(!serial_from_iso("2025-12-17 noon", DateSystem::from_1900).has_value());
    BOOST_TEST(!serial_from_iso("2025-12-17T25:00", DateSystem::from_1900).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

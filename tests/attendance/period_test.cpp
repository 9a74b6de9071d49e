// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/period.hpp"

#include <boost/test/unit_test.hpp>

using attendance::Period;
using attendance::read_period;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(period)

BOOST_AUTO_TEST_CASE(a_period_is_a_month_several_or_from_a_day_to_a_day) {
    BOOST_TEST((read_period("2025-12").value() == Period{2025y / 12 / 1, 2025y / 12 / 31}));
    BOOST_TEST((read_period("2025-11..2026-02").value() == Period{2025y / 11 / 1, 2026y / 2 / 28}));
    BOOST_TEST((read_period("2025-12-03..2025-12-09").value() == Period{2025y / 12 / 3, 2025y / 12 / 9}));
    BOOST_TEST((read_period("2025-12-03").value() == Period{2025y / 12 / 3, 2025y / 12 / 3}));
    BOOST_TEST((read_period("2025-11..2025-12-09").value() == Period{2025y / 11 / 1, 2025y / 12 / 9}));
}

BOOST_AUTO_TEST_CASE(what_is_no_period_is_refused_with_its_text) {
    for (const char* text : {"", "2025", "2025-13", "2025-12..", "..2025-12", "2025-12..2025-11",
                             "2025-02-30", "2025-12-09..2025-12-03", "12/2025"}) {
        const auto read = read_period(text);
        BOOST_REQUIRE_MESSAGE(!read, text);
        BOOST_TEST(read.error().code == "attendance.period-unreadable");
        BOOST_TEST(read.error().fact("text") == text);
    }
}

BOOST_AUTO_TEST_CASE(a_school_year_begins_in_november) {
    const Period year{2025y / 11 / 1, 2026y / 10 / 31};
    for (const core::Day day :
         {core::Day{2025y / 11 / 1}, {2025y / 12 / 31}, {2026y / 1 / 1}, {2026y / 10 / 31}})
        BOOST_TEST((attendance::school_year(day) == year));
    BOOST_TEST((attendance::school_year(2025y / 10 / 31) == Period{2024y / 11 / 1, 2025y / 10 / 31}));
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school_year.hpp"

#include <boost/test/unit_test.hpp>

using core::SchoolYear;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(school_year)

BOOST_AUTO_TEST_CASE(begins_in_november_and_ends_in_october) {
    const auto year = SchoolYear::of(2025y / 11 / 1);
    BOOST_TEST(core::to_iso(year.first_day()) == "2025-11-01");
    BOOST_TEST(core::to_iso(year.last_day()) == "2026-10-31");
    BOOST_TEST((SchoolYear::of(2026y / 10 / 31) == year));
    BOOST_TEST((SchoolYear::of(2025y / 10 / 31) < year));
    BOOST_TEST((SchoolYear::of(2026y / 11 / 1) == year.next()));
}

BOOST_AUTO_TEST_CASE(is_read_as_it_is_written) {
    BOOST_TEST(SchoolYear::of(2026y / 3 / 8).to_text() == "2025-2026");
    BOOST_TEST((SchoolYear::from_text("2025-2026") == SchoolYear::of(2026y / 3 / 8)));
    for (const char* text : {"", "2025", "2025-2027", "2026-2025", "2025-26", "2025-2026 ", "abcd-efgh"})
        BOOST_TEST(!SchoolYear::from_text(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(a_day_comes_again_a_year_later) {
    BOOST_TEST(core::to_iso(core::a_year_later(2025y / 11 / 3)) == "2026-11-03");
    BOOST_TEST(core::to_iso(core::a_year_later(2028y / 2 / 29)) == "2029-02-28");
}

BOOST_AUTO_TEST_SUITE_END()

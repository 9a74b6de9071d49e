// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.hpp"
#include "core/date.hpp"

#include <boost/test/unit_test.hpp>

using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(date)

BOOST_AUTO_TEST_CASE(iso_text_of_a_day_reads_back) {
    const core::Day day{2025y / 12 / 17};
    BOOST_TEST(core::to_iso(day) == "2025-12-17");
    BOOST_TEST((core::day_from_iso("2025-12-17") == day));
}

BOOST_AUTO_TEST_CASE(days_that_do_not_exist_are_nothing) {
    for (const char* text : {"2025-02-29", "2025-13-01", "2025-1-1", "2025-12-1x", "", "20251217"})
        BOOST_TEST(!core::day_from_iso(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(partial_dates_keep_their_precision) {
    for (const char* text : {"2004-03-12", "2004-03", "2004", "~2004"}) {
        const auto date = core::partial_date_from_text(text);
        BOOST_REQUIRE(date.has_value());
        BOOST_TEST(core::to_text(*date) == text);
    }
    BOOST_TEST(!core::partial_date_from_text("~2004-03").has_value());
}

BOOST_AUTO_TEST_CASE(age_counts_whole_years_and_a_year_alone_counts_the_year_reached) {
    const auto born = *core::partial_date_from_text("2004-03-12");
    BOOST_TEST(core::age_on(born, core::Day{2025y / 3 / 11}) == 20);
    BOOST_TEST(core::age_on(born, core::Day{2025y / 3 / 12}) == 21);
    BOOST_TEST(core::age_on(*core::partial_date_from_text("2004"), core::Day{2025y / 1 / 1}) == 21);
}

BOOST_AUTO_TEST_CASE(the_day_in_cambodia_begins_seven_hours_before_utc) {
    const auto before = core::moment_from_iso("2025-12-16T16:59:59.999Z");
    const auto after = core::moment_from_iso("2025-12-16T17:00:00.000Z");
    BOOST_TEST(core::to_iso(core::day_in_cambodia(*before)) == "2025-12-16");
    BOOST_TEST(core::to_iso(core::day_in_cambodia(*after)) == "2025-12-17");
    BOOST_TEST(core::to_iso(*after) == "2025-12-16T17:00:00.000Z");
}

BOOST_AUTO_TEST_SUITE_END()

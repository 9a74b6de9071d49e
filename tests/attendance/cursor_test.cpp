// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/cursor.hpp"
#include "attendance/mark_store.hpp"
#include "attendance/register_store.hpp"
#include "attendance/sample_class.hpp"

#include <boost/test/unit_test.hpp>

using attendance::next_cell;
using attendance::Reading;
using attendance::RegisterCell;
using namespace std::chrono_literals;

namespace {

// Today is Wednesday 17 December 2025; the 6th and 7th are a weekend.
struct Fixture : test::SampleClass {
    std::optional<RegisterCell> after(RegisterCell from, Reading reading) {
        return next_cell(attendance::load_register(database, class_id, 2025y / 12), from, reading,
                         clock.today());
    }
    static bool is(const std::optional<RegisterCell>& cell, std::size_t row, unsigned day) {
        return cell == RegisterCell{row, day};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cursor, Fixture)

BOOST_AUTO_TEST_CASE(down_a_day_and_then_to_the_top_of_the_next_school_day) {
    BOOST_TEST(is(after({0, 5}, Reading::down_the_day), 1, 5));
    BOOST_TEST(is(after({2, 5}, Reading::down_the_day), 0, 8));
}

BOOST_AUTO_TEST_CASE(along_a_row_past_closed_days_and_then_to_the_next_learner) {
    BOOST_TEST(is(after({0, 5}, Reading::along_the_row), 0, 8));
    BOOST_TEST(is(after({0, 17}, Reading::along_the_row), 1, 1));
}

BOOST_AUTO_TEST_CASE(days_the_class_did_not_meet_and_days_outside_an_enrolment_are_passed_over) {
    change([&](storage::Transaction& tx) {
        return attendance::mark_not_met(tx, class_id, 2025y / 12 / 2, "ទឹកជំនន់");
    });
    BOOST_TEST(is(after({0, 1}, Reading::along_the_row), 0, 3));
    enrol("learner 100b", 2025y / 12 / 10);
    BOOST_TEST(is(after({0, 5}, Reading::down_the_day), 2, 5));
    BOOST_TEST(is(after({0, 10}, Reading::down_the_day), 1, 10));
}

BOOST_AUTO_TEST_CASE(days_to_come_are_reached_only_from_one) {
    BOOST_TEST(!after({2, 17}, Reading::down_the_day).has_value());
    BOOST_TEST(is(after({2, 18}, Reading::down_the_day), 0, 19));
    BOOST_TEST(is(after({0, 18}, Reading::along_the_row), 0, 19));
}

BOOST_AUTO_TEST_CASE(the_setting_is_read_as_it_was_kept) {
    for (const Reading reading : {Reading::down_the_day, Reading::along_the_row})
        BOOST_TEST((attendance::reading_from_text(to_text(reading)) == reading));
    BOOST_TEST((attendance::reading_from_text("") == Reading::down_the_day));
}

BOOST_AUTO_TEST_SUITE_END()

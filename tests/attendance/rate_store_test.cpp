// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/mark_store.hpp"
#include "attendance/rate_store.hpp"
#include "attendance/register_store.hpp"
#include "attendance/sample_class.hpp"

#include <boost/test/unit_test.hpp>

using attendance::load_class_attendance;
using attendance::Mark;
using attendance::Period;
using core::Ratio;
using storage::Transaction;
using namespace std::chrono_literals;

namespace {

constexpr Period first_week{2025y / 12 / 1, 2025y / 12 / 5};

// Today is Wednesday 17 December 2025.
struct Fixture : test::SampleClass {
    void mark(std::size_t learner, core::Day day, Mark mark) {
        BOOST_REQUIRE(change(
            [&](Transaction& tx) { return attendance::set_mark(tx, enrolments[learner], day, mark); }));
    }
    void take(Period period) {
        change([&](Transaction& tx) {
            attendance::take_days(tx, class_id, period);
            tx.audit("import", "class_day", std::nullopt, "{}");
        });
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(rate_store, Fixture)

BOOST_AUTO_TEST_CASE(a_rate_counts_the_taken_days_of_the_enrolment) {
    take(first_week);
    mark(0, 2025y / 12 / 1, Mark::absent);
    mark(1, 2025y / 12 / 1, Mark::permission);
    mark(1, 2025y / 12 / 2, Mark::half_absent);
    enrol("learner 200", 2025y / 12 / 4);
    const auto list = load_class_attendance(database, class_id, {2025y / 12 / 1, 2025y / 12 / 31});
    BOOST_REQUIRE(list.size() == 4U);
    BOOST_TEST((list[0].rate == Ratio{4, 5}));
    BOOST_TEST((list[0].hours == Ratio{8}));
    BOOST_TEST((list[1].rate == Ratio{7, 10}));
    BOOST_TEST((list[2].rate == Ratio{1}));
    BOOST_TEST(list[3].tally.taken == 2);
    BOOST_TEST((attendance::rate_of(list, {}) == Ratio{145, 170}));
}

BOOST_AUTO_TEST_CASE(days_nobody_recorded_are_listed_and_count_in_no_rate) {
    take(first_week);
    const auto list = load_class_attendance(database, class_id, {2025y / 12 / 1, 2025y / 12 / 31});
    BOOST_TEST(list[0].not_recorded.size() == 8U); // 8 to 12 and 15 to 17 December; the rest is to come
    BOOST_TEST((list[0].not_recorded.front() == 2025y / 12 / 8));
    BOOST_TEST((list[0].rate == Ratio{1}));
    BOOST_TEST(
        (attendance::not_recorded_days(database, class_id, {2025y / 12 / 9, 2025y / 12 / 31}).size()) == 7U);
}

BOOST_AUTO_TEST_CASE(a_whole_enrolment_is_counted_within_its_class) {
    take({2025y / 11 / 3, 2025y / 12 / 17});
    mark(0, 2025y / 11 / 3, Mark::absent);
    const auto found = attendance::load_attendance(database, enrolments[0]);
    BOOST_TEST(found.tally.taken == 33); // 20 in November, 13 in December
    BOOST_TEST(found.tally.absent == 1);
    BOOST_TEST(found.not_recorded.empty());
    BOOST_TEST(found.months.size() == 6U);
    BOOST_TEST(found.months[0].tally.absent == 1);
    leave(enrolments[0], 2025y / 11 / 14, "moved");
    BOOST_TEST(attendance::load_attendance(database, enrolments[0]).tally.taken == 10);
}

BOOST_AUTO_TEST_CASE(nothing_taken_gives_no_rate) {
    const auto found = attendance::load_attendance(database, enrolments[0]);
    BOOST_TEST(!found.rate.has_value());
    BOOST_TEST(!attendance::rate_of(load_class_attendance(database, class_id, first_week), {}).has_value());
}

BOOST_AUTO_TEST_CASE(whoever_was_enrolled_by_mistake_counts_nowhere) {
    leave(enrolments[0], 2025y / 12 / 3, "entered_by_mistake");
    BOOST_TEST(load_class_attendance(database, class_id, first_week).size() == 2U);
    BOOST_TEST(attendance::load_register(database, class_id, 2025y / 12).rows.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()

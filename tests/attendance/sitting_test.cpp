// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/mark_store.hpp"
#include "attendance/register_store.hpp"
#include "attendance/sample_class.hpp"
#include "attendance/sitting.hpp"

#include <boost/test/unit_test.hpp>

using attendance::Mark;
using test::code_of;
using namespace std::chrono_literals;

namespace {

struct Fixture : test::SampleClass {
    attendance::Sitting sitting{database, {"sokha"}};

    auto mark(std::size_t learner, core::Day day, Mark mark) {
        return sitting.set_cells(class_id, {{enrolments[learner], day, mark}});
    }
    Mark on(std::size_t learner, core::Day day) {
        return attendance::load_month(database, enrolments[learner], core::month_of(day)).on(day);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(sitting, Fixture)

BOOST_AUTO_TEST_CASE(the_last_writes_are_taken_back_one_after_another) {
    mark(0, 2025y / 12 / 1, Mark::absent);
    mark(1, 2025y / 12 / 1, Mark::late);
    sitting.take(class_id, {2025y / 12 / 2});
    BOOST_REQUIRE(sitting.last() != nullptr);
    BOOST_TEST(sitting.undo().has_value());
    BOOST_TEST((on(1, 2025y / 12 / 1) == Mark::late));
    BOOST_TEST(sitting.undo().has_value());
    BOOST_TEST((on(1, 2025y / 12 / 1) == Mark::none));
    BOOST_TEST((on(0, 2025y / 12 / 1) == Mark::absent));
    BOOST_TEST(sitting.undo().has_value());
    BOOST_TEST((on(0, 2025y / 12 / 1) == Mark::none));
    BOOST_TEST(sitting.last() == nullptr);
    BOOST_TEST(attendance::load_register(database, class_id, 2025y / 12).days.taken.empty());
}

BOOST_AUTO_TEST_CASE(what_changed_nothing_or_was_refused_is_no_step) {
    mark(0, 2025y / 12 / 1, Mark::absent);
    mark(0, 2025y / 12 / 1, Mark::absent);
    BOOST_TEST(code_of(sitting.take(class_id, {2025y / 12 / 18})) == "day.future");
    BOOST_TEST(sitting.undo().has_value());
    BOOST_TEST(sitting.last() == nullptr);
}

BOOST_AUTO_TEST_CASE(a_step_written_over_is_named_and_the_next_undo_goes_on) {
    mark(0, 2025y / 12 / 1, Mark::absent);
    mark(1, 2025y / 12 / 1, Mark::absent);
    change([&](storage::Transaction& tx) {
        return attendance::set_mark(tx, enrolments[1], 2025y / 12 / 1, Mark::permission);
    });
    BOOST_TEST(code_of(sitting.undo()) == "attendance.changed-since");
    BOOST_TEST((on(1, 2025y / 12 / 1) == Mark::permission));
    BOOST_TEST(sitting.undo().has_value());
    BOOST_TEST((on(0, 2025y / 12 / 1) == Mark::none));
}

BOOST_AUTO_TEST_CASE(an_absence_over_two_months_is_one_step) {
    BOOST_TEST(
        sitting.set_absence(enrolments[0], {2025y / 11 / 27, 2025y / 12 / 3}, Mark::permission).has_value());
    BOOST_TEST((on(0, 2025y / 11 / 27) == Mark::permission));
    BOOST_TEST(sitting.undo().has_value());
    BOOST_TEST((on(0, 2025y / 11 / 27) == Mark::none));
    BOOST_TEST((on(0, 2025y / 12 / 3) == Mark::none));
}

BOOST_AUTO_TEST_SUITE_END()

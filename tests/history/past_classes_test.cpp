// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/sample_class.hpp"
#include "history/past_classes.hpp"

#include <boost/test/unit_test.hpp>

using namespace history;
using storage::Transaction;
using namespace std::chrono_literals;

namespace {

struct Fixture : test::SampleClass {
    learners::LearnerId learner(std::size_t index) {
        return classes::load_enrolment(database, enrolments[index]).learner;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(past_classes, Fixture)

BOOST_AUTO_TEST_CASE(a_class_is_told_with_the_rate_of_the_days_taken) {
    BOOST_TEST(!history::past_classes(database, learner(0)).at(0).rate.has_value());
    {
        Transaction tx(database, {});
        tx.run("INSERT INTO class_day (class_id, day, state) VALUES (?1, '2025-11-03', 'taken'), "
               "(?1, '2025-11-04', 'taken')",
               class_id);
        tx.run("INSERT INTO attendance_month (enrolment_id, month, marks) VALUES (?1, '2025-11', "
               "'..A...........................')",
               enrolments[0]);
        tx.audit("test", "class_day", std::nullopt, "{}");
        tx.commit();
    }
    const auto all = history::past_classes(database, learner(0));
    BOOST_REQUIRE(all.size() == 1U);
    BOOST_TEST(all[0].in.name_km == "អក្ខរកម្ម ក");
    BOOST_TEST((all[0].rate == core::Ratio{1, 2}));
    BOOST_TEST(!all[0].result.has_value()); // the class goes on
}

BOOST_AUTO_TEST_CASE(who_left_has_a_rate_and_no_result_and_a_mistake_is_no_class) {
    leave(enrolments[0], 2025y / 12 / 1, "work");
    leave(enrolments[1], 2025y / 12 / 1, "entered_by_mistake");
    set_status("closed");
    const auto left = history::past_classes(database, learner(0));
    BOOST_REQUIRE(left.size() == 1U);
    BOOST_TEST(!left[0].result.has_value());
    BOOST_TEST(history::past_classes(database, learner(1)).empty());
    // In a closed class without marks: the result is that they are missing.
    const auto stayed = history::past_classes(database, learner(2));
    BOOST_TEST((stayed.at(0).result.value().verdict == assessment::Verdict::incomplete));
}

BOOST_AUTO_TEST_SUITE_END()

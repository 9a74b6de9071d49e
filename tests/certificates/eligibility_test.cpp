// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/eligibility.hpp"
#include "certificates/small_class.hpp"

#include <boost/test/unit_test.hpp>

using certificates::Candidate;
using test::november;

namespace {

Candidate of(const test::SmallClass& small, std::string_view name) {
    for (Candidate& candidate : certificates::load_candidates(small.database, small.class_id))
        if (candidate.learner.name == name) return candidate;
    throw std::logic_error("nobody of that name");
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(eligibility, test::SmallClass)

BOOST_AUTO_TEST_CASE(who_came_and_passed_may_be_awarded) {
    const Candidate keo = of(*this, "KEO MOM");
    BOOST_TEST(keo.eligible());
    BOOST_TEST(!keo.serial.has_value());
}

BOOST_AUTO_TEST_CASE(too_many_absences_say_how_much_is_lacking) {
    const Candidate chan = of(*this, "CHAN DARA");
    BOOST_REQUIRE(chan.reasons.size() == 1U);
    BOOST_TEST(chan.reasons[0].code == "attendance.below");
    // Seventeen school days (three fall into the water festival), five absences.
    BOOST_TEST(chan.reasons[0].fact("has") == "70.59");
    BOOST_TEST(chan.reasons[0].fact("needs") == "80.00");
}

// The register is counted once for the class, not once for each learner.
BOOST_AUTO_TEST_CASE(a_larger_class_asks_the_file_no_more_often) {
    // SQLite's own count of the statements it has run.
    const auto runs = [&] {
        return database.value<std::int64_t>("SELECT sum(run) FROM sqlite_stmt").value();
    };
    const auto asked = [&] {
        const auto before = runs();
        certificates::load_candidates(database, class_id);
        return runs() - before;
    };
    const auto of_four = asked();
    for (int number = 0; number < 40; ++number)
        enrol_another("learner " + std::to_string(number));
    BOOST_TEST(certificates::load_candidates(database, class_id).size() == 44U);
    BOOST_TEST(asked() == of_four);
}

BOOST_AUTO_TEST_CASE(who_left_and_came_back_stands_once_with_the_enrolment_that_counts) {
    const auto keo = enrolment_of("KEO MOM");
    const auto learner = classes::load_enrolment(database, keo).learner;
    storage::Transaction tx(database, {});
    BOOST_REQUIRE(classes::leave(tx, keo, november(12), classes::LeavingReason::illness));
    BOOST_REQUIRE(classes::enrol(tx, class_id, learner, november(17)));
    tx.commit();
    const auto all = certificates::load_candidates(database, class_id);
    BOOST_TEST(all.size() == 4U);
    BOOST_TEST(!of(*this, "KEO MOM").learner.enrolment.last_day.has_value());
}

BOOST_AUTO_TEST_CASE(a_missing_mark_is_named_by_its_subject) {
    const Candidate sok = of(*this, "SOK THEARY");
    BOOST_REQUIRE(sok.reasons.size() == 1U);
    BOOST_TEST(sok.reasons[0].code == "scores.missing");
    BOOST_TEST(sok.reasons[0].fact("subjects") == "គណិតវិទ្យា");
}

BOOST_AUTO_TEST_CASE(a_failed_average_says_what_it_is_and_what_it_needs) {
    const Candidate heng = of(*this, "HENG VANNAK");
    BOOST_REQUIRE(heng.reasons.size() == 1U);
    BOOST_TEST(heng.reasons[0].code == "average.below");
    BOOST_TEST(heng.reasons[0].fact("has") == "3.13");
    BOOST_TEST(heng.reasons[0].fact("needs") == "5.00");
}

BOOST_AUTO_TEST_CASE(days_nobody_recorded_block_everyone) {
    storage::Transaction tx(database, {});
    BOOST_REQUIRE(
        attendance::forget_day(tx, class_id, core::Day{std::chrono::year{2025} / 11 / 27}).has_value());
    tx.commit();
    const Candidate keo = of(*this, "KEO MOM");
    BOOST_REQUIRE(keo.reasons.size() == 1U);
    BOOST_TEST(keo.reasons[0].code == "attendance.not-recorded");
    BOOST_TEST(keo.reasons[0].fact("days") == "1");
}

BOOST_AUTO_TEST_CASE(who_left_is_named_with_the_day) {
    storage::Transaction tx(database, {});
    const core::Day last{std::chrono::year{2025} / 11 / 20};
    BOOST_REQUIRE(
        classes::leave(tx, enrolment_of("KEO MOM"), last, classes::LeavingReason::moved).has_value());
    tx.commit();
    const Candidate keo = of(*this, "KEO MOM");
    BOOST_TEST(!keo.eligible());
    BOOST_TEST(keo.reasons[0].code == "enrolment.left");
    BOOST_TEST(keo.reasons[0].fact("until") == "2025-11-20");
}

BOOST_AUTO_TEST_SUITE_END()

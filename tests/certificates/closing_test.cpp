// SPDX-License-Identifier: GPL-3.0-or-later
// What a class lacks before it is closed.
#include "assessment/score_store.hpp"
#include "certificates/closing.hpp"
#include "certificates/small_class.hpp"

#include <boost/test/unit_test.hpp>

using test::november;

namespace {

struct Closing : test::SmallClass {
    std::vector<std::string> codes() const {
        std::vector<std::string> codes;
        for (const core::Error& finding : findings_of(certificates::load_gaps(database, class_id)))
            codes.push_back(finding.code);
        return codes;
    }
    void forget(std::initializer_list<unsigned> days) {
        for (const unsigned day : days)
            BOOST_REQUIRE(change([&](storage::Transaction& tx) {
                return attendance::forget_day(tx, class_id, november(day));
            }));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(closing, Closing)

BOOST_AUTO_TEST_CASE(a_missing_mark_is_named_with_its_learner_and_subject) {
    const auto gaps = certificates::load_gaps(database, class_id);
    BOOST_TEST(gaps.not_recorded.empty());
    BOOST_TEST(gaps.to_come.empty());
    BOOST_REQUIRE(gaps.marks_missing.size() == 1U);
    BOOST_TEST(gaps.marks_missing[0].learner.name == "SOK THEARY");
    BOOST_REQUIRE(gaps.marks_missing[0].subjects.size() == 1U);
    const core::Error finding = findings_of(gaps).at(0);
    BOOST_TEST(finding.code == "class.marks-missing");
    BOOST_TEST(finding.fact("learners") == "1");
    BOOST_TEST(finding.fact("who") == "សុខ ធារី (" + gaps.marks_missing[0].subjects[0].km + ")");
}

BOOST_AUTO_TEST_CASE(who_left_or_was_exempt_lacks_no_mark) {
    const auto theary = enrolment_of("SOK THEARY");
    BOOST_REQUIRE(change([&](storage::Transaction& tx) {
        return assessment::set_score(tx, theary, {"S1", "mathematics"},
                                     assessment::Score{assessment::Score::State::exempt, 0});
    }));
    BOOST_TEST(codes().empty());
    // Absent from the test is no mark yet.
    BOOST_REQUIRE(change([&](storage::Transaction& tx) {
        return assessment::set_score(tx, theary, {"S1", "mathematics"},
                                     assessment::Score{assessment::Score::State::absent, 0});
    }));
    BOOST_TEST(codes() == std::vector<std::string>{"class.marks-missing"}, boost::test_tools::per_element());
    BOOST_REQUIRE(change([&](storage::Transaction& tx) {
        return classes::leave(tx, theary, november(20), classes::LeavingReason::moved);
    }));
    BOOST_TEST(codes().empty());
}

BOOST_AUTO_TEST_CASE(days_nobody_recorded_are_listed_month_by_month) {
    forget({7, 26});
    const auto gaps = certificates::load_gaps(database, class_id);
    BOOST_TEST((gaps.not_recorded == std::vector{november(7), november(26)}));
    BOOST_TEST(findings_of(gaps).at(0).fact("days") == "2");
    BOOST_TEST(findings_of(gaps).at(0).fact("which") == "2025-11: 7, 26");
}

BOOST_AUTO_TEST_CASE(days_still_ahead_are_told_when_a_class_closes_early) {
    forget({27, 28});
    clock.set(november(26));
    const auto gaps = certificates::load_gaps(database, class_id);
    BOOST_TEST((gaps.to_come == std::vector{november(27), november(28)}));
    const core::Error finding = findings_of(gaps).at(0);
    BOOST_TEST(finding.code == "class.days-to-come");
    BOOST_TEST(finding.fact("last") == "2025-11-28");
}

BOOST_AUTO_TEST_CASE(a_class_closes_with_its_gaps_and_the_audit_names_them) {
    const auto gaps = change(
        [&](storage::Transaction& tx) { return certificates::close_with_gaps(tx, class_id, november(28)); });
    BOOST_TEST(!gaps->none());
    BOOST_TEST((classes::load_class(database, class_id).status == classes::Status::closed));
    const std::string number = gaps->marks_missing[0].learner.number;
    BOOST_TEST(last_audit().change.value() ==
               R"({"status":["open","closed"],"closed_on":[null,"2025-11-28"],"marks_missing":[null,")" +
                   number + R"("]})");
    storage::Transaction tx(database, {});
    BOOST_TEST(certificates::close_with_gaps(tx, class_id, november(28)).error().code == "class.not-open");
}

BOOST_AUTO_TEST_SUITE_END()

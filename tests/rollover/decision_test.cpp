// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules of promotion and award make of a learner when the year ends.
#include "rollover/decision.hpp"
#include "rollover/small_school.hpp"

#include <boost/test/unit_test.hpp>

using rollover::Choices;
using rollover::Decision;

namespace {

// The codes of the reasons the rules gave.
std::string reasons_of(test::SmallSchool& school, const std::string& name) {
    const auto year = school.end();
    const auto plan = rollover::make_plan(year, {}).value();
    std::string codes;
    for (const rollover::Line& line : plan.lines)
        if (year.classes[line.from].learners[line.at].learner.name == name)
            for (const core::Error& reason : line.by_rule.reasons)
                codes += (codes.empty() ? "" : " ") + reason.code;
    return codes;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(decision, test::SmallSchool)

BOOST_AUTO_TEST_CASE(the_words_are_read_as_they_are_written) {
    for (const Decision one : {Decision::promote, Decision::repeat, Decision::leave, Decision::complete})
        BOOST_TEST((rollover::decision_from_text(to_text(one)) == one));
    BOOST_TEST(!rollover::decision_from_text("stay").has_value());
}

BOOST_AUTO_TEST_CASE(who_passes_a_grade_goes_up) {
    add(first_grade, "KEO MOM");
    BOOST_TEST(fate("KEO MOM") == "promote into Grade 2 A");
    BOOST_TEST(reasons_of(*this, "KEO MOM") == "");
}

BOOST_AUTO_TEST_CASE(who_fails_by_marks_repeats) {
    add(first_grade, "KEO MOM", 250);
    BOOST_TEST(fate("KEO MOM") == "repeat into Grade 1 A");
    BOOST_TEST(reasons_of(*this, "KEO MOM") == "average.below");
}

BOOST_AUTO_TEST_CASE(who_was_absent_too_long_repeats_whatever_the_marks) {
    absent_two_months(add(first_grade, "KEO MOM", 1000));
    BOOST_TEST(fate("KEO MOM") == "repeat into Grade 1 A");
    BOOST_TEST(reasons_of(*this, "KEO MOM") == "attendance.below absence.over-limit");
}

BOOST_AUTO_TEST_CASE(who_passes_the_last_grade_has_completed) {
    add(sixth_grade, "KEO MOM");
    add(sixth_grade, "SOK DARA", 250);
    BOOST_TEST(fate("KEO MOM") == "complete");
    BOOST_TEST(fate("SOK DARA") == "repeat into Grade 6 A");
}

BOOST_AUTO_TEST_CASE(who_lacks_marks_stays_until_they_are_there) {
    add(first_grade, "KEO MOM", {});
    BOOST_TEST(fate("KEO MOM") == "repeat into Grade 1 A");
    BOOST_TEST(reasons_of(*this, "KEO MOM") == "scores.missing");
}

BOOST_AUTO_TEST_CASE(who_may_be_awarded_has_completed) {
    add(literacy, "KEO MOM");
    BOOST_TEST(fate("KEO MOM") == "complete");
}

BOOST_AUTO_TEST_CASE(who_has_the_certificate_has_completed_whatever_the_register_says_since) {
    certificates::Candidate candidate;
    candidate.reasons = {core::Error{"attendance.not-recorded"}.with("days", "1")};
    BOOST_TEST((rollover::rule(candidate, rollover::Above::nothing).decision == Decision::repeat));
    candidate.serial = "0202-2026-000001-K";
    BOOST_TEST((rollover::rule(candidate, rollover::Above::nothing).decision == Decision::complete));
}

BOOST_AUTO_TEST_CASE(who_passed_by_retest_goes_up) {
    certificates::Candidate candidate;
    candidate.result.standing = assessment::Standing::passed_by_retest;
    candidate.reasons = {core::Error{"award.none"}};
    BOOST_TEST((rollover::rule(candidate, rollover::Above::a_level).decision == Decision::promote));
    BOOST_TEST((rollover::rule(candidate, rollover::Above::nothing).decision == Decision::complete));
}

BOOST_AUTO_TEST_CASE(a_programme_without_promotion_is_repeated_by_who_may_not_be_awarded) {
    add(literacy, "KEO MOM", 250);
    absent_two_months(add(literacy, "SOK DARA"));
    BOOST_TEST(fate("KEO MOM") == "repeat into Literacy 2026-2027");
    BOOST_TEST(fate("SOK DARA") == "repeat into Literacy 2026-2027");
    BOOST_TEST(reasons_of(*this, "SOK DARA") == "attendance.below");
}

BOOST_AUTO_TEST_CASE(who_passed_a_programme_that_gives_no_paper_has_completed) {
    const auto course = open("ចូលរៀនឡើងវិញ", "Re-entry", "re-entry", "grade-3", school);
    add(course, "KEO MOM");
    add(course, "SOK DARA", 250);
    BOOST_TEST(fate("KEO MOM") == "complete");
    BOOST_TEST(fate("SOK DARA") == "repeat into Re-entry");
}

BOOST_AUTO_TEST_CASE(a_programme_without_marks_is_decided_by_the_register_alone) {
    const auto skills = open("ជំនាញ", "Skills", "skills", {}, pagoda);
    add(skills, "KEO MOM");
    absent_two_months(add(skills, "SOK DARA"));
    BOOST_TEST(fate("KEO MOM") == "complete");
    BOOST_TEST(fate("SOK DARA") == "repeat into Skills");
}

BOOST_AUTO_TEST_CASE(in_a_class_without_a_level_who_passes_stays_in_it) {
    const auto multigrade = open("ថ្នាក់គួប", "Multigrade", "primary", {}, school);
    add(multigrade, "KEO MOM");
    BOOST_TEST(fate("KEO MOM") == "repeat into Multigrade");
    BOOST_TEST(reasons_of(*this, "KEO MOM") == "rollover.level-missing");
}

BOOST_AUTO_TEST_SUITE_END()

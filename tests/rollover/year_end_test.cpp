// SPDX-License-Identifier: GPL-3.0-or-later
// What is not done yet when the year ends, and whom its end asks about.
#include "rollover/small_school.hpp"
#include "rollover/year_end.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

// The codes of a class's findings.
std::string findings(const rollover::YearEnd& end, classes::ClassId id) {
    const auto found = std::ranges::find(end.classes, id, [](const auto& one) { return one.taught.id; });
    BOOST_REQUIRE((found != end.classes.end()));
    std::string codes;
    for (const core::Error& finding : found->findings)
        codes += (codes.empty() ? "" : " ") + finding.code;
    return codes;
}

std::string names(const rollover::YearEnd& end) {
    std::string all;
    for (const rollover::YearClass& one : end.classes)
        for (const auto& learner : one.learners)
            all += (all.empty() ? "" : ", ") + learner.learner.name;
    return all;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(year_end, test::SmallSchool)

BOOST_AUTO_TEST_CASE(a_closed_class_with_all_its_marks_has_nothing_left_to_do) {
    add(first_grade, "KEO MOM");
    close(first_grade);
    BOOST_TEST(findings(end(), first_grade) == "");
}

BOOST_AUTO_TEST_CASE(an_open_class_counts_with_todays_results_and_says_so) {
    add(first_grade, "KEO MOM");
    BOOST_TEST(findings(end(), first_grade) == "rollover.class-open");
}

BOOST_AUTO_TEST_CASE(marks_that_are_missing_are_named) {
    add(first_grade, "KEO MOM", {});
    close(first_grade);
    BOOST_TEST(findings(end(), first_grade) == "rollover.marks-missing");
}

BOOST_AUTO_TEST_CASE(an_award_that_was_not_issued_is_named) {
    add(literacy, "KEO MOM");
    add(literacy, "SOK DARA", 250);
    close(literacy);
    const auto year = end();
    BOOST_TEST(findings(year, literacy) == "rollover.awards-unissued");
    const auto& finding = std::ranges::find(year.classes, literacy, [](const auto& one) {
                              return one.taught.id;
                          })->findings.front();
    BOOST_TEST(finding.fact("learners") == "1");
    BOOST_TEST(finding.fact("who") == "KEO MOM");
}

BOOST_AUTO_TEST_CASE(a_retest_that_is_still_open_is_named) {
    add(first_grade, "KEO MOM", 450);
    close(first_grade);
    BOOST_TEST(findings(end(), first_grade) == "rollover.retests-open");
    BOOST_TEST(fate("KEO MOM") == "repeat into Grade 1 A");
}

BOOST_AUTO_TEST_CASE(days_nobody_recorded_are_named) {
    add(first_grade, "KEO MOM");
    change([&](storage::Transaction& tx) {
        tx.run("DELETE FROM class_day WHERE class_id = ?1 AND day = '2025-11-12'", first_grade);
        tx.audit("test", "class_day", std::nullopt, "{}");
    });
    BOOST_TEST(findings(end(), first_grade) == "rollover.class-open class.days-not-recorded");
}

BOOST_AUTO_TEST_CASE(only_classes_that_began_in_the_year_are_asked_about) {
    add(first_grade, "KEO MOM");
    clock.set(core::Day{2027y / 9 / 1});
    change([&](storage::Transaction& tx) {
        auto later = load_class(database, first_grade);
        later.id = {};
        later.uid = {};
        later.first_day = 2026y / 11 / 2;
        later.last_day = 2027y / 8 / 31;
        open_class(tx, later).value();
    });
    BOOST_TEST(end().classes.size() == 4U);
    BOOST_TEST(end().opened.size() == 1U);
    core::NoProgress nobody;
    const rollover::Scope next{.year = scope().year.next()};
    BOOST_TEST(rollover::gather(database, next, nobody).classes.size() == 1U);
    const rollover::Scope there{.year = scope().year, .institution = pagoda};
    BOOST_TEST(rollover::gather(database, there, nobody).classes.size() == 1U);
}

BOOST_AUTO_TEST_CASE(who_left_is_asked_about_unless_she_went_elsewhere) {
    leave(add(first_grade, "KEO MOM"), classes::LeavingReason::work);
    leave(add(first_grade, "CHAN DARA"), classes::LeavingReason::transferred);
    leave(add(first_grade, "SOK THEARY"), classes::LeavingReason::died);
    const auto moved = add(first_grade, "HENG VANNAK");
    leave(moved, classes::LeavingReason::moved);
    enrol(literacy, learner_of(moved));
    leave(add(first_grade, "MEAS SREY"), classes::LeavingReason::entered_by_mistake);
    BOOST_TEST(names(end()) == "KEO MOM, HENG VANNAK");
    BOOST_TEST(fate("KEO MOM") == "leave");
    BOOST_TEST(fate("HENG VANNAK") == "complete");
}

BOOST_AUTO_TEST_CASE(the_year_that_is_worked_at_is_the_one_that_ended) {
    const auto year = scope().year;
    BOOST_TEST((rollover::usual_year(database, 2026y / 8 / 1) == year));
    BOOST_TEST((rollover::usual_year(database, 2026y / 12 / 15) == year));
    // No class began in it: the newest year that has one.
    BOOST_TEST((rollover::usual_year(database, 2031y / 8 / 1) == year));
}

BOOST_AUTO_TEST_SUITE_END()

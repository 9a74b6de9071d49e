// SPDX-License-Identifier: GPL-3.0-or-later
// Which class follows which, and what a person may choose otherwise.
#include "rollover/plan.hpp"
#include "rollover/small_school.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace std::chrono_literals;
using rollover::Choices;
using rollover::Decision;

namespace {

const rollover::NextClass& find(const rollover::Plan& plan, std::string_view name) {
    const auto found =
        std::ranges::find(plan.next, name, [](const rollover::NextClass& next) { return next.made.name; });
    BOOST_REQUIRE_MESSAGE(found != plan.next.end(), name);
    return *found;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(plan, test::SmallSchool)

BOOST_AUTO_TEST_CASE(promoted_and_repeating_meet_in_the_class_of_the_grade) {
    add(first_grade, "KEO MOM");
    add(second_grade, "SOK DARA", 250);
    const auto made = test::SmallSchool::plan();
    BOOST_TEST(fate("KEO MOM") == "promote into Grade 2 A");
    BOOST_TEST(fate("SOK DARA") == "repeat into Grade 2 A");
    BOOST_TEST(find(made, "Grade 2 A").going == 2);
    BOOST_TEST(made.count(Decision::promote) == 1);
    BOOST_TEST(!find(made, "Grade 1 A").comes());
}

BOOST_AUTO_TEST_CASE(a_grade_nobody_taught_this_year_is_opened_like_the_one_below) {
    add(second_grade, "KEO MOM");
    const auto made = test::SmallSchool::plan();
    const auto& next = find(made, "Grade 3 A");
    BOOST_TEST(next.key.above);
    BOOST_TEST(next.made.name_km == "ថ្នាក់ទី៣ ក");
    BOOST_TEST(next.made.level.value() == "grade-3");
    BOOST_TEST(core::to_iso(next.made.first_day) == "2026-11-03");
    BOOST_TEST(core::to_iso(next.made.last_day) == "2027-02-27");
    BOOST_TEST(next.made.weekdays.to_text() == "12345");
    BOOST_TEST(next.made.session_minutes == 240);
    BOOST_TEST((next.made.educators == std::vector{teacher}));
}

BOOST_AUTO_TEST_CASE(of_two_classes_of_a_grade_the_one_of_the_same_letter_is_taken) {
    const auto first_b = open("ថ្នាក់ទី១ ខ", "Grade 1 B", "primary", "grade-1", school);
    open("ថ្នាក់ទី២ ខ", "Grade 2 B", "primary", "grade-2", school);
    const auto first_c = open("ថ្នាក់ទី១ គ", "Grade 1 C", "primary", "grade-1", school);
    const auto elsewhere = open("ថ្នាក់ទី១ ខ", "Grade 1 B", "primary", "grade-1", pagoda);
    add(first_grade, "KEO MOM");
    add(first_b, "SOK DARA");
    add(first_c, "HENG VANNAK");
    const auto other = add(elsewhere, "MEAS SREY");
    BOOST_TEST(fate("KEO MOM") == "promote into Grade 2 A");
    BOOST_TEST(fate("SOK DARA") == "promote into Grade 2 B");
    BOOST_TEST(fate("HENG VANNAK") == "promote into Grade 2 A");
    const auto made = test::SmallSchool::plan();
    const auto line = std::ranges::find_if(made.lines, [&](const auto& one) {
        return one.into && made.next[*one.into].made.institution == pagoda;
    });
    BOOST_REQUIRE((line != made.lines.end()));
    BOOST_TEST(made.next[*line->into].key.above);
    BOOST_TEST((made.next[*line->into].key.from == elsewhere));
    BOOST_TEST((other != classes::EnrolmentId{}));
}

BOOST_AUTO_TEST_CASE(a_class_of_next_year_that_is_open_already_is_gone_into) {
    const auto opened = change([&](storage::Transaction& tx) {
        auto next = load_class(database, second_grade);
        next.id = {};
        next.uid = {};
        next.first_day = 2026y / 11 / 16;
        next.last_day = 2027y / 7 / 31;
        return open_class(tx, next).value();
    });
    add(first_grade, "KEO MOM");
    add(second_grade, "SOK DARA", 250);
    const auto made = test::SmallSchool::plan();
    BOOST_TEST((find(made, "Grade 2 A").made.id == opened));
    BOOST_TEST(find(made, "Grade 2 A").going == 2);
}

BOOST_AUTO_TEST_CASE(a_class_nobody_goes_into_comes_when_it_is_ticked) {
    Choices choices;
    choices.opened_empty = {{literacy, false}};
    choices.names[{literacy, false}] = {"អក្ខរកម្មថ្មី", "New literacy"};
    const auto made = test::SmallSchool::plan(choices);
    BOOST_TEST(find(made, "New literacy").comes());
    BOOST_TEST(!find(made, "Grade 1 A").comes());
}

BOOST_AUTO_TEST_CASE(a_class_gets_the_places_it_needs) {
    BOOST_REQUIRE(change([&](storage::Transaction& tx) {
        auto small = load_class(database, second_grade);
        small.capacity = 1;
        return update_class(tx, small);
    }));
    add(first_grade, "KEO MOM");
    add(first_grade, "SOK DARA");
    const auto made = test::SmallSchool::plan();
    BOOST_TEST(find(made, "Grade 2 A").made.capacity.value() == 2);
    BOOST_TEST(find(made, "Grade 2 A").capacity_before.value() == 1);
}

BOOST_AUTO_TEST_CASE(another_decision_needs_a_reason) {
    const auto keo = add(first_grade, "KEO MOM");
    Choices choices;
    choices.learners[keo] = {Decision::repeat, " "};
    BOOST_TEST(test::code_of(rollover::make_plan(end(), choices)) == "rollover.no-reason");
    choices.learners[keo] = {Decision::repeat, "ឪពុកម្តាយសុំ"};
    BOOST_TEST(fate("KEO MOM", choices) == "repeat into Grade 1 A");
    const auto made = test::SmallSchool::plan(choices);
    BOOST_TEST(made.lines.front().reason == "ឪពុកម្តាយសុំ");
    BOOST_TEST((made.lines.front().by_rule.decision == Decision::promote));
    // As the rules say: no reason is kept.
    choices.learners[keo] = {Decision::promote, "x"};
    BOOST_TEST(test::SmallSchool::plan(choices).lines.front().reason == "");
}

BOOST_AUTO_TEST_CASE(nobody_is_promoted_where_nothing_is_above) {
    const auto keo = add(literacy, "KEO MOM");
    Choices choices;
    choices.learners[keo] = {Decision::promote, "x"};
    BOOST_TEST(test::code_of(rollover::make_plan(end(), choices)) == "rollover.no-level-above");
}

BOOST_AUTO_TEST_CASE(a_choice_for_somebody_who_is_not_asked_about_is_refused) {
    Choices choices;
    choices.learners[classes::EnrolmentId{404}] = {Decision::leave, "x"};
    BOOST_TEST(test::code_of(rollover::make_plan(end(), choices)) == "rollover.learner-unknown");
}

BOOST_AUTO_TEST_CASE(a_new_class_has_a_name) {
    Choices choices;
    choices.names[{first_grade, false}] = {" ", "Grade 1"};
    BOOST_TEST(test::code_of(rollover::make_plan(end(), choices)) == "class.name-missing");
}

BOOST_AUTO_TEST_CASE(who_left_may_come_back) {
    const auto keo = add(first_grade, "KEO MOM");
    leave(keo, classes::LeavingReason::work);
    Choices choices;
    choices.learners[keo] = {Decision::repeat, "ត្រឡប់មកវិញ"};
    BOOST_TEST(fate("KEO MOM", choices) == "repeat into Grade 1 A");
}

BOOST_AUTO_TEST_SUITE_END()

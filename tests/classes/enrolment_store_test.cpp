// SPDX-License-Identifier: GPL-3.0-or-later
#include "class_fixture.hpp"
#include "classes/enrolment_store.hpp"

#include <boost/test/unit_test.hpp>

using namespace classes;
using learners::LearnerId;
using storage::Transaction;
using namespace std::chrono_literals;

namespace {

constexpr core::Day first = 2025y / 11 / 3;

struct Fixture : test::ClassOffice {
    ClassId literacy_a = open(draft());

    std::string refusal(ClassId in, LearnerId who, core::Day from) {
        const auto enrolled = enrol(in, who, from);
        return enrolled ? "" : enrolled.error().code;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(enrolment_store, Fixture)

BOOST_AUTO_TEST_CASE(a_learner_with_only_a_year_of_birth_joins_the_class) {
    const LearnerId mum = learner("កែវ មុំ", "~1985");
    const auto enrolled = enrol(literacy_a, mum, first).value();
    BOOST_TEST(enrolled.hints.empty());
    const auto kept = load_enrolment(database, enrolled.id);
    BOOST_TEST((kept.learner == mum && kept.in == literacy_a && kept.first_day == first && kept.open()));
    BOOST_TEST((find_open_enrolment(database, literacy_a, mum) == enrolled.id));
    BOOST_TEST(last_audit().verb == "enrolment.open");
    BOOST_TEST((last_audit().uid == kept.uid));
}

BOOST_AUTO_TEST_CASE(a_second_open_enrolment_is_refused_with_the_day_of_the_first) {
    const LearnerId mum = learner("កែវ មុំ");
    BOOST_REQUIRE(enrol(literacy_a, mum, first));
    const auto again = enrol(literacy_a, mum, 2025y / 12 / 1);
    BOOST_REQUIRE(!again);
    BOOST_TEST(again.error().code == "enrolment.open");
    BOOST_TEST(again.error().fact("since") == "2025-11-03");
    // Another class at the same time is her own affair.
    BOOST_TEST(refusal(open(draft()), mum, first) == "");
}

BOOST_AUTO_TEST_CASE(who_left_with_a_reason_may_come_back_from_the_next_day) {
    const LearnerId mum = learner("កែវ មុំ");
    const auto enrolled = enrol(literacy_a, mum, first).value();
    BOOST_REQUIRE(leave(enrolled.id, 2025y / 12 / 5, LeavingReason::work));
    const auto left = load_enrolment(database, enrolled.id);
    BOOST_TEST((left.last_day == 2025y / 12 / 5 && left.reason == LeavingReason::work));
    BOOST_TEST(left.covers(2025y / 12 / 5));
    BOOST_TEST(!left.covers(2025y / 12 / 6));
    BOOST_TEST(last_audit().change.value() ==
               R"({"last_day":[null,"2025-12-05"],"leaving_reason":[null,"work"]})");

    BOOST_TEST(refusal(literacy_a, mum, 2025y / 12 / 5) == "enrolment.overlaps");
    BOOST_TEST(refusal(literacy_a, mum, 2025y / 12 / 6) == "");
    BOOST_TEST(enrolments_in(database, literacy_a).size() == 2U);
    const auto history = enrolments_of(database, mum);
    BOOST_REQUIRE(history.size() == 2U);
    BOOST_TEST((history[0].enrolment.first_day == 2025y / 12 / 6)); // newest first
    BOOST_TEST(history[0].programme == "literacy");
    BOOST_TEST(history[0].institution_km == "វត្តក្បាលថ្នល់");
}

BOOST_AUTO_TEST_CASE(an_enrolment_by_mistake_stands_in_nobodys_way) {
    const LearnerId mum = learner("កែវ មុំ");
    const auto mistake = enrol(literacy_a, mum, 2025y / 11 / 10).value();
    BOOST_REQUIRE(leave(mistake.id, 2025y / 11 / 10, LeavingReason::entered_by_mistake));
    BOOST_TEST(refusal(literacy_a, mum, first) == "");
}

BOOST_AUTO_TEST_CASE(nobody_joins_or_leaves_outside_the_days_of_the_class) {
    const LearnerId mum = learner("កែវ មុំ");
    BOOST_TEST(refusal(literacy_a, mum, 2025y / 11 / 2) == "enrolment.outside-class");
    BOOST_TEST(refusal(literacy_a, mum, 2026y / 5 / 1) == "enrolment.outside-class");
    const auto enrolled = enrol(literacy_a, mum, 2026y / 4 / 1).value();
    for (core::Day day : {core::Day{2026y / 3 / 31}, core::Day{2026y / 5 / 1}})
        BOOST_TEST(leave(enrolled.id, day, LeavingReason::other).error().code == "enrolment.outside-class");
    BOOST_REQUIRE(leave(enrolled.id, 2026y / 4 / 30, LeavingReason::other));
    BOOST_TEST(leave(enrolled.id, 2026y / 4 / 30, LeavingReason::other).error().code == "enrolment.left");
}

BOOST_AUTO_TEST_CASE(a_full_class_takes_the_next_when_one_leaves) {
    classes::Class small = draft();
    small.capacity = 1;
    const ClassId id = open(small);
    const auto one = enrol(id, learner("មួយ"), first).value();
    const LearnerId two = learner("ពីរ");
    BOOST_TEST(refusal(id, two, first) == "class.full");
    BOOST_REQUIRE(leave(one.id, first, LeavingReason::moved));
    BOOST_TEST(refusal(id, two, first) == "");
}

BOOST_AUTO_TEST_CASE(a_class_without_open_entry_begins_with_everyone) {
    classes::Class fixed = draft();
    fixed.open_entry = false;
    const ClassId id = open(fixed);
    BOOST_TEST(refusal(id, learner("មួយ"), 2025y / 11 / 5) == "class.entry-over");
    BOOST_TEST(refusal(id, learner("ពីរ"), first) == "");
}

BOOST_AUTO_TEST_CASE(a_closed_class_takes_and_loses_nobody) {
    const auto enrolled = enrol(literacy_a, learner("មួយ"), first).value();
    BOOST_REQUIRE(change([&](Transaction& tx) { return close_class(tx, literacy_a, 2026y / 4 / 30); }));
    BOOST_TEST(refusal(literacy_a, learner("ពីរ"), first) == "class.not-open");
    BOOST_TEST(leave(enrolled.id, first, LeavingReason::other).error().code == "class.not-open");
    BOOST_TEST(load_enrolment(database, enrolled.id).open());
}

BOOST_AUTO_TEST_CASE(an_age_the_programme_is_not_meant_for_is_said_and_not_refused) {
    const auto enrolled = enrol(literacy_a, learner("ចាស់", "1950-01-01"), first).value();
    BOOST_REQUIRE(enrolled.hints.size() == 1U);
    BOOST_TEST(enrolled.hints[0].code == "enrolment.age");
    BOOST_TEST(enrolled.hints[0].fact("age") == "75");
    BOOST_TEST(enrolled.hints[0].fact("to") == "45");
    const programmes::AgeRange adults{15, 45};
    const auto hinted = [&](std::string_view born) {
        return classes::age_hint(adults, core::partial_date_from_text(born), first).has_value();
    };
    BOOST_TEST(!hinted("2010-11-03")); // fifteen that very day
    BOOST_TEST(hinted("2010-11-04"));
    BOOST_TEST(!hinted("1980"));
    BOOST_TEST(!classes::age_hint(adults, std::nullopt, first).has_value());
}

BOOST_AUTO_TEST_CASE(who_is_not_there_is_named) {
    BOOST_TEST(refusal(literacy_a, LearnerId{99}, first) == "learner.unknown");
    BOOST_TEST(refusal(ClassId{99}, learner("មួយ"), first) == "class.unknown");
}

BOOST_AUTO_TEST_CASE(the_register_stands_in_dictionary_order) {
    for (const auto* name : {"សុខ ដារ៉ា", "កែវ មុំ", "ឃួន វណ្ណា"})
        BOOST_REQUIRE(enrol(literacy_a, learner(name), first));
    std::vector<std::string> names;
    for (const auto& one : enrolments_in(database, literacy_a))
        names.push_back(one.name_km);
    const std::vector<std::string> expected = {"កែវ មុំ", "ឃួន វណ្ណា", "សុខ ដារ៉ា"};
    BOOST_TEST(names == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_list_enrols_as_one_piece_of_work) {
    std::vector<LearnerId> list;
    for (int i = 0; i < 30; ++i)
        list.push_back(learner("អ្នក" + std::to_string(i)));
    classes::Class small = draft();
    small.capacity = 29;
    const ClassId id = open(small);
    change([&](Transaction& tx) {
        classes::Enroller enroller(tx, id);
        for (std::size_t i = 0; i < 29; ++i)
            BOOST_TEST(enroller.enrol(list[i], first).has_value());
        BOOST_TEST(enroller.enrol(list[0], first).error().code == "enrolment.open");
        BOOST_TEST(enroller.enrol(list[29], first).error().code == "class.full");
        tx.audit("import", "import", std::nullopt, "{}");
    });
    BOOST_TEST(list_classes(database).back().learners == 29);
}

BOOST_AUTO_TEST_CASE(a_learner_with_a_past_is_not_deleted) {
    const LearnerId mum = learner("កែវ មុំ");
    BOOST_REQUIRE(enrol(literacy_a, mum, first));
    const auto refused = change([&](Transaction& tx) { return delete_learner(tx, mum); });
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().code == "learner.has-history");
    BOOST_TEST(refused.error().fact("enrolments") == "1");
}

BOOST_AUTO_TEST_CASE(a_merge_takes_the_past_along_unless_both_sit_in_one_class) {
    const LearnerId mum = learner("កែវ មុំ"), twin = learner("កែវ មុំ");
    BOOST_REQUIRE(enrol(literacy_a, mum, first));
    const auto same = enrol(literacy_a, twin, first).value();
    const auto merge = [&] {
        return change([&](Transaction& tx) { return classes::repoint(tx, twin, mum); });
    };
    BOOST_TEST(merge().error().code == "enrolment.open");
    BOOST_TEST(enrolments_of(database, twin).size() == 1U);

    BOOST_REQUIRE(leave(same.id, 2025y / 11 / 7, LeavingReason::entered_by_mistake));
    change([&](Transaction& tx) {
        BOOST_TEST(classes::repoint(tx, twin, mum).has_value());
        tx.audit("learner.merge", "learner", std::nullopt, "{}");
    });
    BOOST_TEST(enrolments_of(database, twin).empty());
    BOOST_TEST(enrolments_of(database, mum).size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()

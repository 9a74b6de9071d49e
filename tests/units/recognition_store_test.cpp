// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/learner_store.hpp"
#include "staff/educator_store.hpp"
#include "storage/audit.hpp"
#include "units/merging.hpp"
#include "units/prior_learner.hpp"

#include <boost/test/unit_test.hpp>

BOOST_FIXTURE_TEST_SUITE(recognition_store, test::PriorLearner)

BOOST_AUTO_TEST_CASE(what_was_recognised_reads_back_with_evidence_and_assessors) {
    units::Recognition wanted = life_skills();
    wanted.evidence = {"  វិញ្ញាបនបត្រកាត់ដេរ ", "", "A shirt"};
    wanted.remark = "ធ្វើការ ៥ ឆ្នាំ";
    const auto id = recognise(wanted).value();
    const auto kept = units::find_recognition(database, id).value();
    BOOST_TEST((kept.recognition.evidence == std::vector<std::string>{"វិញ្ញាបនបត្រកាត់ដេរ", "A shirt"}));
    BOOST_REQUIRE(kept.recognition.assessors.size() == 2U);
    BOOST_TEST(kept.recognition.assessors[1].name == "ចាន់ សុផល");
    BOOST_TEST((kept.recognition.day == wanted.day));
    BOOST_TEST(kept.recognition.remark == wanted.remark);
    BOOST_TEST(kept.actor == "sokha");
    BOOST_TEST(!kept.withdrawal.has_value());
    BOOST_TEST(storage::audit_entries(database, 1).at(0).verb == "recognition.add");
    const auto earned = units::recognised_units(database, mom);
    BOOST_REQUIRE(earned.size() == 1U);
    BOOST_TEST(earned[0].unit == "life-skills");
    BOOST_TEST((earned[0].way == units::Way::recognition));
}

BOOST_AUTO_TEST_CASE(what_is_not_whole_is_refused_by_name_and_nothing_is_written) {
    const auto refused = [&](auto spoil) {
        units::Recognition wanted = life_skills();
        spoil(wanted);
        const auto id = recognise(wanted);
        BOOST_REQUIRE(!id);
        return id.error().code;
    };
    BOOST_TEST(refused([](auto& r) { r.evidence = {" ", ""}; }) == "recognition.no-evidence");
    BOOST_TEST(refused([](auto& r) { r.units.clear(); }) == "recognition.no-unit");
    BOOST_TEST(refused([](auto& r) { r.units = {"sewing"}; }) == "unit.unknown");
    BOOST_TEST(refused([](auto& r) { r.assessors.pop_back(); }) == "recognition.assessors-missing");
    // The same name in another spelling of its letters is the same person.
    BOOST_TEST(refused([](auto& r) { r.assessors[1].name = " សុខ  វណ្ណា"; }) == "recognition.assessor-twice");
    BOOST_TEST(refused([](auto& r) { r.day = core::Day{std::chrono::year{2025} / 12 / 2}; }) ==
               "recognition.day-ahead");
    BOOST_TEST(refused([](auto& r) { r.level = "grade-9"; }) == "class.level-unknown");
    BOOST_TEST(refused([](auto& r) { r.programme = "sewing"; }) == "programme.unknown");
    BOOST_TEST(refused([](auto& r) { r.learner = learners::LearnerId{999}; }) == "learner.unknown");
    BOOST_TEST(refused([](auto& r) { r.evidence.assign(31, "x"); }) == "recognition.too-much-evidence");
    BOOST_TEST(refused([](auto& r) { r.remark.assign(1001, 'x'); }) == "recognition.too-long");
    BOOST_TEST(refused([](auto& r) { r.assessors[0] = {staff::EducatorId{99}, ""}; }) == "educator.unknown");
    BOOST_TEST(units::recognitions_of(database, mom).empty());
}

BOOST_AUTO_TEST_CASE(an_educator_is_known_by_name_and_is_one_person_however_told) {
    const auto teacher = change([](storage::Transaction& tx) {
        staff::Educator educator;
        educator.name_km = "សុខ វណ្ណា";
        educator.name = "SOK VANNA";
        educator.sex = core::Sex::female;
        return staff::add_educator(tx, educator).value();
    });
    BOOST_TEST((units::read_assessor(database, " Sok Vanna").educator == teacher));
    BOOST_TEST(
        (units::read_assessor(database, std::to_string(static_cast<int>(teacher))).educator == teacher));
    BOOST_TEST(!units::read_assessor(database, "ចាន់ សុផល").educator.has_value());
    units::Recognition wanted = life_skills();
    wanted.assessors[1] = {teacher, ""};
    BOOST_TEST(recognise(wanted).error().code == "recognition.assessor-twice");
    wanted.assessors[0].name = "ចាន់ សុផល";
    const auto kept = units::find_recognition(database, recognise(wanted).value()).value();
    BOOST_TEST(kept.recognition.assessors[1].name == "សុខ វណ្ណា");
}

BOOST_AUTO_TEST_CASE(a_unit_is_earned_once) {
    BOOST_REQUIRE(recognise(life_skills()));
    BOOST_TEST(recognise(life_skills()).error().code == "unit.earned-already");
    close(class_id);
    units::Recognition academic = life_skills();
    academic.units = {"academic"};
    BOOST_TEST(recognise(academic).error().code == "unit.earned-already");
}

BOOST_AUTO_TEST_CASE(withdrawn_it_counts_no_more_and_stays_with_the_reason) {
    const auto id = recognise(life_skills()).value();
    const auto withdraw = [&](std::string_view reason) {
        storage::Transaction tx(database, {"dara"});
        auto done = units::withdraw(tx, id, reason);
        if (done) tx.commit();
        return done;
    };
    BOOST_TEST(withdraw("  ").error().code == "recognition.no-reason");
    BOOST_REQUIRE(withdraw("ឯកសារក្លែង"));
    BOOST_TEST(units::recognised_units(database, mom).empty());
    const auto kept = units::recognitions_of(database, mom).at(0);
    BOOST_REQUIRE(kept.withdrawal.has_value());
    BOOST_TEST(kept.withdrawal->reason == "ឯកសារក្លែង");
    BOOST_TEST(kept.withdrawal->actor == "dara");
    BOOST_TEST(storage::audit_entries(database, 1).at(0).verb == "recognition.withdraw");
    BOOST_TEST(withdraw("again").error().code == "recognition.withdrawn-already");
    // And may be assessed again.
    BOOST_TEST(recognise(life_skills()).has_value());
}

BOOST_AUTO_TEST_CASE(a_learner_whose_learning_was_recognised_is_not_deleted_as_a_mistake) {
    const auto other = change([](storage::Transaction& tx) {
        learners::Learner learner;
        learner.name_km = "សុខ ធារី";
        learner.sex = core::Sex::female;
        return learners::register_learner(tx, learner).value();
    });
    units::Recognition wanted = life_skills();
    wanted.learner = other;
    BOOST_REQUIRE(recognise(wanted));
    storage::Transaction tx(database, {"sokha"});
    BOOST_TEST(learners::delete_learner(tx, other).error().code == "learner.has-history");
}

BOOST_AUTO_TEST_SUITE_END()

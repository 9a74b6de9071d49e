// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/absences.hpp"
#include "certificates/eligibility.hpp"
#include "certificates/small_class.hpp"
#include "programmes/pack_store.hpp"

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

namespace {

const programmes::Pack& shipped(std::string_view programme) {
    for (const programmes::Pack& pack : programmes::shipped_packs())
        if (pack.programme == programme) return pack;
    throw std::logic_error("no such programme");
}

// Twenty days taken, the given ones away without leave.
attendance::Attendance attended(int taken, int absent) {
    attendance::Attendance attendance{.learner = {}};
    attendance.tally.taken = taken;
    attendance.tally.absent = absent;
    attendance.rate = core::Ratio{taken - absent, taken};
    return attendance;
}

std::string codes(const programmes::Pack& pack, const attendance::Attendance& attendance,
                  const assessment::Scores& scores = {}) {
    const auto result = assessment::result_of(pack, assessment::final_period(pack), scores,
                                              assessment::absences_of(attendance.tally));
    std::string text;
    for (const core::Error& reason : certificates::reasons_against(pack, {}, attendance, scores, result))
        text += (text.empty() ? "" : " ") + reason.code;
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(in_a_programme_without_marks_attendance_alone_decides) {
    BOOST_TEST(codes(shipped("skills"), attended(20, 4)) == "");
    BOOST_TEST(codes(shipped("skills"), attended(20, 5)) == "attendance.below");
}

BOOST_AUTO_TEST_CASE(units_from_elsewhere_are_not_asked_again_and_those_that_lack_are_named) {
    const programmes::Pack& pack = shipped("primary-equivalency");
    assessment::Scores scores;
    const auto give = [&](const char* unit, int hundredths) {
        for (const std::string& subject : programmes::find_unit(pack, unit)->subjects)
            for (const programmes::Period& period : pack.periods)
                if (period.takes_marks() && !programmes::is_retest(pack, period.key))
                    scores[{period.key, subject}] = assessment::Score::of(hundredths);
    };
    const auto elsewhere = [&](std::vector<std::string> keys) {
        std::vector<units::EarnedUnit> list;
        for (const std::string& key : keys)
            list.push_back(units::recognised(pack, "", *programmes::find_unit(pack, key), {}, november(1)));
        return list;
    };
    const auto asked = [&](const std::vector<units::EarnedUnit>& earned, int absent) {
        const auto attendance = attended(20, absent);
        const auto result = assessment::result_of(pack, assessment::final_period(pack), scores);
        std::string text;
        for (const core::Error& reason :
             certificates::reasons_against(pack, {}, attendance, scores, result, earned))
            text += (text.empty() ? "" : " ") + reason.code;
        return text;
    };
    give("academic", 800);
    BOOST_TEST(asked({}, 0) == "scores.missing");
    // The other unit was never examined here, and need not be.
    BOOST_TEST(asked(elsewhere({"life-skills"}), 0) == "");
    // The class still earns its own unit, under its attendance rule.
    BOOST_TEST(asked(elsewhere({"life-skills"}), 10) == "attendance.below");
    BOOST_TEST(asked(elsewhere({"academic", "life-skills"}), 10) == "");
    give("life-skills", 100);
    BOOST_TEST(asked(elsewhere({"academic"}), 0) == "unit.missing");
    // The whole average, which the failed unit pulls down, is not asked.
    give("academic", 510);
    BOOST_TEST(asked({}, 0) == "average.below unit.missing");
    BOOST_TEST(asked(elsewhere({"life-skills"}), 0) == "");
}

BOOST_AUTO_TEST_CASE(of_units_to_choose_those_from_elsewhere_count_too) {
    programmes::Pack pack = shipped("primary-equivalency");
    pack.award.units.clear();
    pack.award.choice = {"academic", "life-skills"};
    pack.award.any = 2;
    const auto elsewhere = units::recognised(pack, "", pack.units[1], {}, november(1));
    const auto result = assessment::result_of(pack, assessment::final_period(pack), {});
    const auto reasons = certificates::reasons_against(pack, {}, attended(20, 0), {}, result, {elsewhere});
    BOOST_REQUIRE(reasons.size() == 1U);
    BOOST_TEST(reasons[0].code == "unit.not-earned");
    BOOST_TEST(reasons[0].fact("unit") == pack.units[0].name.km);
    pack.award.any = 1;
    BOOST_TEST(certificates::reasons_against(pack, {}, attended(20, 20), {}, result, {elsewhere}).empty());
}

BOOST_AUTO_TEST_CASE(a_programme_that_gives_no_certificate_says_so_for_everyone) {
    BOOST_TEST(codes(shipped("post-literacy"), attended(20, 0)) == "award.none");
}

BOOST_AUTO_TEST_CASE(too_many_days_away_are_the_reason_whatever_the_marks) {
    programmes::Pack pack = shipped("primary");
    pack.award = shipped("literacy").award;
    pack.units = {{"all", {"ទាំងអស់", "All"}, {}, 500}};
    pack.award.units = {"all"};
    assessment::Scores scores;
    for (const auto& subject : pack.subjects) {
        pack.units[0].subjects.push_back(subject.key);
        for (const auto& period : pack.periods)
            if (period.takes_marks() && period.key != "RETEST")
                scores[{period.key, subject.key}] = assessment::Score::of(450);
    }
    BOOST_TEST(codes(pack, attended(150, 21), scores) == "absence.over-limit");
    BOOST_TEST(codes(pack, attended(150, 20), scores) == "average.below");
    // The retest makes up for the year, and for the unit that is the whole of it.
    scores[{"RETEST", "reading"}] = assessment::Score::of(600);
    BOOST_TEST(codes(pack, attended(150, 20), scores) == "");
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
// Units earned in two districts, joined by a transfer file: Kev Mom earned one unit of primary equivalency at
// Thma Koul; the award is given at Battambang, where she earns the other.
#include "certificates/award_list_store.hpp"
#include "certificates/issue.hpp"
#include "identity/merge.hpp"
#include "identity/record_store.hpp"
#include "identity/transfer_offices.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "programmes/pack_store.hpp"
#include "units/earned_store.hpp"
#include "units/outside_store.hpp"
#include "units/recognition_store.hpp"
#include "units/transcript.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using storage::Database;
using test::day;

namespace {

struct Joining : test::TransferOffices {
    documents::Fonts fonts = documents::Fonts::load(documents::font_folders({}));
    classes::ClassId first{}; // at Thma Koul, closed
    classes::EnrolmentId in_first{};
    classes::ClassId second{}; // at Battambang
    learners::LearnerId mom_there{};

    Joining() {
        clock.set(day(2026, 3, 2));
        first = open(thma_koul, "សមមូល ក");
        in_first = test::enrol(thma_koul, first, mom, day(2025, 11, 3));
        give(thma_koul, in_first, "academic", 700);
        give(thma_koul, in_first, "life-skills", 400);
        close(thma_koul, first);
        second = open(battambang, "សមមូល ខ");
    }

    classes::ClassId open(Database& at, const std::string& name_km) {
        storage::Transaction tx(at, {"sokha"});
        institutions::Institution centre;
        centre.name_km = "មជ្ឈមណ្ឌល " + name_km;
        classes::Class opened;
        opened.name_km = name_km;
        opened.pack = programmes::use_pack(tx, "primary-equivalency").value();
        opened.level = "grade-6";
        opened.institution = institutions::add_institution(tx, centre).value();
        opened.first_day = day(2025, 11, 3);
        opened.last_day = day(2026, 2, 27);
        opened.weekdays = classes::Weekdays::from_text("12345").value();
        opened.session_minutes = 120;
        const auto id = classes::open_class(tx, opened).value();
        attendance::take_days(tx, id, {opened.first_day, opened.last_day});
        tx.commit();
        return id;
    }

    void give(Database& at, classes::EnrolmentId enrolment, const char* unit, std::int64_t hundredths) {
        storage::Transaction tx(at, {"sokha"});
        const auto in = classes::load_class(at, classes::load_enrolment(at, enrolment).in);
        const auto pack = classes::load_rules(at, in);
        for (const std::string& subject : programmes::find_unit(pack, unit)->subjects)
            for (const programmes::Period& period : pack.periods)
                if (period.takes_marks() && !programmes::is_retest(pack, period.key))
                    BOOST_REQUIRE(assessment::set_score(tx, enrolment, {period.key, subject},
                                                        assessment::Score::of(hundredths)));
        tx.commit();
    }

    void close(Database& at, classes::ClassId in) {
        storage::Transaction tx(at, {"sokha"});
        BOOST_REQUIRE(classes::close_class(tx, in, day(2026, 3, 2)));
        tx.commit();
    }

    // She comes with her file and joins the class there.
    classes::EnrolmentId move() {
        mom_there = take_in(battambang, send(thma_koul, mom)).learner;
        return test::enrol(battambang, second, mom_there, day(2025, 11, 3));
    }

    certificates::Candidate candidate() {
        auto all = certificates::load_candidates(battambang, second);
        BOOST_REQUIRE(all.size() == 1U);
        return all.front();
    }

    std::string codes() {
        std::string text;
        for (const core::Error& reason : candidate().reasons)
            text += (text.empty() ? "" : " ") + reason.code;
        return text;
    }

    std::string issue() {
        storage::Transaction tx(battambang, {"dara"});
        core::NoProgress silent;
        const auto issued = certificates::issue_class(
            tx, second, office::open_signing_key(battambang).value(), fonts, silent);
        BOOST_REQUIRE(issued->issued.size() == 1U);
        tx.commit();
        return issued->issued.front().serial;
    }

    std::vector<certificates::AwardUnit> units_of(const std::string& serial) {
        return certificates::award_units_of(battambang,
                                            certificates::find_certificate(battambang, serial)->id);
    }

    core::Expected<units::RecognitionId> recognise(Database& at, learners::LearnerId learner) {
        storage::Transaction tx(at, {"sokha"});
        auto id = units::recognise(tx, {.learner = learner,
                                        .programme = "primary-equivalency",
                                        .units = {"life-skills"},
                                        .evidence = {"អាវមួយ", "ការប្រឡង"},
                                        .assessors = {{std::nullopt, "សុខ វណ្ណា"}, {std::nullopt, "ចាន់ សុផល"}},
                                        .day = day(2026, 2, 1)});
        if (id) tx.commit();
        return id;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(joined_units, Joining)

BOOST_AUTO_TEST_CASE(a_unit_earned_in_one_district_counts_for_the_award_in_the_other) {
    const auto enrolment = move();
    // What she has is not asked again; what lacks is named.
    BOOST_TEST(codes() == "scores.missing");
    BOOST_TEST(candidate().reasons[0].fact("subjects").find("គណិតវិទ្យា") == std::string::npos);
    give(battambang, enrolment, "life-skills", 450);
    BOOST_TEST(codes() == "unit.missing");
    BOOST_TEST(candidate().reasons[0].fact("unit") == "បំណិនជីវិត");
    give(battambang, enrolment, "life-skills", 650);
    BOOST_TEST(codes() == "");
    close(battambang, second);

    const auto serial = issue();
    const auto rests = units_of(serial);
    BOOST_REQUIRE(rests.size() == 2U);
    BOOST_TEST(rests[0].unit == "academic");
    BOOST_TEST(!rests[0].own_class);
    BOOST_TEST(rests[0].office->code == "0202");
    BOOST_TEST(rests[1].unit == "life-skills");
    BOOST_TEST(rests[1].own_class);
    // Neither class has the whole average: none is printed.
    const auto code = certificates::decode(certificates::find_certificate(battambang, serial)->code);
    BOOST_TEST(code->payload.result == "");
}

BOOST_AUTO_TEST_CASE(who_holds_the_certificate_already_is_judged_by_the_class_alone) {
    move();
    BOOST_REQUIRE(recognise(battambang, mom_there));
    close(battambang, second);
    issue();
    const auto third = open(battambang, "សមមូល គ");
    test::enrol(battambang, third, mom_there, day(2025, 11, 3));
    const auto again = certificates::load_candidates(battambang, third);
    BOOST_REQUIRE(again.size() == 1U);
    BOOST_TEST(again[0].reasons.at(0).code == "scores.missing");
    BOOST_TEST(again[0].units.empty());
}

BOOST_AUTO_TEST_CASE(the_record_and_the_transcript_tell_both_districts) {
    give(battambang, move(), "life-skills", 650);
    close(battambang, second);
    const auto record = identity::load_record(battambang, mom_there);
    BOOST_REQUIRE(record.units.size() == 2U);
    std::string offices;
    for (const auto& unit : record.units)
        offices += unit.unit + "@" + unit.office->code + " ";
    BOOST_TEST(
        (offices == "academic@0202 life-skills@0203 " || offices == "life-skills@0203 academic@0202 "));
    BOOST_REQUIRE(record.nearest.has_value());
    BOOST_TEST(record.nearest->reasons.empty());
    const auto earned = units::load_earned(battambang, mom_there);
    BOOST_REQUIRE(earned.size() == 2U);
    for (const units::EarnedUnit& unit : earned) {
        BOOST_TEST(unit.office.has_value() == (unit.unit == "academic"));
        BOOST_REQUIRE(unit.marks.has_value());
        BOOST_TEST(unit.marks->average_text == (unit.unit == "academic" ? "7.00" : "6.50"));
        // Subject by subject too: the file carries the marks.
        BOOST_TEST(unit.marks->subjects.size() == (unit.unit == "academic" ? 8U : 3U));
    }
    const auto sheet = units::transcript_sheet(units::load_transcript(battambang, mom_there));
    BOOST_TEST(sheet.sections.size() == 2U);
    BOOST_TEST(documents::lay_out(sheet, fonts).has_value());
}

BOOST_AUTO_TEST_CASE(what_was_recognised_travels_with_its_evidence_and_is_taken_as_such) {
    BOOST_REQUIRE(recognise(thma_koul, mom));
    const auto bytes = send(thma_koul, mom);
    const auto chapter = identity::read_transfer(bytes)->sender();
    BOOST_REQUIRE(chapter.recognitions.size() == 1U);
    BOOST_TEST(chapter.recognitions[0].evidence.size() == 2U);
    BOOST_TEST(chapter.recognitions[0].assessors[1] == "ចាន់ សុផល");
    const auto coming = plan(battambang, bytes);
    BOOST_REQUIRE(coming.chapters[0].recognitions.size() == 1U);
    BOOST_TEST((coming.chapters[0].recognitions[0] == identity::Novelty::fresh));
    move();
    // Both units were earned elsewhere: the class here has nothing left to earn.
    BOOST_TEST(codes() == "");
    const auto rests = candidate().units;
    BOOST_REQUIRE(rests.size() == 2U);
    BOOST_TEST((rests[1].way == units::Way::recognition) != (rests[0].way == units::Way::recognition));
    BOOST_TEST((identity::digest_of(identity::load_record(thma_koul, mom)) !=
                identity::digest_of(identity::load_record(battambang, mom_there)))); // a class more
    BOOST_TEST(
        (identity::load_record(thma_koul, mom).units == identity::load_record(battambang, mom_there).units));
    // It stands here already, as another office recognised it.
    BOOST_TEST(recognise(battambang, mom_there).error().code == "unit.earned-already");
}

BOOST_AUTO_TEST_CASE(withdrawn_there_it_counts_here_no_more_once_the_newer_file_comes) {
    const auto id = recognise(thma_koul, mom).value();
    move();
    BOOST_TEST(codes() == "");
    {
        storage::Transaction tx(thma_koul, {"sokha"});
        BOOST_REQUIRE(certificates::withdraw_recognition(tx, id, "ឯកសារក្លែង"));
        tx.commit();
    }
    take_in(battambang, send(thma_koul, mom));
    BOOST_TEST(codes() == "scores.missing");
}

BOOST_AUTO_TEST_CASE(a_replacement_rests_on_what_the_certificate_was_issued_on) {
    BOOST_REQUIRE(recognise(thma_koul, mom));
    move();
    close(battambang, second);
    const auto serial = issue();
    const auto before = units_of(serial);
    // The other office takes its unit back; the paper here was given in good faith.
    {
        storage::Transaction tx(thma_koul, {"sokha"});
        const auto id = units::recognitions_of(thma_koul, mom).at(0).recognition.id;
        BOOST_REQUIRE(units::withdraw(tx, id, "ឯកសារក្លែង"));
        tx.commit();
    }
    take_in(battambang, send(thma_koul, mom));
    storage::Transaction tx(battambang, {"dara"});
    auto learner = learners::load_learner(battambang, mom_there);
    learner.name_km = "កែវ មុំណា";
    BOOST_REQUIRE(learners::update_learner(tx, learner));
    const auto replaced =
        certificates::replace(tx, serial, "ឈ្មោះខុស", office::open_signing_key(battambang).value(), fonts);
    BOOST_REQUIRE(replaced);
    tx.commit();
    BOOST_TEST((units_of(replaced->serial) == before));
}

BOOST_AUTO_TEST_CASE(a_transfer_on_whose_units_a_certificate_rests_is_not_taken_back) {
    // She is known there before her file comes, so that the class is not what stands in the way.
    learners::Learner known = learners::load_learner(thma_koul, mom);
    known.identities.clear();
    mom_there = test::add_learner(battambang, known, second, day(2025, 11, 3));
    const auto taken = take_in(battambang, send(thma_koul, mom));
    BOOST_TEST(!taken.created);
    give(battambang, classes::find_open_enrolment(battambang, second, mom_there).value(), "life-skills", 650);
    close(battambang, second);
    const auto serial = issue();
    storage::Transaction tx(battambang, {"dara"});
    const auto refused = identity::undo_transfer(tx, *taken.id);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().code == "transfer.depended-on");
    BOOST_TEST(refused.error().fact("who") == serial);
}

BOOST_AUTO_TEST_CASE(a_transfer_is_not_taken_back_from_under_a_recognition) {
    const auto taken = take_in(battambang, send(thma_koul, mom));
    BOOST_REQUIRE(recognise(battambang, taken.learner));
    storage::Transaction tx(battambang, {"dara"});
    const auto refused = identity::undo_transfer(tx, *taken.id);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().fact("who") == "recognition 1");
}

BOOST_AUTO_TEST_CASE(a_recognition_under_a_certificate_or_an_approved_list_is_not_withdrawn) {
    const auto enrolment = move();
    const auto id = recognise(battambang, mom_there).value();
    (void)enrolment;
    close(battambang, second);
    const auto withdraw = [&] {
        storage::Transaction tx(battambang, {"dara"});
        return certificates::withdraw_recognition(tx, id, "ឯកសារក្លែង");
    };
    {
        storage::Transaction tx(battambang, {"dara"});
        BOOST_REQUIRE(certificates::approve_at_once(tx, second, "សុខ សុភា"));
        tx.commit();
    }
    BOOST_TEST(withdraw().error().code == "recognition.on-award-list");
    const auto serial = issue();
    BOOST_TEST(withdraw().error().code == "recognition.relied-on");
    BOOST_TEST(withdraw().error().fact("serials") == serial);
    {
        storage::Transaction tx(battambang, {"dara"});
        BOOST_REQUIRE(certificates::make_void(tx, serial, "ភស្តុតាងក្លែង"));
        tx.commit();
    }
    BOOST_TEST(withdraw().has_value());
}

BOOST_AUTO_TEST_CASE(chapters_taken_in_before_there_were_units_are_caught_up_with) {
    move();
    {
        // As a file of the last release is after its upgrade.
        storage::Transaction tx(battambang, {"dara"});
        tx.run("DELETE FROM outside_unit_mark");
        tx.run("DELETE FROM outside_unit");
        tx.run("DELETE FROM setting WHERE key = 'units.outside'");
        tx.audit("test.old", "setting", std::nullopt, "{}");
        tx.commit();
    }
    BOOST_TEST(units::outside_units(battambang, mom_there).empty());
    BOOST_TEST(identity::units_behind(battambang));
    storage::Transaction tx(battambang, {"dara"});
    identity::catch_up_units(tx);
    tx.commit();
    BOOST_TEST(!identity::units_behind(battambang));
    BOOST_TEST(units::outside_units(battambang, mom_there).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_merge_moves_both_kinds_and_its_undo_returns_them) {
    move();
    BOOST_REQUIRE(recognise(battambang, mom_there));
    learners::Learner other;
    other.name_km = "កែវ មុំ";
    other.sex = core::Sex::female;
    storage::Transaction tx(battambang, {"dara"});
    const auto kept = learners::register_learner(tx, other).value();
    const auto merged = identity::merge(tx, kept, mom_there).value();
    BOOST_TEST(units::load_earned(battambang, kept).size() == 2U);
    BOOST_REQUIRE(identity::undo_merge(tx, merged.id));
    BOOST_TEST(units::load_earned(battambang, kept).empty());
    BOOST_TEST(units::load_earned(battambang, mom_there).size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_merge_whose_units_a_later_certificate_rests_on_is_not_undone) {
    learners::Learner other;
    other.name_km = "កែវ មុំ";
    other.sex = core::Sex::female;
    const auto kept = test::add_learner(battambang, other, second, day(2025, 11, 3));
    mom_there = take_in(battambang, send(thma_koul, mom), {.another_person = true}).learner;
    BOOST_REQUIRE(recognise(battambang, mom_there));
    storage::Transaction tx(battambang, {"dara"});
    const auto merged = identity::merge(tx, kept, mom_there).value();
    tx.commit();
    close(battambang, second);
    const auto serial = issue();
    storage::Transaction again(battambang, {"dara"});
    const auto refused = identity::undo_merge(again, merged.id);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().code == "merge.depended-on");
    BOOST_TEST(refused.error().fact("who") == serial);
}

BOOST_AUTO_TEST_CASE(of_units_without_a_class_the_record_says_what_lacks) {
    const auto there = take_in(battambang, send(thma_koul, mom)).learner;
    learners::Learner alone;
    alone.name_km = "សុខ ធារី";
    alone.sex = core::Sex::female;
    storage::Transaction tx(battambang, {"dara"});
    const auto id = learners::register_learner(tx, alone).value();
    tx.commit();
    BOOST_REQUIRE(recognise(battambang, id));
    const auto nearest = identity::load_record(battambang, id).nearest;
    BOOST_REQUIRE(nearest.has_value());
    BOOST_REQUIRE(nearest->reasons.size() == 2U);
    BOOST_TEST(nearest->reasons[0].code == "award.no-class");
    BOOST_TEST(nearest->reasons[1].code == "unit.not-earned");
    BOOST_TEST(nearest->reasons[1].fact("unit") == "ចំណេះដឹងទូទៅ");
    (void)there;
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/margin_store.hpp"
#include "attendance/merging.hpp"
#include "identity/two_records.hpp"
#include "office/period_lock.hpp"
#include "storage/audit.hpp"

#include <boost/test/unit_test.hpp>

using attendance::Mark;
using identity::Whose;
using learners::Learner;
using learners::LearnerId;

namespace {

struct Merging : test::TwoRecords {
    std::string refused(LearnerId kept, LearnerId gone, const identity::MergeChoice& choice = {}) {
        const std::string before = test::digest_of(database);
        const auto merged = merge(kept, gone, choice);
        BOOST_REQUIRE(!merged.has_value());
        BOOST_TEST(test::digest_of(database) == before);
        return merged.error().code;
    }
    std::string marks(classes::EnrolmentId who) const {
        std::string text;
        for (const auto& month : attendance::load_marked_months(database, who))
            text += month.text();
        return text;
    }
};

// Every field set.
Learner everything() {
    Learner l;
    l.name_km = "សុខ សុភា";
    l.name = "SOK SOPHEA";
    l.sex = core::Sex::female;
    l.born = core::partial_date_from_text("2008-04-12");
    l.birthplace_code = "0202";
    l.birthplace_text = "ភូមិចាស់";
    l.village_code = "02020101";
    l.village_text = "ភូមិថ្មី";
    l.phone = "012345678";
    l.guardian = "សុខ ចាន់";
    l.guardian_phone = "097123456";
    l.ethnicity = "Kui";
    l.home_language = "km";
    l.equity_level = learners::EquityLevel::poor;
    l.equity_valid_to = core::Day{std::chrono::year{2027} / 1 / 31};
    l.washington.seeing = learners::Difficulty{2};
    l.disability_text = "គំហើញ";
    l.schooling = "grade 3";
    l.leaving_reason = "work";
    l.occupation = "farmer";
    l.migration = "Thailand 2019";
    l.class_text = "ក";
    l.note = "left-handed";
    l.consent_on = core::Day{std::chrono::year{2025} / 11 / 1};
    l.identities = {{learners::IdentityKind::birth_certificate, "123"}};
    return l;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(merge, Merging)

BOOST_AUTO_TEST_CASE(the_kept_record_takes_what_it_lacks_and_keeps_what_it_has) {
    Learner bare;
    bare.name_km = "សុខ សោភា";
    bare.sex = core::Sex::female;
    bare.phone = "011222333";
    bare.identities = {{learners::IdentityKind::student_id, "77"}};
    const auto kept = add(bare);
    const auto gone = add(everything());
    BOOST_REQUIRE(merge(kept, gone).has_value());

    Learner wanted = everything();
    wanted.name_km = "សុខ សោភា";
    wanted.phone = "011222333";
    wanted.identities.push_back({learners::IdentityKind::student_id, "77"});
    wanted.id = kept;
    // Also fields that a later version adds: what the store calls a field is a field of the merge.
    BOOST_TEST(learners::changes_to(database, wanted).empty());
    BOOST_TEST(!learners::find_learner(database, gone).has_value());
}

BOOST_AUTO_TEST_CASE(a_full_date_says_more_than_its_year_and_a_chosen_field_is_taken) {
    const auto kept = add("សុខ សុភា", "SOK SOPHEA", "2008");
    const auto gone = add("សុខ សោភា", "SOK SOPHA", "2008-04-12");
    identity::MergeChoice choice;
    choice.from_gone = identity::default_choice(load(kept), load(gone));
    BOOST_TEST(choice.from_gone->contains("born"));
    choice.from_gone->insert("name");
    BOOST_REQUIRE(merge(kept, gone, choice).has_value());
    BOOST_TEST(core::to_text(*load(kept).born) == "2008-04-12");
    BOOST_TEST(load(kept).name == "SOK SOPHA");
    BOOST_TEST(load(kept).name_km == "សុខ សុភា");
}

BOOST_AUTO_TEST_CASE(the_old_number_leads_to_the_person_and_is_not_given_again) {
    const auto kept = add("សុខ សុភា");
    const auto gone = add("សុខ សោភា");
    const Learner was = load(gone);
    BOOST_REQUIRE(merge(kept, gone).has_value());
    BOOST_TEST((learners::find_by_number(database, was.number) == kept));
    BOOST_TEST((learners::find_by_uid(database, was.uid) == kept));
    Learner bringing;
    bringing.name_km = "ចាន់ ដារ៉ា";
    bringing.sex = core::Sex::male;
    bringing.number = was.number;
    const auto taken = change([&](storage::Transaction& tx) {
        tx.audit("test", "learner", std::nullopt, "{}");
        return learners::register_learner(tx, bringing);
    });
    BOOST_REQUIRE(!taken.has_value());
    BOOST_TEST(taken.error().code == "learner.number-taken");
    BOOST_TEST((add("ចាន់ ដារ៉ា") != gone));
}

BOOST_AUTO_TEST_CASE(enrolments_with_their_marks_and_scores_follow) {
    const auto kept = add("សុខ សុភា");
    const auto gone = add("សុខ សោភា");
    const auto hers = enrol(gone, evening);
    mark(hers, 5, Mark::absent);
    score(hers, "reading", 750);
    BOOST_REQUIRE(merge(kept, gone).has_value());
    const auto classes = classes::enrolments_of(database, kept);
    BOOST_REQUIRE(classes.size() == 1U);
    BOOST_TEST((classes[0].enrolment.id == hers));
    BOOST_TEST(marks(hers).find('A') == 4U);
    BOOST_TEST(assessment::load_scores(database, hers).size() == 1U);
}

BOOST_AUTO_TEST_CASE(in_a_class_both_are_in_each_gives_what_only_it_has) {
    const auto kept = add("សុខ សុភា");
    const auto gone = add("សុខ សោភា");
    const auto first = enrol(kept, morning, 10);
    const auto second = enrol(gone, morning, 3);
    score(first, "reading", 750);
    mark(second, 5, Mark::permission);
    score(second, "dictation", 800);
    BOOST_REQUIRE(merge(kept, gone).has_value());
    BOOST_TEST(marks(first).find('P') == 4U);
    BOOST_TEST(assessment::load_scores(database, first).size() == 2U);
    const auto one = classes::load_enrolment(database, first);
    BOOST_TEST((one.first_day == test::november(3)));
    BOOST_TEST(one.open());
    const auto other = classes::load_enrolment(database, second);
    BOOST_TEST((other.learner == kept));
    BOOST_TEST((other.reason == classes::LeavingReason::entered_by_mistake));
    BOOST_TEST(marks(second).empty());
}

BOOST_AUTO_TEST_CASE(the_papers_totals_follow_where_the_kept_record_has_none_and_come_back) {
    const auto kept = add("សុខ សុភា");
    const auto gone = add("សុខ សោភា");
    const auto first = enrol(kept, morning);
    const auto second = enrol(gone, morning);
    const auto paper = [&](classes::EnrolmentId who, core::Month month, int absent) {
        change([&](storage::Transaction& tx) {
            return attendance::set_paper_margin(tx, who, month, {.absent = absent}).has_value();
        });
    };
    const core::Month november = core::month_of(test::november(3));
    const core::Month december{std::chrono::year{2025}, std::chrono::month{12}};
    paper(first, november, 1);
    paper(second, november, 2);
    paper(second, december, 3);
    const std::string before = test::digest_of(database);
    const auto id = merge(kept, gone);
    BOOST_REQUIRE(id.has_value());
    BOOST_TEST((attendance::load_paper_margin(database, first, november).absent == 1));
    BOOST_TEST((attendance::load_paper_margin(database, first, december).absent == 3));
    BOOST_TEST(attendance::load_paper_months(database, second).empty());
    BOOST_REQUIRE(undo(id->id).has_value());
    BOOST_TEST(test::digest_of(database) == before);
}

BOOST_AUTO_TEST_CASE(marks_that_disagree_wait_for_somebody_to_say_whose_count) {
    const auto kept = add("សុខ សុភា");
    const auto gone = add("សុខ សោភា");
    const auto first = enrol(kept, morning);
    const auto second = enrol(gone, morning);
    mark(first, 5, Mark::absent);
    mark(second, 6, Mark::absent);
    score(first, "reading", 750);
    score(second, "reading", 400);
    BOOST_TEST(refused(kept, gone) == "merge.registers-differ");

    identity::MergeChoice choice;
    choice.registers[morning] = Whose::gone;
    BOOST_REQUIRE(merge(kept, gone, choice).has_value());
    BOOST_TEST(marks(first).find('A') == 5U);
    BOOST_TEST(
        (assessment::load_scores(database, first).at({"S1", "reading"}) == assessment::Score::of(400)));
}

BOOST_AUTO_TEST_CASE(who_left_and_came_back_is_not_guessed_at) {
    const auto kept = add("សុខ សុភា");
    const auto gone = add("សុខ សោភា");
    const auto first = enrol(kept, morning);
    change([&](storage::Transaction& tx) {
        return classes::leave(tx, first, test::november(7), classes::LeavingReason::work).has_value();
    });
    enrol(kept, morning, 17);
    enrol(gone, morning);
    BOOST_TEST(refused(kept, gone) == "merge.class-tangled");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_merged_is_named) {
    const auto kept = add("សុខ សុភា");
    BOOST_TEST(refused(kept, kept) == "merge.same-record");
    BOOST_TEST(refused(kept, LearnerId{999}) == "learner.unknown");
    identity::MergeChoice choice;
    choice.from_gone = identity::FieldChoice{"shoe_size"};
    BOOST_TEST(refused(kept, add("សុខ សោភា"), choice) == "merge.field-unknown");
}

BOOST_AUTO_TEST_CASE(two_who_were_counted_in_an_accepted_period_are_merged_once_it_is_opened) {
    const auto shut = [&](unsigned month, unsigned last) {
        const std::string name = month == 11 ? "2025-11" : "2025-12";
        change([&](storage::Transaction& tx) {
            office::shut_period(
                tx, name, core::Day{std::chrono::year{2025} / std::chrono::month{month} / 1},
                core::Day{std::chrono::year{2025} / std::chrono::month{month} / std::chrono::day{last}},
                "receipt");
            return true;
        });
    };
    const auto open = [&](const std::string& period) {
        return change([&](storage::Transaction& tx) {
            return office::open_for_correction(tx, period, "one person twice").has_value();
        });
    };
    const auto kept = add("សុខ សុភា");
    const auto gone = add("សុខ សោភា");
    const auto alone = add("សុខ សោភី");
    enrol(kept, morning);
    enrol(gone, evening);
    shut(11, 30);
    BOOST_TEST(refused(kept, gone) == "period.locked");
    // Who was counted once is counted once afterwards, too.
    BOOST_TEST(merge(kept, alone).has_value());
    BOOST_TEST(open("2025-11"));
    const auto merged = merge(kept, gone);
    BOOST_REQUIRE(merged.has_value());
    // Accepted again, they are not made two behind its back.
    shut(12, 31);
    const std::string before = test::digest_of(database);
    const auto undone = undo(merged->id);
    BOOST_REQUIRE(!undone.has_value());
    BOOST_TEST(undone.error().code == "period.locked");
    BOOST_TEST(undone.error().fact("period") == "2025-12");
    BOOST_TEST(test::digest_of(database) == before);
    BOOST_TEST(open("2025-12"));
    BOOST_TEST(undo(merged->id).has_value());
}

BOOST_AUTO_TEST_CASE(one_audit_row_tells_the_whole_merge) {
    const auto kept = add("សុខ សុភា");
    const auto gone = add("សុខ សោភា");
    enrol(gone, evening);
    const auto before = storage::audit_entries(database, 1).at(0).seq;
    BOOST_REQUIRE(merge(kept, gone).has_value());
    const auto last = storage::audit_entries(database, 1).at(0);
    BOOST_TEST(last.seq == before + 1);
    BOOST_TEST(last.verb == "identity.merge");
    BOOST_TEST(!storage::audit_damage(database).has_value());
}

// Every table with a key of a learner or an enrolment is one that merging knows. Who adds one sees this fail,
// teaches its room's repoint and lists it here.
BOOST_AUTO_TEST_CASE(every_table_that_points_at_a_learner_is_known_to_merging) {
    std::string pointing;
    storage::Statement row = database.query(R"sql(
        SELECT t.name || ' ' || f."from" FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
        WHERE t.type = 'table' AND f."table" IN ('learner', 'enrolment') ORDER BY 1)sql");
    while (row.step())
        pointing += row.get<std::string>(0) + "\n";
    BOOST_TEST(pointing == "attendance_margin enrolment_id\nattendance_month enrolment_id\naward_list_row "
                           "enrolment_id\ncertificate enrolment_id\n"
                           "enrolment learner_id\nidentity_number learner_id\nlearner_alias learner_id\n"
                           "learner_photo learner_id\noutside_unit learner_id\npast_chapter learner_id\n"
                           "recognition learner_id\n"
                           // What was decided at a year's end stays with its enrolment.
                           "rollover_decision enrolment_id\nscore enrolment_id\nstatement enrolment_id\n");
}

BOOST_AUTO_TEST_SUITE_END()

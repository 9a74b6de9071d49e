// SPDX-License-Identifier: GPL-3.0-or-later
// A year rolled over, not twice, and taken back until somebody writes in a new class.
#include "classes/bulk_change.hpp"
#include "rollover/rollover_store.hpp"
#include "rollover/small_school.hpp"

#include <boost/test/unit_test.hpp>

using namespace std::chrono_literals;
using rollover::Choices;
using rollover::Decision;

namespace {

struct School : test::SmallSchool {
    classes::EnrolmentId promoted = add(first_grade, "KEO MOM");
    classes::EnrolmentId repeats = add(first_grade, "CHAN DARA", 250);
    classes::EnrolmentId awarded = add(literacy, "SOK THEARY");

    classes::ClassId opened(std::string_view name) const {
        for (const auto& row : classes::list_classes(database))
            if (row.name == name && scope().year.next().holds(row.first_day)) return row.id;
        throw std::logic_error("no such class");
    }
    classes::EnrolmentId only_one_in(classes::ClassId id) const {
        return classes::enrolments_in(database, id).at(0).enrolment.id;
    }
    // Everything that stands in the tables which are rolled over.
    std::string content() const {
        std::string all;
        for (const char* sql :
             {"SELECT id || name_km || first_day FROM class ORDER BY id",
              "SELECT class_id || '-' || educator_id FROM class_educator ORDER BY 1",
              "SELECT id || '-' || learner_id || '-' || class_id FROM enrolment ORDER BY id"}) {
            auto row = database.query(sql);
            while (row.step())
                all += row.get<std::string>(0) + "\n";
        }
        return all;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(rollover_store, School)

BOOST_AUTO_TEST_CASE(the_next_classes_are_opened_and_filled) {
    const auto done = roll_over().value();
    BOOST_TEST(next_year() == "Grade 1 A: CHAN DARA; Grade 2 A: KEO MOM");
    BOOST_TEST(done.opened.size() == 2U);
    BOOST_TEST(done.enrolled == 2);
    const auto next = classes::load_class(database, opened("Grade 2 A"));
    BOOST_TEST((next.educators == std::vector{teacher}));
    BOOST_TEST(next.weekdays.to_text() == "12345");
    BOOST_TEST(core::to_iso(classes::load_enrolment(database, only_one_in(next.id)).first_day) ==
               "2026-11-03");
    // The old classes stay as they were.
    BOOST_TEST((classes::load_class(database, first_grade).status == classes::Status::open));
    BOOST_TEST(classes::load_enrolment(database, promoted).open());
}

BOOST_AUTO_TEST_CASE(it_is_audited_with_numbers_and_reasons_and_without_names) {
    Choices choices;
    choices.learners[promoted] = {Decision::leave, "ផ្លាស់ទីលំនៅ"};
    BOOST_REQUIRE(roll_over(choices));
    const auto audit = last_audit();
    BOOST_TEST(audit.verb == "rollover.apply");
    const std::string change = audit.change.value();
    BOOST_TEST(change.find("ផ្លាស់ទីលំនៅ") != std::string::npos);
    BOOST_TEST(change.find("KEO MOM") == std::string::npos);
    BOOST_TEST(next_year() == "Grade 1 A: CHAN DARA");
    const auto all = rollover::list_rollovers(database);
    BOOST_REQUIRE(all.size() == 1U);
    BOOST_TEST(all[0].year == "2025-2026");
    BOOST_TEST(all[0].opened == 1);
    BOOST_TEST(all[0].enrolled == 1);
    BOOST_TEST(all[0].by_rule == 2);
    BOOST_TEST(all[0].otherwise == 1);
    BOOST_TEST(all[0].actor == "sokha");
}

BOOST_AUTO_TEST_CASE(running_it_twice_does_nothing_and_says_so) {
    BOOST_REQUIRE(roll_over());
    const std::string before = content();
    const auto again = roll_over();
    BOOST_TEST(test::code_of(again) == "rollover.done-already");
    BOOST_TEST(again.error().fact("year") == "2025-2026");
    BOOST_TEST(content() == before);
    BOOST_TEST(rollover::list_rollovers(database).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_year_without_classes_is_no_year_to_roll_over) {
    const auto refused = roll_over({.year = core::SchoolYear::from_text("2001-2002").value()}, {});
    BOOST_TEST(test::code_of(refused) == "rollover.nothing");
}

BOOST_AUTO_TEST_CASE(one_institution_after_the_other_comes_to_the_same) {
    BOOST_REQUIRE(roll_over({.year = scope().year, .institution = pagoda}, {}));
    BOOST_TEST(next_year() == "");
    BOOST_TEST(end().classes.size() == 3U);
    BOOST_TEST(end().done.size() == 1U);
    BOOST_REQUIRE(roll_over());
    BOOST_TEST(next_year() == "Grade 1 A: CHAN DARA; Grade 2 A: KEO MOM");
}

BOOST_AUTO_TEST_CASE(a_class_rolled_over_later_joins_what_was_opened) {
    BOOST_REQUIRE(roll_over());
    const auto late = open("ថ្នាក់ទី១ ខ", "Grade 1 B", "primary", "grade-1", school);
    add(late, "HENG VANNAK");
    BOOST_REQUIRE(roll_over());
    BOOST_TEST(next_year() == "Grade 1 A: CHAN DARA; Grade 2 A: HENG VANNAK KEO MOM");
}

BOOST_AUTO_TEST_CASE(who_is_in_two_classes_goes_on_in_both) {
    enrol(literacy, learner_of(promoted), 250);
    BOOST_REQUIRE(roll_over());
    BOOST_TEST(next_year() == "Grade 1 A: CHAN DARA; Grade 2 A: KEO MOM; Literacy 2026-2027: KEO MOM");
}

BOOST_AUTO_TEST_CASE(who_comes_out_of_two_classes_into_one_is_enrolled_once) {
    const auto first_b = open("ថ្នាក់ទី១ ខ", "Grade 1 B", "primary", "grade-1", school);
    enrol(first_b, learner_of(promoted));
    const auto done = roll_over().value();
    BOOST_TEST(next_year() == "Grade 1 A: CHAN DARA; Grade 2 A: KEO MOM");
    BOOST_TEST(done.enrolled == 2);
}

BOOST_AUTO_TEST_CASE(who_was_enrolled_for_next_year_by_hand_is_not_enrolled_again) {
    change([&](storage::Transaction& tx) {
        auto next = load_class(database, first_grade);
        next.id = {};
        next.uid = {};
        next.name = "Grade 2 evening";
        next.name_km = "ថ្នាក់ទី២ ល្ងាច";
        next.level = "grade-2";
        next.first_day = 2026y / 11 / 16;
        next.last_day = 2027y / 8 / 31;
        const auto id = open_class(tx, next).value();
        return classes::enrol(tx, id, learner_of(promoted), next.first_day);
    }).value();
    const auto done = roll_over().value();
    BOOST_TEST(done.enrolled == 1);
    BOOST_TEST(next_year() == "Grade 1 A: CHAN DARA; Grade 2 evening: KEO MOM");
}

BOOST_AUTO_TEST_CASE(two_records_that_became_one_person_go_on_as_one) {
    const auto first_b = open("ថ្នាក់ទី១ ខ", "Grade 1 B", "primary", "grade-1", school);
    const auto other = add(first_b, "KEO MOM");
    change([&](storage::Transaction& tx) {
        const auto gone = learner_of(other);
        BOOST_REQUIRE(classes::repoint(tx, gone, learner_of(promoted)));
        tx.audit("test.merge", "learner", std::nullopt, "{}");
    });
    BOOST_REQUIRE(roll_over());
    BOOST_TEST(next_year() == "Grade 1 A: CHAN DARA; Grade 2 A: KEO MOM");
}

BOOST_AUTO_TEST_CASE(what_the_rules_say_now_is_written_and_not_what_they_said_before) {
    const auto made = test::SmallSchool::plan();
    BOOST_TEST(made.count(Decision::promote) == 1);
    absent_two_months(promoted);
    BOOST_REQUIRE(roll_over());
    BOOST_TEST(next_year() == "Grade 1 A: CHAN DARA KEO MOM");
}

BOOST_AUTO_TEST_CASE(a_running_class_is_joined_from_today) {
    clock.set(core::Day{2026y / 11 / 20});
    const auto running = change([&](storage::Transaction& tx) {
        auto next = load_class(database, second_grade);
        next.id = {};
        next.uid = {};
        next.first_day = 2026y / 11 / 2;
        next.last_day = 2027y / 8 / 31;
        const auto id = open_class(tx, next).value();
        attendance::take_days(tx, id, {2026y / 11 / 2, 2026y / 11 / 19});
        return id;
    });
    const auto done = roll_over().value();
    BOOST_TEST(core::to_iso(classes::load_enrolment(database, only_one_in(running)).first_day) ==
               "2026-11-20");
    // The days it took before are no marks of hers.
    BOOST_TEST(undo(done.id).has_value());
}

BOOST_AUTO_TEST_CASE(undo_leaves_everything_as_it_was_and_the_year_can_be_rolled_over_again) {
    const std::string before = content();
    const auto done = roll_over().value();
    BOOST_TEST(rollover::enrolled_by(database, done.id).size() == 2U);
    BOOST_REQUIRE(undo(done.id));
    BOOST_TEST(content() == before);
    BOOST_TEST(last_audit().verb == "rollover.undo");
    BOOST_TEST(rollover::list_rollovers(database).at(0).undone_at.has_value());
    BOOST_TEST(test::code_of(undo(done.id)) == "rollover.undone-already");
    BOOST_TEST(test::code_of(undo(rollover::RolloverId{404})) == "rollover.unknown");
    BOOST_REQUIRE(roll_over());
    BOOST_TEST(next_year() == "Grade 1 A: CHAN DARA; Grade 2 A: KEO MOM");
}

BOOST_AUTO_TEST_CASE(after_the_first_day_taken_it_is_not_taken_back) {
    const auto done = roll_over().value();
    clock.set(core::Day{2026y / 11 / 10});
    change([&](storage::Transaction& tx) {
        return attendance::mark_all_present(tx, opened("Grade 2 A"), {core::Day{2026y / 11 / 4}});
    }).value();
    const std::string before = content();
    const auto refused = undo(done.id);
    BOOST_TEST(test::code_of(refused) == "rollover.marked");
    BOOST_TEST(refused.error().fact("classes") == "ថ្នាក់ទី២ ក");
    BOOST_TEST(content() == before);
}

BOOST_AUTO_TEST_CASE(after_the_first_score_it_is_not_taken_back) {
    const auto done = roll_over().value();
    const auto keo = only_one_in(opened("Grade 2 A"));
    BOOST_REQUIRE(change([&](storage::Transaction& tx) {
        return assessment::set_score(tx, keo, {"NOV", "reading"}, assessment::Score::of(700));
    }));
    BOOST_TEST(test::code_of(undo(done.id)) == "rollover.marked");
}

BOOST_AUTO_TEST_CASE(others_who_joined_since_are_named) {
    const auto done = roll_over().value();
    clock.set(core::Day{2026y / 11 / 10});
    change([&](storage::Transaction& tx) {
        return classes::enrol(tx, opened("Grade 2 A"), learner_of(awarded), 2026y / 11 / 10);
    }).value();
    const auto refused = undo(done.id);
    BOOST_TEST(test::code_of(refused) == "rollover.depended-on");
    BOOST_TEST(refused.error().fact("who") == "SOK THEARY");
}

BOOST_AUTO_TEST_CASE(a_class_that_was_changed_since_is_named) {
    const auto done = roll_over().value();
    BOOST_REQUIRE(change([&](storage::Transaction& tx) {
        auto changed = load_class(database, opened("Grade 2 A"));
        changed.name_km = "ថ្នាក់ទី២ ខ";
        return update_class(tx, changed);
    }));
    const auto refused = undo(done.id);
    BOOST_TEST(test::code_of(refused) == "rollover.depended-on");
    BOOST_TEST(refused.error().fact("who") == "ថ្នាក់ទី២ ខ");
}

BOOST_AUTO_TEST_CASE(who_moved_on_since_is_named) {
    const auto done = roll_over().value();
    const auto to = opened("Grade 1 A");
    change([&](storage::Transaction& tx) {
        return classes::apply_bulk(tx, {.kind = classes::BulkKind::move,
                                        .learners = {learner_of(promoted)},
                                        .from = opened("Grade 2 A"),
                                        .to = to,
                                        .day = 2026y / 11 / 10});
    }).value();
    BOOST_TEST(test::code_of(undo(done.id)) == "rollover.depended-on");
}

BOOST_AUTO_TEST_CASE(cancelled_it_has_written_nothing) {
    struct Cancelled final : core::Progress {
        void report(std::int64_t, std::int64_t) override {}
        bool cancelled() const override { return true; }
    } cancelled;
    const std::string before = content();
    BOOST_CHECK_THROW(
        change([&](storage::Transaction& tx) { return rollover::roll_over(tx, scope(), {}, cancelled); }),
        core::WorldFailure);
    BOOST_TEST(content() == before);
    BOOST_TEST(rollover::list_rollovers(database).empty());
}

BOOST_AUTO_TEST_SUITE_END()

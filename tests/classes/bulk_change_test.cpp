// SPDX-License-Identifier: GPL-3.0-or-later
#include "class_fixture.hpp"
#include "classes/bulk_change.hpp"

#include <boost/test/unit_test.hpp>

using namespace classes;
using learners::LearnerId;
using storage::Transaction;
using namespace std::chrono_literals;

namespace {

constexpr core::Day first = 2025y / 11 / 3;
constexpr core::Day december = 2025y / 12 / 1;

struct Fixture : test::ClassOffice {
    ClassId a = open(draft());
    ClassId b = open_named("អក្ខរកម្ម ខ");
    LearnerId mum = learner("កែវ មុំ");
    LearnerId dara = learner("សុខ ដារ៉ា", "1999");
    LearnerId vanna = learner("ឃួន វណ្ណា", "1995");

    ClassId open_named(const char* name, std::optional<int> capacity = std::nullopt) {
        classes::Class one = draft();
        one.name_km = name;
        one.capacity = capacity;
        return open(one);
    }
    BulkRequest enrolling(std::vector<LearnerId> who, ClassId to, core::Day from = first) const {
        return {.kind = BulkKind::enrol, .learners = std::move(who), .to = to, .day = from};
    }
    BulkRequest moving(std::vector<LearnerId> who, ClassId to, core::Day day) const {
        return {.kind = BulkKind::move, .learners = std::move(who), .to = to, .day = day};
    }
    BulkRequest leaving(std::vector<LearnerId> who, core::Day day) const {
        return {
            .kind = BulkKind::leave, .learners = std::move(who), .day = day, .reason = LeavingReason::work};
    }
    // The preview must say what then happens: nobody tells one thing and does another.
    BulkDone apply(const BulkRequest& request) {
        const BulkPlan said = plan_bulk(database, request);
        const auto done = change([&](Transaction& tx) { return apply_bulk(tx, request).value(); });
        BOOST_TEST(said.lines.size() == done.plan.lines.size());
        for (std::size_t i = 0; i < std::min(said.lines.size(), done.plan.lines.size()); ++i) {
            const BulkLine& x = said.lines[i];
            const BulkLine& y = done.plan.lines[i];
            BOOST_TEST((x.learner == y.learner && x.refusal == y.refusal && x.hints == y.hints &&
                        x.ended == y.ended));
        }
        return done;
    }
    // What stops a change, or nothing.
    std::string fault(const BulkRequest& request, std::size_t line = 0) const {
        const auto plan = plan_bulk(database, request);
        return plan.lines.at(line).refusal ? plan.lines[line].refusal->code : "";
    }
    core::Expected<void> undo(BulkId id) {
        storage::Transaction tx(database, {"sokha"});
        auto undone = undo_bulk(tx, id);
        if (undone) tx.commit();
        return undone;
    }
    // Everything that stands in the table, row by row.
    std::vector<std::string> enrolments() const {
        std::vector<std::string> all;
        storage::Statement row = database.query(
            "SELECT id || '|' || hex(uid) || '|' || learner_id || '|' || class_id || '|' || first_day || '|' "
            "|| "
            "ifnull(last_day, '-') || '|' || ifnull(leaving_reason, '-') FROM enrolment ORDER BY id");
        while (row.step())
            all.push_back(row.get<std::string>(0));
        return all;
    }
    std::int64_t audits() const { return database.value<std::int64_t>("SELECT count(*) FROM audit").value(); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(bulk_change, Fixture)

BOOST_AUTO_TEST_CASE(many_are_enrolled_at_once_with_one_row_in_the_audit) {
    const auto before = audits();
    const BulkDone done = apply(enrolling({mum, dara, vanna, mum}, a));
    BOOST_TEST(done.plan.lines.size() == 3U); // she who was chosen twice is one
    BOOST_TEST(done.enrolled.size() == 3U);
    BOOST_TEST(audits() == before + 1);
    BOOST_TEST(last_audit().verb == "bulk.enrol");
    BOOST_TEST(last_audit().change.value().find(done.plan.lines[1].number) != std::string::npos);
    BOOST_TEST(enrolments_in(database, a).size() == 3U);
    const auto all = list_bulk(database);
    BOOST_REQUIRE(all.size() == 1U);
    BOOST_TEST((all[0].id == done.id && all[0].learners == 3 && all[0].to_km == "អក្ខរកម្ម ក"));
    BOOST_TEST((all[0].actor == "sokha" && !all[0].undone_at));
    BOOST_TEST((touched_by(database, done.id) == std::vector{mum, dara, vanna}));
}

BOOST_AUTO_TEST_CASE(of_each_it_is_said_why_not_and_the_others_come_in) {
    BOOST_REQUIRE(enrol(a, dara, first));
    const LearnerId child = learner("ជា លី", "2021");
    const BulkDone done = apply(enrolling({mum, dara, child}, a, december));
    BOOST_TEST(!done.plan.lines[0].refusal);
    BOOST_TEST(done.plan.lines[1].refusal.value().code == "enrolment.open");
    BOOST_TEST(!done.plan.lines[2].refusal);
    BOOST_REQUIRE(done.plan.lines[2].hints.size() == 1U);
    BOOST_TEST(done.plan.lines[2].hints[0].code == "enrolment.age");
    BOOST_TEST(done.plan.possible() == 2);
    BOOST_TEST(done.enrolled.size() == 2U);
}

BOOST_AUTO_TEST_CASE(the_last_place_goes_to_the_first_who_asks) {
    const ClassId small = open_named("តូច", 2);
    const BulkDone done = apply(enrolling({mum, dara, vanna}, small));
    BOOST_TEST(done.plan.lines[2].refusal.value().code == "class.full");
    BOOST_TEST(enrolments_in(database, small).size() == 2U);
}

BOOST_AUTO_TEST_CASE(into_a_closed_class_nobody_goes_and_nothing_is_written) {
    change([&](Transaction& tx) { BOOST_REQUIRE(close_class(tx, b, december)); });
    BOOST_TEST(fault(enrolling({mum}, b)) == "class.not-open");
    const auto before = audits();
    storage::Transaction tx(database, {"sokha"});
    BOOST_TEST(apply_bulk(tx, enrolling({mum, dara}, b)).error().code == "bulk.nobody");
    BOOST_TEST(audits() == before);
}

BOOST_AUTO_TEST_CASE(a_move_ends_the_old_class_the_day_before_and_begins_the_new_one) {
    apply(enrolling({mum, dara}, a));
    apply(moving({mum, dara, vanna}, b, december));
    const auto history = enrolments_of(database, mum);
    BOOST_REQUIRE(history.size() == 2U);
    BOOST_TEST((history[0].enrolment.in == b && history[0].enrolment.first_day == december));
    BOOST_TEST((history[1].enrolment.last_day == 2025y / 11 / 30));
    BOOST_TEST((history[1].enrolment.reason == LeavingReason::transferred));
    BOOST_TEST(last_audit().verb == "bulk.move");
    // She was in no class: there is nothing to move.
    BOOST_TEST(enrolments_of(database, vanna).empty());
}

BOOST_AUTO_TEST_CASE(who_is_in_two_classes_moves_only_out_of_the_one_that_is_named) {
    const ClassId c = open_named("ជំនាញ");
    apply(enrolling({mum}, a));
    apply(enrolling({mum}, b));
    BOOST_TEST(fault(moving({mum}, c, december)) == "enrolment.several");
    BulkRequest named = moving({mum, dara}, c, december);
    named.from = b;
    BOOST_TEST(fault(named, 1) == "enrolment.none");
    apply(named);
    BOOST_TEST(find_open_enrolment(database, a, mum).has_value());
    BOOST_TEST(!find_open_enrolment(database, b, mum).has_value());
    BOOST_TEST(find_open_enrolment(database, c, mum).has_value());
}

BOOST_AUTO_TEST_CASE(nobody_moves_into_the_class_they_are_in_or_out_before_they_came) {
    apply(enrolling({mum}, a, december));
    BOOST_TEST(fault(moving({mum}, a, 2025y / 12 / 15)) == "enrolment.open");
    BOOST_TEST(fault(moving({mum}, b, december)) == "enrolment.outside-class");
}

BOOST_AUTO_TEST_CASE(many_leave_with_one_reason) {
    apply(enrolling({mum, dara}, a));
    const BulkDone done = apply(leaving({mum, dara, vanna}, december));
    BOOST_TEST(done.plan.lines[2].refusal.value().code == "enrolment.none");
    for (const LearnerId one : {mum, dara}) {
        const auto left = enrolments_of(database, one).at(0).enrolment;
        BOOST_TEST((left.last_day == december && left.reason == LeavingReason::work));
    }
    BOOST_TEST((list_bulk(database).at(0).reason == LeavingReason::work));
}

BOOST_AUTO_TEST_CASE(in_a_class_that_closed_there_is_nothing_to_leave) {
    apply(enrolling({mum}, a));
    change([&](Transaction& tx) { BOOST_REQUIRE(close_class(tx, a, 2026y / 4 / 30)); });
    BOOST_TEST(fault(leaving({mum}, december)) == "enrolment.none");
    BulkRequest named = leaving({mum}, december);
    named.from = a;
    BOOST_TEST(fault(named) == "class.not-open");
}

BOOST_AUTO_TEST_CASE(each_kind_is_taken_back_to_the_very_rows_that_were) {
    const auto nobody = enrolments();
    const BulkDone in = apply(enrolling({mum, dara}, a));
    const auto enrolled = enrolments();
    const BulkDone moved = apply(moving({mum, dara}, b, december));
    const auto in_b = enrolments();
    const BulkDone left = apply(leaving({mum, dara}, 2025y / 12 / 9));
    // Later work on others stands in nobody's way.
    BOOST_REQUIRE(enrol(a, vanna, first));
    const auto with_vanna = [&](std::vector<std::string> rows) {
        rows.push_back(enrolments().back());
        return rows;
    };
    BOOST_REQUIRE(undo(left.id));
    BOOST_TEST((enrolments() == with_vanna(in_b)));
    BOOST_TEST(last_audit().verb == "bulk.undo");
    BOOST_REQUIRE(undo(moved.id));
    BOOST_TEST((enrolments() == with_vanna(enrolled)));
    BOOST_REQUIRE(undo(in.id));
    BOOST_TEST((enrolments() == with_vanna(nobody)));
    BOOST_TEST(list_bulk(database).at(0).undone_at.has_value());
    BOOST_TEST(undo(in.id).error().code == "bulk.undone-already");
    BOOST_TEST(undo(BulkId{99}).error().code == "bulk.unknown");
    BOOST_TEST(!storage::audit_damage(database).has_value());
}

BOOST_AUTO_TEST_CASE(taking_back_refuses_and_names_whom_later_work_speaks_of) {
    const BulkDone done = apply(enrolling({mum, dara}, a));
    const EnrolmentId marked = *find_open_enrolment(database, a, dara);
    change([&](Transaction& tx) {
        tx.run("INSERT INTO attendance_month (enrolment_id, month, marks) VALUES (?1, '2025-11', "
               "'..P...........................')",
               marked);
        tx.audit("test", "attendance_month", std::nullopt, "{}");
    });
    const auto before = enrolments();
    const auto refused = undo(done.id);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().code == "bulk.depended-on");
    BOOST_TEST(refused.error().fact("who") == "សុខ ដារ៉ា");
    BOOST_TEST(refused.error().fact("count") == "1");
    BOOST_TEST((enrolments() == before));
}

BOOST_AUTO_TEST_CASE(taking_back_refuses_who_left_or_came_again_since) {
    const BulkDone in = apply(enrolling({mum, dara}, a));
    BOOST_REQUIRE(leave(*find_open_enrolment(database, a, mum), december, LeavingReason::moved));
    BOOST_TEST(undo(in.id).error().fact("who") == "កែវ មុំ");
    const BulkDone left = apply(leaving({dara}, december));
    BOOST_REQUIRE(enrol(a, dara, 2025y / 12 / 5));
    const auto before = enrolments();
    const auto refused = undo(left.id);
    BOOST_TEST(refused.error().code == "bulk.depended-on");
    BOOST_TEST(refused.error().fact("who") == "សុខ ដារ៉ា");
    BOOST_TEST((enrolments() == before));
}

BOOST_AUTO_TEST_CASE(taking_back_a_leave_needs_the_class_open_and_the_places_free) {
    const ClassId small = open_named("តូច", 1);
    apply(enrolling({mum}, small));
    const BulkDone left = apply(leaving({mum}, december));
    BOOST_REQUIRE(enrol(small, dara, december));
    BOOST_TEST(undo(left.id).error().code == "class.full");
    BOOST_TEST(enrolments_of(database, mum).at(0).enrolment.last_day.has_value());
    change([&](Transaction& tx) { BOOST_REQUIRE(close_class(tx, small, december)); });
    BOOST_TEST(undo(left.id).error().code == "class.not-open");
}

BOOST_AUTO_TEST_SUITE_END()

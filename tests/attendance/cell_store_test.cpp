// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/cell_store.hpp"
#include "attendance/margin_store.hpp"
#include "attendance/mark_store.hpp"
#include "attendance/register_store.hpp"
#include "attendance/sample_class.hpp"

#include <boost/test/unit_test.hpp>

using attendance::CellMark;
using attendance::CellsWritten;
using attendance::load_register;
using attendance::Mark;
using attendance::RegisterChange;
using storage::Transaction;
using test::code_of;
using namespace std::chrono_literals;

namespace {

constexpr core::Month december = 2025y / 12;

// Today is Wednesday 17 December 2025.
struct Fixture : test::SampleClass {
    core::Expected<CellsWritten> set(const std::vector<CellMark>& cells) {
        return change([&](Transaction& tx) { return attendance::set_cells(tx, class_id, cells); });
    }
    core::Expected<RegisterChange> back(const RegisterChange& step) {
        return change([&](Transaction& tx) { return attendance::take_back(tx, step); });
    }
    Mark on(std::size_t learner, core::Day day) {
        return attendance::load_month(database, enrolments[learner], core::month_of(day)).on(day);
    }
    bool taken(core::Day day) {
        return load_register(database, class_id, core::month_of(day)).days.taken.has(day);
    }
    CellMark cell(std::size_t learner, core::Day day, Mark mark) const {
        return {enrolments[learner], day, mark};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cell_store, Fixture)

BOOST_AUTO_TEST_CASE(a_range_is_one_write_with_one_row_of_the_audit) {
    const auto before = last_audit().seq;
    const auto done = set({cell(0, 2025y / 12 / 1, Mark::absent), cell(1, 2025y / 12 / 1, Mark::absent),
                           cell(0, 2025y / 12 / 2, Mark::permission)});
    BOOST_REQUIRE(done.has_value());
    BOOST_TEST(done->refused.empty());
    BOOST_TEST(done->change.cells.size() == 3U);
    BOOST_TEST(done->change.days.size() == 2U);
    BOOST_TEST(last_audit().seq == before + 1);
    BOOST_TEST(last_audit().verb == "attendance.marks");
    BOOST_TEST((on(1, 2025y / 12 / 1) == Mark::absent));
    BOOST_TEST(taken(2025y / 12 / 2));
}

BOOST_AUTO_TEST_CASE(cells_that_take_no_mark_are_named_and_the_others_written) {
    enrol("learner 200", 2025y / 12 / 8);
    change([&](Transaction& tx) { return attendance::mark_not_met(tx, class_id, 2025y / 12 / 3, "ទឹកជំនន់"); });
    const auto done = set({cell(3, 2025y / 12 / 1, Mark::absent), cell(0, 2025y / 12 / 3, Mark::absent),
                           cell(0, 2025y / 12 / 18, Mark::late), cell(1, 2025y / 12 / 1, Mark::late)});
    BOOST_REQUIRE(done.has_value());
    BOOST_REQUIRE(done->refused.size() == 3U);
    BOOST_TEST(done->refused[0].at == 0U);
    BOOST_TEST(done->refused[0].why.code == "day.outside-enrolment");
    BOOST_TEST(done->refused[1].why.code == "day.not-met");
    BOOST_TEST(done->refused[2].why.code == "day.future");
    BOOST_TEST((on(1, 2025y / 12 / 1) == Mark::late));
    BOOST_TEST((on(3, 2025y / 12 / 1) == Mark::none));
    BOOST_TEST(done->states.size() == 4U);
}

BOOST_AUTO_TEST_CASE(nothing_new_leaves_no_trace) {
    set({cell(0, 2025y / 12 / 1, Mark::absent)});
    const auto before = storage::audit_head(database);
    const auto again = set({cell(0, 2025y / 12 / 1, Mark::absent), cell(1, 2025y / 12 / 1, Mark::none)});
    BOOST_TEST(again->change.empty());
    BOOST_TEST((storage::audit_head(database) == before));
}

BOOST_AUTO_TEST_CASE(another_classes_enrolment_is_refused) {
    const auto done = set({{classes::EnrolmentId{999}, 2025y / 12 / 1, Mark::absent}});
    BOOST_REQUIRE(done->refused.size() == 1U);
    BOOST_TEST(done->refused[0].why.code == "enrolment.unknown");
    set_status("closed");
    BOOST_TEST(code_of(set({cell(0, 2025y / 12 / 1, Mark::absent)})) == "class.not-open");
}

BOOST_AUTO_TEST_CASE(taking_back_writes_what_stood_there_and_removes_no_history) {
    set({cell(0, 2025y / 12 / 1, Mark::permission)});
    const auto step = set({cell(0, 2025y / 12 / 1, Mark::absent), cell(1, 2025y / 12 / 2, Mark::late)});
    const auto before = last_audit().seq;
    BOOST_TEST(code_of(back(step->change)) == "");
    BOOST_TEST((on(0, 2025y / 12 / 1) == Mark::permission));
    BOOST_TEST((on(1, 2025y / 12 / 2) == Mark::none));
    BOOST_TEST(taken(2025y / 12 / 1));
    BOOST_TEST(!taken(2025y / 12 / 2)); // that step had taken it
    BOOST_TEST(last_audit().seq == before + 1);
    BOOST_TEST(last_audit().verb == "attendance.undo");
    BOOST_TEST(!storage::audit_damage(database).has_value());
}

BOOST_AUTO_TEST_CASE(what_was_written_over_since_is_named_and_nothing_is_taken_back) {
    const auto step = set({cell(0, 2025y / 12 / 1, Mark::absent), cell(1, 2025y / 12 / 1, Mark::absent)});
    set({cell(1, 2025y / 12 / 1, Mark::permission)});
    const auto before = storage::audit_head(database);
    const auto refused = back(step->change);
    BOOST_TEST(code_of(refused) == "attendance.changed-since");
    BOOST_TEST(refused.error().fact("where") == "learner 101 2025-12-01");
    BOOST_TEST(refused.error().fact("count") == "1");
    BOOST_TEST((on(0, 2025y / 12 / 1) == Mark::absent));
    BOOST_TEST((storage::audit_head(database) == before));
}

BOOST_AUTO_TEST_CASE(a_day_others_have_marks_on_stays_taken) {
    const auto step = set({cell(0, 2025y / 12 / 1, Mark::absent)});
    set({cell(1, 2025y / 12 / 1, Mark::permission)});
    BOOST_TEST(code_of(back(step->change)) == "");
    BOOST_TEST((on(0, 2025y / 12 / 1) == Mark::none));
    BOOST_TEST(taken(2025y / 12 / 1));
}

BOOST_AUTO_TEST_CASE(days_and_margins_are_taken_back_too) {
    const auto met = change(
        [&](Transaction& tx) { return attendance::mark_not_met(tx, class_id, 2025y / 12 / 3, "ទឹកជំនន់"); });
    BOOST_TEST(code_of(back(*met)) == "");
    BOOST_TEST(load_register(database, class_id, december).days.not_met.empty());
    const auto all = change([&](Transaction& tx) {
        return attendance::mark_all_present(tx, class_id, {2025y / 12 / 1, 2025y / 12 / 2});
    });
    BOOST_TEST(code_of(back(*all)) == "");
    BOOST_TEST(load_register(database, class_id, december).days.taken.empty());
    const auto typed = change([&](Transaction& tx) {
        return attendance::set_paper_margin(tx, enrolments[0], december, {.permission = 2});
    });
    BOOST_TEST(code_of(back(*typed)) == "");
    BOOST_TEST(load_register(database, class_id, december).rows[0].paper.empty());
    BOOST_TEST(code_of(back(*typed)) == "attendance.changed-since");
}

BOOST_AUTO_TEST_CASE(an_undo_can_itself_be_taken_back) {
    const auto step = set({cell(0, 2025y / 12 / 1, Mark::absent)});
    const auto undone = back(step->change);
    BOOST_REQUIRE(undone.has_value());
    BOOST_TEST(code_of(back(*undone)) == "");
    BOOST_TEST((on(0, 2025y / 12 / 1) == Mark::absent));
    BOOST_TEST(taken(2025y / 12 / 1));
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/mark_store.hpp"
#include "attendance/register_store.hpp"
#include "attendance/sample_class.hpp"
#include "storage/audit.hpp"

#include <boost/test/unit_test.hpp>

using attendance::DayState;
using attendance::load_register;
using attendance::Mark;
using storage::Transaction;
using test::code_of;
using namespace std::chrono_literals;

namespace {

constexpr core::Month december = 2025y / 12;

// Today is Wednesday 17 December 2025.
struct Fixture : test::SampleClass {
    auto mark(std::size_t learner, core::Day day, Mark mark) {
        return change(
            [&](Transaction& tx) { return attendance::set_mark(tx, enrolments[learner], day, mark); });
    }
    auto take(core::Day day) {
        return change([&](Transaction& tx) { return attendance::mark_all_present(tx, class_id, day); });
    }
    auto not_met(core::Day day, const std::string& reason) {
        return change([&](Transaction& tx) { return attendance::mark_not_met(tx, class_id, day, reason); });
    }
    auto forget(core::Day day) {
        return change([&](Transaction& tx) { return attendance::forget_day(tx, class_id, day); });
    }
    DayState state(core::Day day) {
        return load_register(database, class_id, core::month_of(day)).days.state(day, clock.today());
    }
    Mark mark_on(std::size_t learner, core::Day day) {
        return attendance::load_month(database, enrolments[learner], core::month_of(day)).on(day);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(mark_store, Fixture)

BOOST_AUTO_TEST_CASE(a_mark_typed_makes_the_day_taken_for_everyone) {
    BOOST_TEST((state(2025y / 12 / 1) == DayState::not_recorded));
    BOOST_TEST((mark(0, 2025y / 12 / 1, Mark::absent) == DayState::taken));
    const auto month = load_register(database, class_id, december);
    BOOST_TEST(month.rows[0].tally.absent == 1);
    BOOST_TEST(month.rows[1].tally.taken == 1);
    BOOST_TEST(month.rows[1].tally.absent == 0);
}

BOOST_AUTO_TEST_CASE(absent_mark_replaces_permission_on_the_same_day) {
    mark(0, 2025y / 12 / 1, Mark::permission);
    mark(0, 2025y / 12 / 1, Mark::absent);
    BOOST_TEST((mark_on(0, 2025y / 12 / 1) == Mark::absent));
}

BOOST_AUTO_TEST_CASE(taking_a_mark_back_leaves_the_day_taken) {
    mark(0, 2025y / 12 / 1, Mark::absent);
    mark(0, 2025y / 12 / 1, Mark::none);
    BOOST_TEST((state(2025y / 12 / 1) == DayState::taken));
    BOOST_TEST(load_register(database, class_id, december).rows[0].tally.absent == 0);
}

BOOST_AUTO_TEST_CASE(all_present_takes_the_day_and_keeps_what_was_typed) {
    mark(0, 2025y / 12 / 1, Mark::permission);
    BOOST_TEST(take(2025y / 12 / 1).has_value());
    BOOST_TEST(take(2025y / 12 / 2).has_value());
    BOOST_TEST((mark_on(0, 2025y / 12 / 1) == Mark::permission));
    BOOST_TEST(load_register(database, class_id, december).rows[0].tally.taken == 2);
}

BOOST_AUTO_TEST_CASE(an_absence_announced_ahead_counts_once_the_day_is_taken) {
    BOOST_TEST((mark(0, 2025y / 12 / 18, Mark::permission) == DayState::ahead));
    BOOST_TEST(load_register(database, class_id, december).rows[0].tally.taken == 0);
    clock.set(2025y / 12 / 18);
    BOOST_TEST(take(2025y / 12 / 18).has_value());
    BOOST_TEST(load_register(database, class_id, december).rows[0].tally.permission == 1);
}

BOOST_AUTO_TEST_CASE(nobody_is_late_or_present_on_a_day_to_come) {
    BOOST_TEST(code_of(mark(0, 2025y / 12 / 18, Mark::late)) == "day.future");
    BOOST_TEST(code_of(take(2025y / 12 / 18)) == "day.future");
}

BOOST_AUTO_TEST_CASE(a_mark_on_a_closed_day_is_kept_and_takes_nothing) {
    BOOST_TEST((mark(0, 2025y / 12 / 6, Mark::absent) == DayState::closed)); // a Saturday
    BOOST_TEST((mark_on(0, 2025y / 12 / 6) == Mark::absent));
    const auto row = load_register(database, class_id, december).rows[0];
    BOOST_TEST(row.tally.absent == 0);
    BOOST_TEST(row.tally.uncounted == 1);
    BOOST_TEST(code_of(take(2025y / 12 / 6)) == "day.closed");
}

BOOST_AUTO_TEST_CASE(days_outside_the_enrolment_are_refused) {
    enrol("learner 200", 2025y / 12 / 8);
    BOOST_TEST(code_of(mark(3, 2025y / 12 / 5, Mark::absent)) == "day.outside-enrolment");
    leave(enrolments[3], 2025y / 12 / 12, "moved");
    BOOST_TEST(code_of(mark(3, 2025y / 12 / 15, Mark::absent)) == "day.outside-enrolment");
    BOOST_TEST(code_of(mark(3, 2025y / 12 / 12, Mark::absent)) == "");
    const auto month = load_register(database, class_id, december);
    BOOST_TEST(month.rows[3].enrolled.count() == 5);
    BOOST_TEST(load_register(database, class_id, 2026y / 1).rows.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_day_the_class_did_not_meet_has_a_reason_and_takes_no_marks) {
    BOOST_TEST(code_of(not_met(2025y / 12 / 1, "")) == "day.no-reason");
    BOOST_TEST(not_met(2025y / 12 / 1, "ទឹកជំនន់").has_value());
    BOOST_TEST((state(2025y / 12 / 1) == DayState::not_met));
    const auto refused = mark(0, 2025y / 12 / 1, Mark::absent);
    BOOST_TEST(code_of(refused) == "day.not-met");
    BOOST_TEST(refused.error().fact("reason") == "ទឹកជំនន់");
    BOOST_TEST(code_of(take(2025y / 12 / 1)) == "day.not-met");
    BOOST_TEST(not_met(2025y / 12 / 19, "ប្រជុំ").has_value()); // known ahead
    mark(0, 2025y / 12 / 2, Mark::absent);
    BOOST_TEST(code_of(not_met(2025y / 12 / 2, "ទឹកជំនន់")) == "day.has-marks");
}

BOOST_AUTO_TEST_CASE(a_day_taken_by_mistake_is_taken_back_while_no_mark_stands_on_it) {
    take(2025y / 12 / 1);
    BOOST_TEST(forget(2025y / 12 / 1).has_value());
    BOOST_TEST((state(2025y / 12 / 1) == DayState::not_recorded));
    mark(0, 2025y / 12 / 2, Mark::absent);
    BOOST_TEST(code_of(forget(2025y / 12 / 2)) == "day.has-marks");
}

BOOST_AUTO_TEST_CASE(a_class_that_is_closed_takes_no_marks) {
    set_status("closed");
    BOOST_TEST(code_of(mark(0, 2025y / 12 / 1, Mark::absent)) == "class.not-open");
    BOOST_TEST(code_of(take(2025y / 12 / 1)) == "class.not-open");
    BOOST_TEST(code_of(not_met(2025y / 12 / 1, "x")) == "class.not-open");
    BOOST_TEST(code_of(forget(2025y / 12 / 1)) == "class.not-open");
}

BOOST_AUTO_TEST_CASE(a_long_absence_is_written_on_every_school_day_at_once) {
    const auto ill = change([&](Transaction& tx) {
        return attendance::set_marks(tx, enrolments[0], {2025y / 11 / 27, 2025y / 12 / 3}, Mark::permission);
    });
    BOOST_REQUIRE(ill.has_value());
    BOOST_TEST(ill->cells.size() == 5U);
    BOOST_TEST(load_register(database, class_id, 2025y / 11).rows[0].tally.permission == 2);
    BOOST_TEST(load_register(database, class_id, december).rows[0].tally.permission == 3);
    const auto weekend = change([&](Transaction& tx) {
        return attendance::set_marks(tx, enrolments[0], {2025y / 12 / 6, 2025y / 12 / 7}, Mark::permission);
    });
    BOOST_TEST(code_of(weekend) == "day.none");
}

BOOST_AUTO_TEST_CASE(several_days_are_taken_at_once_or_none_of_them) {
    const auto taken = change([&](Transaction& tx) {
        return attendance::mark_all_present(tx, class_id, {2025y / 12 / 1, 2025y / 12 / 2, 2025y / 12 / 3});
    });
    BOOST_REQUIRE(taken.has_value());
    BOOST_TEST(taken->days.size() == 3U);
    BOOST_TEST(load_register(database, class_id, december).days.taken.count() == 3);
    const auto refused = change([&](Transaction& tx) {
        return attendance::mark_all_present(tx, class_id, {2025y / 12 / 4, 2025y / 12 / 6});
    });
    BOOST_TEST(code_of(refused) == "day.closed");
    BOOST_TEST((state(2025y / 12 / 4) == DayState::not_recorded));
}

BOOST_AUTO_TEST_CASE(every_school_day_that_has_come_is_taken_by_an_import) {
    clock.set(2026y / 1 / 5);
    int taken = 0;
    change([&](Transaction& tx) {
        taken = attendance::take_days(tx, class_id, {2025y / 12 / 1, 2025y / 12 / 31});
        tx.audit("import", "class_day", std::nullopt, "{}");
    });
    const auto month = load_register(database, class_id, december);
    BOOST_TEST(taken == month.days.school().count());
    BOOST_TEST((month.days.taken == month.days.school()));
    clock.set(2026y / 1 / 7);
    change([&](Transaction& tx) {
        taken = attendance::take_days(tx, class_id, {2025y / 12 / 1, 2026y / 1 / 31});
        tx.audit("import", "class_day", std::nullopt, "{}");
    });
    BOOST_TEST(taken == 3); // 2, 5 and 6 January: the 1st and the 7th are holidays, the 8th is to come
}

BOOST_AUTO_TEST_CASE(a_month_without_marks_keeps_no_row) {
    mark(0, 2025y / 12 / 1, Mark::absent);
    mark(0, 2025y / 12 / 1, Mark::none);
    BOOST_TEST(database.value<std::int64_t>("SELECT count(*) FROM attendance_month").value_or(-1) == 0);
}

BOOST_AUTO_TEST_CASE(a_mark_leaves_what_it_was_and_is_in_the_audit) {
    mark(0, 2025y / 12 / 1, Mark::permission);
    mark(0, 2025y / 12 / 1, Mark::absent);
    const auto entry = storage::audit_entries(database, 1).front();
    BOOST_TEST(entry.verb == "attendance.mark");
    BOOST_TEST(entry.actor == "sokha");
    BOOST_TEST(entry.change.value_or("") == R"({"2025-12-01":["P","A"]})");
}

BOOST_AUTO_TEST_CASE(the_same_mark_again_leaves_no_trace) {
    mark(0, 2025y / 12 / 1, Mark::permission);
    const auto before = storage::audit_head(database);
    mark(0, 2025y / 12 / 1, Mark::permission);
    BOOST_TEST((storage::audit_head(database) == before));
}

BOOST_AUTO_TEST_SUITE_END()

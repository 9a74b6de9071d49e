// SPDX-License-Identifier: GPL-3.0-or-later
#include "class_fixture.hpp"
#include "classes/class_store.hpp"

#include <boost/test/unit_test.hpp>

using namespace classes;
using storage::Transaction;
using namespace std::chrono_literals;

namespace {

struct Fixture : test::ClassOffice {
    std::string refusal(const Class& c) {
        const auto opened = change([&](Transaction& tx) { return open_class(tx, c); });
        return opened ? "" : opened.error().code;
    }
    std::string close(ClassId id) {
        const auto closed = change([&](Transaction& tx) { return close_class(tx, id, 2026y / 4 / 30); });
        return closed ? "" : closed.error().code;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(class_store, Fixture)

BOOST_AUTO_TEST_CASE(a_class_in_a_pagoda_is_opened_and_kept) {
    Class full = draft();
    full.level = "grade-3";
    full.capacity = 25;
    full.open_entry = false;
    full.multigrade = true;
    const ClassId id = open(full);
    const Class kept = load_class(database, id);
    full.id = id;
    full.uid = kept.uid;
    BOOST_TEST((kept == full));
    BOOST_TEST((find_by_uid(database, kept.uid) == id));
    BOOST_TEST(last_audit().verb == "class.open");
    const auto rows = list_classes(database);
    BOOST_REQUIRE(rows.size() == 1U);
    BOOST_TEST(rows[0].programme == "literacy");
    BOOST_TEST(rows[0].institution_km == "វត្តក្បាលថ្នល់");
}

BOOST_AUTO_TEST_CASE(what_is_no_class_is_refused_by_its_reason) {
    const auto with = [&](auto edit) {
        Class c = draft();
        edit(c);
        return refusal(c);
    };
    BOOST_TEST(with([](Class& c) { c.name_km = " "; }) == "class.name-missing");
    BOOST_TEST(with([](Class& c) { c.last_day = {}; }) == "class.days-missing");
    BOOST_TEST(with([](Class& c) { c.last_day = 2025y / 11 / 2; }) == "class.days-reversed");
    BOOST_TEST(with([](Class& c) { c.weekdays = {}; }) == "class.weekdays-missing");
    BOOST_TEST(with([](Class& c) { c.session_minutes = 14; }) == "class.session-length");
    BOOST_TEST(with([](Class& c) { c.session_minutes = 721; }) == "class.session-length");
    BOOST_TEST(with([](Class& c) { c.capacity = 0; }) == "class.capacity");
    BOOST_TEST(with([](Class& c) { c.level = "grade-12"; }) == "class.level-unknown");
    BOOST_TEST(with([](Class& c) { c.institution = institutions::InstitutionId{9}; }) ==
               "institution.unknown");
    BOOST_TEST(with([](Class& c) { c.educators = {staff::EducatorId{9}}; }) == "educator.unknown");
    BOOST_TEST(list_classes(database).empty());
}

BOOST_AUTO_TEST_CASE(a_list_finds_the_open_class_it_names_however_it_is_spelt) {
    const ClassId a = open(draft());
    Class other = draft();
    other.name_km = "អក្ខរកម្ម ខ";
    other.name = "Literacy B";
    open(other);
    for (const auto* name : {"អក្ខរកម្ម ក", "អក្ខរកម្មក", " អក្ខរ\u200Bកម្ម  ក", "literacy a"})
        BOOST_TEST((find_open_named(database, name) == std::vector{a}), name);
    BOOST_TEST(find_open_named(database, "អក្ខរកម្ម").empty());
    BOOST_TEST(find_open_named(database, "").empty());

    const ClassId twin = open(draft());
    BOOST_TEST((find_open_named(database, "អក្ខរកម្ម ក") == std::vector{a, twin}));
    BOOST_TEST(close(a) == "");
    BOOST_TEST((find_open_named(database, "អក្ខរកម្ម ក") == std::vector{twin}));
}

BOOST_AUTO_TEST_CASE(an_end_in_the_past_does_not_close_a_class) {
    const ClassId id = open(draft());
    clock.set(core::Day{2027y / 1 / 1});
    BOOST_TEST((load_class(database, id).status == classes::Status::open));
    BOOST_TEST((find_open_named(database, "អក្ខរកម្ម ក") == std::vector{id}));
}

BOOST_AUTO_TEST_CASE(a_closed_class_stays_closed) {
    const ClassId id = open(draft());
    BOOST_TEST(close(id) == "");
    BOOST_TEST((load_class(database, id).closed_on == 2026y / 4 / 30));
    BOOST_TEST(last_audit().change.value() ==
               R"({"status":["open","closed"],"closed_on":[null,"2026-04-30"]})");
    BOOST_TEST(close(id) == "class.not-open");
    Class changed = load_class(database, id);
    changed.name_km = "ថ្មី";
    const auto refused = change([&](Transaction& tx) { return update_class(tx, changed); });
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().code == "class.not-open");
    BOOST_TEST(refused.error().fact("status") == "closed");
}

BOOST_AUTO_TEST_CASE(what_a_class_is_closed_without_stays_in_the_audit) {
    const ClassId id = open(draft());
    change([&](Transaction& tx) {
        return close_class(tx, id, 2026y / 4 / 30, {{"days_not_recorded", "2025-11: 3, 5"}}).has_value();
    });
    BOOST_TEST(last_audit().change.value() ==
               R"({"status":["open","closed"],"closed_on":[null,"2026-04-30"],)"
               R"("days_not_recorded":[null,"2025-11: 3, 5"]})");
}

BOOST_AUTO_TEST_CASE(a_class_closed_too_early_is_opened_again_with_a_reason) {
    const ClassId id = open(draft());
    const auto reopen = [&](std::string_view reason) {
        const auto done = change([&](Transaction& tx) { return reopen_class(tx, id, reason); });
        return done ? std::string{} : done.error().code;
    };
    BOOST_TEST(reopen("ខុសថ្ងៃ") == "class.open-already");
    BOOST_TEST(close(id) == "");
    BOOST_TEST(reopen(" \u200b ") == "class.no-reason");
    BOOST_TEST((load_class(database, id).status == classes::Status::closed));
    BOOST_TEST(reopen(" ពិន្ទុ  ខ្វះ ") == "");
    BOOST_TEST((load_class(database, id).status == classes::Status::open));
    BOOST_TEST(!load_class(database, id).closed_on.has_value());
    BOOST_TEST(last_audit().verb == "class.reopen");
    BOOST_TEST(last_audit().change.value() ==
               R"({"status":["closed","open"],"closed_on":["2026-04-30",null],"reason":[null,"ពិន្ទុ ខ្វះ"]})");
    // It is as open as before: learners join, and it closes again.
    BOOST_TEST(enrol(id, learner("កែវ មុំ"), 2025y / 11 / 3).has_value());
    BOOST_TEST(close(id) == "");
}

BOOST_AUTO_TEST_CASE(what_the_headteacher_approved_or_signed_is_not_opened_again) {
    const ClassId id = open(draft());
    BOOST_TEST(close(id) == "");
    const auto step_and_reopen = [&](void (*step)(Transaction&, ClassId)) {
        change([&](Transaction& tx) {
            step(tx, id);
            tx.audit("test", "class", std::nullopt, "{}");
        });
        return change([&](Transaction& tx) { return reopen_class(tx, id, "ខុស"); }).error().code;
    };
    BOOST_TEST(step_and_reopen(mark_approved) == "class.reopen-approved");
    BOOST_TEST(step_and_reopen(mark_issued) == "class.reopen-issued");
    BOOST_TEST((load_class(database, id).status == classes::Status::issued));
}

BOOST_AUTO_TEST_CASE(steps_are_taken_in_their_order_only) {
    const ClassId id = open(draft());
    BOOST_CHECK_THROW(change([&](Transaction& tx) { mark_issued(tx, id); }), std::logic_error);
    BOOST_TEST(close(id) == "");
    change([&](Transaction& tx) {
        mark_approved(tx, id);
        mark_issued(tx, id);
        tx.audit("certificate.issue", "class", std::nullopt, "{}");
    });
    BOOST_TEST((load_class(database, id).status == classes::Status::issued));
}

BOOST_AUTO_TEST_CASE(new_days_do_not_leave_a_learner_outside) {
    const ClassId id = open(draft());
    BOOST_REQUIRE(enrol(id, learner("ឃួន វណ្ណា"), 2025y / 11 / 3));
    Class changed = load_class(database, id);
    changed.first_day = 2025y / 11 / 5;
    const auto refused = change([&](Transaction& tx) { return update_class(tx, changed); });
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().code == "class.enrolments-outside");
    changed.first_day = 2025y / 11 / 3;
    changed.last_day = 2026y / 5 / 29;
    changed.educators.clear();
    BOOST_TEST(change([&](Transaction& tx) { return update_class(tx, changed).has_value(); }));
    BOOST_TEST((load_class(database, id) == changed));
    BOOST_TEST(last_audit().change.value() ==
               R"({"last_day":["2026-04-30","2026-05-29"],"educators":["1",null]})");
}

BOOST_AUTO_TEST_CASE(lists_count_who_is_in_the_class_and_know_its_teacher_and_place) {
    const ClassId id = open(draft());
    BOOST_REQUIRE(enrol(id, learner("ឃួន វណ្ណា", "1998", core::Sex::male), 2025y / 11 / 3));
    BOOST_REQUIRE(enrol(id, learner("កែវ មុំ"), 2025y / 11 / 3));
    const auto left = enrol(id, learner("គង់ ស្រីពៅ"), 2025y / 11 / 3).value();
    BOOST_REQUIRE(leave(left.id, 2025y / 11 / 10, classes::LeavingReason::moved));
    const auto rows = list_classes(database);
    BOOST_TEST(rows.at(0).learners == 2);
    BOOST_TEST(rows.at(0).female == 1);
    BOOST_TEST(classes_at(database, pagoda).size() == 1U);
    BOOST_TEST(classes_at(database, institutions::InstitutionId{77}).empty());
    BOOST_TEST(classes_taught_by(database, teacher).size() == 1U);
    BOOST_TEST(classes_taught_by(database, staff::EducatorId{77}).empty());
}

BOOST_AUTO_TEST_SUITE_END()

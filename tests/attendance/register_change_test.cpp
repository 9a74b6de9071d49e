// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/register.hpp"
#include "attendance/register_store.hpp"
#include "attendance/sample_class.hpp"
#include "attendance/sitting.hpp"

#include <boost/test/unit_test.hpp>

using attendance::load_register;
using attendance::Mark;
using attendance::Register;
using namespace std::chrono_literals;

namespace {

constexpr core::Month december = 2025y / 12;

void must_equal(const Register& shown, const Register& read) {
    BOOST_TEST((shown.days.taken == read.days.taken));
    BOOST_TEST((shown.days.not_met == read.days.not_met));
    BOOST_TEST((shown.reasons == read.reasons));
    BOOST_REQUIRE(shown.rows.size() == read.rows.size());
    for (std::size_t i = 0; i < shown.rows.size(); ++i) {
        BOOST_TEST((shown.rows[i].marks == read.rows[i].marks));
        BOOST_TEST((shown.rows[i].tally == read.rows[i].tally));
        BOOST_TEST((shown.rows[i].paper == read.rows[i].paper));
    }
}

struct Fixture : test::SampleClass {
    Fixture()
        : SampleClass(6) {}
    attendance::Sitting sitting{database, {"sokha"}};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(register_change, Fixture)

// What the screen shows after a key was never read from the file: it must be what reading would give.
BOOST_AUTO_TEST_CASE(a_register_that_follows_its_changes_is_the_one_in_the_file) {
    core::SeededRandom dice{7};
    Register shown = load_register(database, class_id, december);
    const auto follow = [&](const auto& done) {
        if (done) apply(shown, *done);
    };
    for (int times = 0; times < 400; ++times) {
        const core::Day day{std::chrono::sys_days{2025y / 11 / 24} + std::chrono::days{dice.below(40)}};
        const auto who = enrolments[dice.below(enrolments.size())];
        switch (dice.below(7)) {
        case 0:
            follow(sitting.take(class_id, {day}));
            break;
        case 1:
            follow(sitting.not_met(class_id, day, "ទឹកជំនន់"));
            break;
        case 2:
            follow(sitting.forget(class_id, day));
            break;
        case 3:
            follow(sitting.set_paper_margin(who, december, {.permission = static_cast<int>(dice.below(9))}));
            break;
        case 4:
            if (sitting.last() != nullptr) follow(sitting.undo());
            break;
        default: {
            const Mark mark = attendance::mark_from_letter(".PALpa"[dice.below(6)]).value();
            const auto done = sitting.set_cells(class_id, {{who, day, mark}});
            if (done) apply(shown, done->change);
        }
        }
        if (times % 40 == 0) must_equal(shown, load_register(database, class_id, december));
    }
    must_equal(shown, load_register(database, class_id, december));
}

BOOST_AUTO_TEST_CASE(changes_of_another_class_and_month_are_passed_over) {
    Register shown = load_register(database, class_id, december);
    apply(shown, {.class_id = classes::ClassId{99},
                  .cells = {{enrolments[0], 2025y / 12 / 1, Mark::none, Mark::absent}}});
    apply(shown,
          {.class_id = class_id, .cells = {{enrolments[0], 2025y / 11 / 28, Mark::none, Mark::absent}}});
    must_equal(shown, load_register(database, class_id, december));
}

BOOST_AUTO_TEST_CASE(the_closing_line_counts_learners_and_absences_and_the_womens_part) {
    // Women are the learners 0, 2 and 4.
    sitting.set_cells(class_id, {{enrolments[0], 2025y / 12 / 1, Mark::permission},
                                 {enrolments[1], 2025y / 12 / 1, Mark::absent},
                                 {enrolments[2], 2025y / 12 / 1, Mark::half_absent},
                                 {enrolments[3], 2025y / 12 / 6, Mark::absent}}); // a Saturday
    const auto line = closing_line(load_register(database, class_id, december));
    BOOST_TEST(line.total.learners == 6);
    BOOST_TEST(line.female.learners == 3);
    BOOST_TEST((line.total.margin == attendance::Margin{1, 2}));
    BOOST_TEST((line.female.margin == attendance::Margin{1, 1}));
}

BOOST_AUTO_TEST_SUITE_END()

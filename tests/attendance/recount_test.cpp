// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is written in a register, its rates and hours are those that a person counts with a finger on the
// paper.
#include "attendance/mark_store.hpp"
#include "attendance/rate_store.hpp"
#include "attendance/sample_class.hpp"
#include "classes/class_store.hpp"
#include "core/random.hpp"
#include "programmes/pack_store.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <set>

using attendance::Mark;
using core::Day;
using core::Ratio;
using storage::Transaction;
using namespace std::chrono_literals;

namespace {

constexpr Day first_day = 2025y / 11 / 3;
constexpr Day today = 2025y / 12 / 17;

Day after(Day day, std::uint64_t days) {
    return std::chrono::sys_days{day} + std::chrono::days{days};
}

// The paper register beside the one in the file: what was written and not refused, cell by cell.
struct Paper {
    std::set<Day> taken;
    std::set<Day> not_met;
    std::vector<std::map<Day, Mark>> marks;
    struct Stay {
        Day from;
        std::optional<Day> until;
    };
    std::vector<Stay> stays;

    static bool timetabled(Day day) {
        const auto weekday = std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding();
        const std::set<Day> holidays{2025y / 12 / 29, 2026y / 1 / 1, 2026y / 1 / 7};
        return weekday <= 5 && !holidays.contains(day);
    }
    bool counts(std::size_t learner, Day day) const {
        const Stay& stay = stays[learner];
        return timetabled(day) && taken.contains(day) && day >= stay.from &&
               (!stay.until || day <= *stay.until);
    }
};

struct Recount : test::SampleClass {
    Recount()
        : SampleClass(0) {}

    void fill(core::SeededRandom& dice) {
        const auto learners = 2 + dice.below(6);
        for (std::uint64_t nth = 0; nth < learners; ++nth) {
            const Day from = after(first_day, dice.below(30));
            enrol("learner " + std::to_string(100 + nth), from);
            paper.stays.push_back({from, std::nullopt});
            paper.marks.emplace_back();
        }
        for (int times = 0; times < 250; ++times)
            write_something(dice);
        for (std::size_t learner = 0; learner < enrolments.size(); ++learner)
            if (dice.below(4) == 0) {
                const Day until = after(paper.stays[learner].from, dice.below(40));
                leave(enrolments[learner], until, "moved");
                paper.stays[learner].until = until;
            }
    }

    void write_something(core::SeededRandom& dice) {
        const Day day = after(first_day, dice.below(60));
        const auto learner = static_cast<std::size_t>(dice.below(enrolments.size()));
        const auto changed = [&](auto work) { return change(work).has_value(); };
        switch (dice.below(8)) {
        case 0:
            if (changed(
                    [&](Transaction& tx) { return attendance::mark_not_met(tx, class_id, day, "ទឹកជំនន់"); })) {
                paper.not_met.insert(day);
                paper.taken.erase(day);
            }
            return;
        case 1:
            if (changed([&](Transaction& tx) { return attendance::forget_day(tx, class_id, day); })) {
                paper.not_met.erase(day);
                paper.taken.erase(day);
            }
            return;
        case 2:
        case 3:
            if (changed([&](Transaction& tx) { return attendance::mark_all_present(tx, class_id, day); }))
                paper.taken.insert(day);
            return;
        default: {
            const Mark mark = attendance::mark_from_letter(".PALpa"[dice.below(6)]).value();
            if (!changed([&](Transaction& tx) {
                    return attendance::set_mark(tx, enrolments[learner], day, mark);
                }))
                return;
            paper.marks[learner][day] = mark;
            if (Paper::timetabled(day) && day <= today) paper.taken.insert(day);
        }
        }
    }

    void compare() const {
        const auto taught = classes::load_class(database, class_id);
        const auto rule = programmes::load_pack(database, taught.pack).attendance;
        const std::map<Mark, int> worth = {{Mark::none, 1000},
                                           {Mark::permission, 0},
                                           {Mark::absent, 0},
                                           {Mark::late, rule.late_present},
                                           {Mark::half_permission, rule.half_day_present},
                                           {Mark::half_absent, rule.half_day_present}};
        for (const auto& found : attendance::load_class_attendance(database, class_id)) {
            const auto learner = static_cast<std::size_t>(
                std::find(enrolments.begin(), enrolments.end(), found.learner.enrolment.id) -
                enrolments.begin());
            int days = 0;
            int thousandths = 0;
            for (Day day = first_day; day <= taught.last_day; day = after(day, 1)) {
                if (!paper.counts(learner, day)) continue;
                const auto mark = paper.marks[learner].find(day);
                ++days;
                thousandths += worth.at(mark == paper.marks[learner].end() ? Mark::none : mark->second);
            }
            BOOST_TEST(found.tally.taken == days);
            BOOST_TEST(found.rate.has_value() == (days > 0));
            if (days > 0) BOOST_TEST((*found.rate == Ratio{thousandths, days * 1000}));
            BOOST_TEST((found.hours == Ratio{std::int64_t{thousandths} * taught.session_minutes, 60'000}));
        }
    }

    Paper paper;
};

} // namespace

BOOST_AUTO_TEST_SUITE(recount)

BOOST_AUTO_TEST_CASE(rates_and_hours_of_any_register_equal_a_recount_by_hand) {
    std::set<int> taken;
    for (std::uint64_t seed = 1; seed <= 12; ++seed)
        BOOST_TEST_CONTEXT("seed " << seed) {
            core::SeededRandom dice{seed};
            Recount office;
            office.fill(dice);
            office.compare();
            taken.insert(static_cast<int>(office.paper.taken.size()));
        }
    BOOST_TEST(taken.size() > 4U); // registers that differ
}

BOOST_AUTO_TEST_SUITE_END()

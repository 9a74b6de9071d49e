// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/figures.hpp"
#include "returns/layout_store.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace std::chrono_literals;
using returns::Count;
using returns::Figures;
using returns::Stint;

namespace {

constexpr core::Month december = 2025y / 12;

const returns::Layout& month_layout() {
    static const returns::Layout layout = returns::shipped_layouts().front();
    return layout;
}

returns::ClassFacts class_of(const std::string& programme) {
    returns::ClassFacts one;
    one.programme = programme;
    one.programme_name = {programme, programme};
    one.institution = "centre";
    return one;
}

struct Stints {
    std::vector<Stint> all;

    // In class 0 of literacy, or class 1 of another programme.
    Stint& add(int learner, std::uint32_t class_at, core::Sex sex, core::Day from = 2025y / 11 / 3) {
        Stint& one = all.emplace_back();
        one.learner = learners::LearnerId{learner};
        one.enrolment = classes::EnrolmentId{static_cast<std::int64_t>(all.size())};
        one.class_at = class_at;
        one.sex = sex;
        one.first_day = from;
        return one;
    }
    void end(Stint& one, core::Day day, classes::LeavingReason reason) {
        one.last_day = day;
        one.reason = reason;
    }
    returns::Facts facts() const {
        return {.period = returns::ReturnPeriod{december},
                .layout = month_layout(),
                .classes = {class_of("literacy"), class_of("primary-equivalency")},
                .stints = all,
                .educators = {},
                .ethnicities = {"ចាម"},
                .letters = {}};
    }
    // Literacy, the other programme, and all.
    std::vector<Figures> figures() const {
        const auto filled = returns::fill(*month_layout().sheet("figures"), facts());
        std::vector<Figures> made;
        for (const auto& group : filled.groups)
            made.push_back(group.figures);
        made.push_back(filled.all);
        return made;
    }
    std::size_t behind(std::string_view group, std::string_view figure) const {
        return returns::people_behind(*month_layout().sheet("figures"), facts(), group, figure).size();
    }
};

std::vector<std::string> broken_of(const Figures& figures) {
    std::vector<std::string> names;
    for (const returns::BrokenSum& broken : returns::broken_sums(*month_layout().sheet("figures"), figures))
        names.push_back(broken.figure);
    return names;
}

std::string text(const Count& count) {
    return std::to_string(count.total) + "/" + std::to_string(count.female);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(figures, Stints)

BOOST_AUTO_TEST_CASE(a_person_in_two_classes_counts_once_in_each_programme_and_once_in_all) {
    add(1, 0, core::Sex::female);
    add(1, 0, core::Sex::female);
    add(1, 1, core::Sex::female);
    add(2, 1, core::Sex::male);
    const auto made = figures();
    BOOST_REQUIRE(made.size() == 3U);
    BOOST_TEST(text(made[0].count("learners")) == "1/1");
    BOOST_TEST(text(made[1].count("learners")) == "2/1");
    BOOST_TEST(text(made[2].count("learners")) == "2/1");
}

BOOST_AUTO_TEST_CASE(who_was_here_before_the_month_is_not_new_in_all_though_new_in_a_programme) {
    add(1, 0, core::Sex::male);
    add(1, 1, core::Sex::male, 2025y / 12 / 1);
    const auto made = figures();
    BOOST_TEST(text(made[0].count("new")) == "0/0");
    BOOST_TEST(text(made[1].count("new")) == "1/0");
    BOOST_TEST(text(made[2].count("new")) == "0/0");
    BOOST_TEST(text(made[2].count("at-start")) == "1/0");
}

BOOST_AUTO_TEST_CASE(who_moves_to_another_class_has_not_left) {
    end(add(1, 0, core::Sex::female), 2025y / 12 / 10, classes::LeavingReason::transferred);
    add(1, 0, core::Sex::female, 2025y / 12 / 11);
    const auto made = figures();
    BOOST_TEST(text(made[0].count("left")) == "0/0");
    BOOST_TEST(text(made[0].count("at-end")) == "1/1");
}

BOOST_AUTO_TEST_CASE(who_left_counts_under_the_reason_of_the_last_class) {
    end(add(1, 0, core::Sex::female), 2025y / 12 / 10, classes::LeavingReason::illness);
    end(add(1, 0, core::Sex::female, 2025y / 12 / 12), 2025y / 12 / 31, classes::LeavingReason::work);
    const auto made = figures();
    BOOST_TEST(text(made[0].count("left")) == "1/1");
    BOOST_TEST(text(made[0].count("left:work")) == "1/1");
    BOOST_TEST(text(made[0].count("left:illness")) == "0/0");
    BOOST_TEST(text(made[0].count("at-end")) == "0/0");
}

BOOST_AUTO_TEST_CASE(who_leaves_after_the_month_is_still_there_at_its_end) {
    end(add(1, 0, core::Sex::male), 2026y / 1 / 1, classes::LeavingReason::work);
    BOOST_TEST(text(figures()[0].count("at-end")) == "1/0");
}

BOOST_AUTO_TEST_CASE(what_is_not_known_is_counted_as_not_known) {
    add(1, 0, core::Sex::female);
    Stint& told = add(2, 0, core::Sex::male);
    told.age_band = 1;
    told.ethnicity = 0;
    told.disability = false;
    told.equity = learners::EquityLevel::poor;
    const Figures made = figures().back();
    BOOST_TEST(text(made.count("age:unknown")) == "1/1");
    BOOST_TEST(text(made.count("age:15-17")) == "1/0");
    BOOST_TEST(text(made.count("ethnicity:not-stated")) == "1/1");
    BOOST_TEST(text(made.count("ethnicity:ចាម")) == "1/0");
    BOOST_TEST(text(made.count("disability:not-asked")) == "1/1");
    BOOST_TEST(text(made.count("disability:yes")) == "0/0");
    BOOST_TEST(text(made.count("equity:2")) == "1/0");
}

BOOST_AUTO_TEST_CASE(every_sum_of_any_stints_holds_and_no_order_of_them_matters) {
    core::SeededRandom dice{7};
    for (int round = 0; round < 200; ++round) {
        Stints some;
        for (std::uint64_t at = 0; at < dice.below(12); ++at) {
            const int learner = static_cast<int>(dice.below(5));
            Stint& one = some.add(learner, static_cast<std::uint32_t>(dice.below(2)),
                                  learner % 2 == 0 ? core::Sex::female : core::Sex::male,
                                  dice.below(2) == 0 ? 2025y / 11 / 3 : 2025y / 12 / 9);
            if (dice.below(3) == 0)
                some.end(one, dice.below(2) == 0 ? 2025y / 12 / 20 : 2026y / 1 / 20,
                         static_cast<classes::LeavingReason>(dice.below(7)));
            // What describes a person is the same in every class.
            if (learner != 3) one.age_band = static_cast<std::uint32_t>(learner);
        }
        const auto made = some.figures();
        for (const Figures& figures : made) {
            const auto broken = broken_of(figures);
            BOOST_TEST(broken.empty(), "round " << round << ": " << (broken.empty() ? "" : broken.front()));
        }
        std::reverse(some.all.begin(), some.all.end());
        BOOST_TEST((some.figures() == made));
    }
}

BOOST_AUTO_TEST_CASE(each_sum_that_does_not_hold_is_named) {
    add(1, 0, core::Sex::female);
    const Figures good = figures().back();
    BOOST_TEST(broken_of(good).empty());
    const auto broken = [&](const std::string& key, Count count) {
        Figures bad = good;
        bad.counts[key] = count;
        std::string names;
        for (const std::string& name : broken_of(bad))
            names += name + " ";
        return names;
    };
    BOOST_TEST(broken("at-start", {2, 1}) == "learners ");
    BOOST_TEST(broken("at-end", {1, 0}) == "learners ");
    BOOST_TEST(broken("left:work", {1, 0}) == "left ");
    BOOST_TEST(broken("age:15-17", {1, 1}) == "learners ");
    BOOST_TEST(broken("ethnicity:ចាម", {1, 0}) == "learners ");
    BOOST_TEST(broken("disability:yes", {1, 0}) == "learners ");
    BOOST_TEST(broken("equity:1", {2, 1}) == "learners ");
    BOOST_TEST(broken("equity:1", {1, 2}) == "equity:1 learners ");
}

BOOST_AUTO_TEST_CASE(behind_a_figure_stand_the_people_it_counts) {
    end(add(1, 0, core::Sex::female), 2025y / 12 / 10, classes::LeavingReason::work);
    add(1, 1, core::Sex::female);
    add(2, 0, core::Sex::male);
    BOOST_TEST(behind("literacy", "learners") == 2U);
    BOOST_TEST(behind("literacy", "left:work") == 1U);
    BOOST_TEST(behind("all", "left:work") == 0U); // still in the other class
    BOOST_TEST(behind("all", "learners") == 2U);
    BOOST_TEST(behind("all", "classes") == 0U);
    BOOST_TEST(behind("skills", "learners") == 0U);
}

BOOST_AUTO_TEST_CASE(behind_every_figure_of_any_stints_stand_as_many_as_it_says) {
    core::SeededRandom dice{11};
    for (int round = 0; round < 60; ++round) {
        Stints some;
        for (std::uint64_t at = 0; at < dice.below(14); ++at) {
            const int learner = static_cast<int>(dice.below(6));
            Stint& one = some.add(learner, static_cast<std::uint32_t>(dice.below(2)),
                                  learner % 2 == 0 ? core::Sex::female : core::Sex::male,
                                  dice.below(2) == 0 ? 2025y / 11 / 3 : 2025y / 12 / 9);
            if (dice.below(3) == 0)
                some.end(one, 2025y / 12 / 20, static_cast<classes::LeavingReason>(dice.below(7)));
            one.awarded = dice.below(4) == 0;
            if (learner != 3) one.age_band = static_cast<std::uint32_t>(learner);
        }
        const auto filled = returns::fill(*month_layout().sheet("figures"), some.facts());
        for (const returns::Figure& figure : filled.figures) {
            if (figure.counted != returns::Counted::people || figure.kind == returns::Figure::Kind::heading)
                continue;
            const auto people = static_cast<std::size_t>(filled.all.count(figure.key).total);
            BOOST_TEST(some.behind("all", figure.key) == people, round << " " << figure.key);
            for (const auto& group : filled.groups)
                BOOST_TEST(some.behind(group.key, figure.key) ==
                               static_cast<std::size_t>(group.figures.count(figure.key).total),
                           round << " " << group.key << " " << figure.key);
        }
    }
}

BOOST_AUTO_TEST_CASE(rates_come_from_whole_sums_and_an_untaken_month_has_none) {
    returns::LearnerDays days{20, 14'500};
    BOOST_TEST(days.rate() == "72.50");
    days += {20, 20'000};
    BOOST_TEST(days.rate() == "86.25");
    BOOST_TEST(returns::LearnerDays{}.rate().empty());
}

BOOST_AUTO_TEST_SUITE_END()

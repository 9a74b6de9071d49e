// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/figures.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace std::chrono_literals;
using returns::Count;
using returns::Figures;
using returns::Stint;

namespace {

constexpr core::Month december = 2025y / 12;

struct Stints {
    std::vector<Stint> all;
    returns::StintLists lists{2, {"ចាម"}, &returns::age_bands()};

    Stint& add(int learner, std::uint32_t programme, core::Sex sex, core::Day from = 2025y / 11 / 3) {
        Stint& one = all.emplace_back();
        one.learner = learners::LearnerId{learner};
        one.enrolment = classes::EnrolmentId{static_cast<std::int64_t>(all.size())};
        one.programme = programme;
        one.sex = sex;
        one.first_day = from;
        return one;
    }
    void end(Stint& one, core::Day day, classes::LeavingReason reason) {
        one.last_day = day;
        one.reason = reason;
    }
    std::vector<Figures> figures() const { return returns::figures_of(all, lists, december); }
};

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
            const auto broken = returns::broken_sums(figures);
            BOOST_TEST(broken.empty(), "round " << round << ": " << (broken.empty() ? "" : broken.front()));
        }
        std::reverse(some.all.begin(), some.all.end());
        BOOST_TEST((some.figures() == made));
    }
}

BOOST_AUTO_TEST_CASE(each_sum_that_does_not_hold_is_named) {
    add(1, 0, core::Sex::female);
    const Figures good = figures().back();
    BOOST_TEST(returns::broken_sums(good).empty());
    const auto broken = [&](const std::string& key, Count count) {
        Figures bad = good;
        bad.counts[key] = count;
        std::string names;
        for (const std::string& name : returns::broken_sums(bad))
            names += name + " ";
        return names;
    };
    BOOST_TEST(broken("at-start", {2, 1}) == "at-start ");
    BOOST_TEST(broken("at-end", {1, 0}) == "at-end ");
    BOOST_TEST(broken("left:work", {1, 0}) == "left ");
    BOOST_TEST(broken("age:15-17", {1, 1}) == "age ");
    BOOST_TEST(broken("ethnicity:ចាម", {1, 0}) == "ethnicity ");
    BOOST_TEST(broken("disability:yes", {1, 0}) == "disability ");
    BOOST_TEST(broken("equity:1", {2, 1}) == "equity ");
    BOOST_TEST(broken("equity:1", {1, 2}) == "equity:1 equity ");
}

BOOST_AUTO_TEST_CASE(rates_come_from_whole_sums_and_an_untaken_month_has_none) {
    returns::LearnerDays days{20, 14'500};
    BOOST_TEST(days.rate() == "72.50");
    days += {20, 20'000};
    BOOST_TEST(days.rate() == "86.25");
    BOOST_TEST(returns::LearnerDays{}.rate().empty());
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/earned_store.hpp"
#include "units/outside_store.hpp"
#include "units/prior_learner.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

struct Earning : test::PriorLearner {
    std::string earned() const {
        std::string text;
        for (const units::EarnedUnit& one : units::load_earned(database, mom))
            text += (text.empty() ? "" : " ") + one.unit + ":" + std::string{to_text(one.way)};
        return text;
    }
    void absent(unsigned from, unsigned to) {
        change([&](storage::Transaction& tx) {
            for (unsigned day = from; day <= to; ++day)
                attendance::set_mark(tx, enrolled,
                                     core::Day{std::chrono::year{2025} / 11 / std::chrono::day{day}},
                                     attendance::Mark::absent)
                    .value();
            return true;
        });
    }
    units::OtherOffice moung() const { return {core::Uid{std::byte{7}}, "0203", "មោងឫស្សី", "Moung Ruessei"}; }
    units::EarnedUnit outside(const std::string& unit) const {
        units::EarnedUnit one;
        one.programme = "primary-equivalency";
        one.programme_name = {"សមមូលបឋមសិក្សា", "Primary equivalency"};
        one.unit = unit;
        one.name = {"បំណិនជីវិត", "Life skills"};
        one.source = core::Uid{std::byte{9}};
        one.earned_on = core::Day{std::chrono::year{2025} / 6 / 30};
        one.marks = units::Marks{650, "6.50", "D", {{{"បំណិនជីវិត", "Life skills"}, "6.50"}}};
        one.taught = units::Taught{"ថ្នាក់", "Class", "សាលា", "School"};
        one.office = moung();
        return one;
    }
    void keep_outside(const std::vector<units::EarnedUnit>& list) {
        change([&](storage::Transaction& tx) {
            units::keep_outside(tx, mom, moung(), core::Uid{std::byte{3}}, list);
            tx.audit("test.outside", "outside_unit", std::nullopt, "{}");
            return true;
        });
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(earned, Earning)

BOOST_AUTO_TEST_CASE(a_result_earns_once_the_class_is_closed) {
    BOOST_TEST(earned() == "");
    close(class_id);
    BOOST_TEST(earned() == "academic:result");
    const units::EarnedUnit one = units::load_earned(database, mom).at(0);
    BOOST_REQUIRE(one.marks.has_value());
    BOOST_TEST(one.marks->average_text == "8.00");
    BOOST_TEST(one.marks->grade == "B");
    BOOST_TEST(one.marks->subjects.size() == 8U);
    BOOST_TEST(one.marks->subjects[0].mark == "8.00");
    BOOST_TEST(one.taught->class_km == "សមមូល ក");
    BOOST_TEST(one.hours.value() == 490);
}

BOOST_AUTO_TEST_CASE(who_was_away_too_often_earned_nothing_whatever_the_marks) {
    absent(10, 14); // five of seventeen days
    close(class_id);
    BOOST_TEST(earned() == "");
}

BOOST_AUTO_TEST_CASE(who_left_keeps_what_the_marks_had_earned) {
    change([&](storage::Transaction& tx) {
        return classes::leave(tx, enrolled, core::Day{std::chrono::year{2025} / 11 / 20},
                              classes::LeavingReason::moved)
            .has_value();
    });
    BOOST_TEST(earned() == "academic:result");
}

BOOST_AUTO_TEST_CASE(a_failed_unit_is_not_earned_and_the_other_is) {
    score(enrolled, "life-skills", 450);
    close(class_id);
    BOOST_TEST(earned() == "academic:result");
}

BOOST_AUTO_TEST_CASE(in_a_programme_without_marks_staying_to_the_end_earns) {
    const auto sewing = open_class("ដេរ", "skills");
    enrol(sewing, mom);
    close(sewing);
    BOOST_TEST(earned() == "skill:result");
    BOOST_TEST(!units::load_earned(database, mom).at(0).marks.has_value());
    // Another course is another's: each is listed, and neither is the other's award.
    const auto hair = open_class("ធ្វើសក់", "skills");
    enrol(hair, mom);
    BOOST_TEST(units::load_earned_elsewhere(database, hair).empty());
    close(hair);
    BOOST_TEST(earned() == "skill:result skill:result");
}

BOOST_AUTO_TEST_CASE(each_unit_stands_once_as_it_was_earned_first) {
    keep_outside({outside("life-skills")});
    score(enrolled, "life-skills", 900);
    close(class_id);
    const auto all = units::load_earned(database, mom);
    BOOST_REQUIRE(all.size() == 2U);
    BOOST_TEST(all[0].unit == "life-skills");
    BOOST_TEST((all[0] == outside("life-skills")));
    BOOST_TEST(all[1].unit == "academic");
}

BOOST_AUTO_TEST_CASE(what_an_office_tells_anew_takes_the_place_of_what_it_told) {
    keep_outside({outside("life-skills")});
    keep_outside({outside("academic")});
    BOOST_TEST(earned() == "academic:result");
    keep_outside({});
    BOOST_TEST(earned() == "");
    BOOST_TEST(database.value<int>("SELECT count(*) FROM outside_unit_mark").value() == 0);
}

BOOST_AUTO_TEST_CASE(another_class_counts_for_the_award_of_this_one) {
    const auto second = open_class("សមមូល ខ");
    const auto there = enrol(second, mom);
    score(there, "life-skills", 700);
    BOOST_TEST(units::load_earned_elsewhere(database, second).empty());
    close(class_id);
    const auto elsewhere = units::load_earned_elsewhere(database, second);
    BOOST_REQUIRE(elsewhere.contains(mom));
    BOOST_REQUIRE(elsewhere.at(mom).size() == 1U);
    BOOST_TEST(elsewhere.at(mom)[0].unit == "academic");
    // Not what the class itself earns, and not another programme's.
    close(second);
    BOOST_TEST(units::load_earned_elsewhere(database, second).at(mom).size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_was_awarded_is_not_awarded_again) {
    const auto second = open_class("សមមូល ខ");
    enrol(second, mom);
    auto unit = outside("life-skills");
    keep_outside({unit});
    BOOST_TEST(units::load_earned_elsewhere(database, second).contains(mom));
    unit.awarded = true;
    keep_outside({unit});
    BOOST_TEST(!units::load_earned_elsewhere(database, second).contains(mom));
    // It stands in what she earned all the same.
    BOOST_TEST(earned() == "life-skills:result");
}

BOOST_AUTO_TEST_CASE(of_a_programme_with_several_levels_a_unit_counts_at_its_own) {
    programmes::Pack pack;
    pack.programme = "sewing";
    pack.units = {{"one", {"មួយ", "One"}, {}}};
    pack.levels = {{"first", {}}, {"second", {}}};
    units::EarnedUnit unit;
    unit.programme = "sewing";
    unit.unit = "one";
    unit.level = "first";
    unit.marks = units::Marks{};
    BOOST_TEST(units::counts_at(pack, "first", unit));
    BOOST_TEST(!units::counts_at(pack, "second", unit));
    pack.levels.pop_back();
    BOOST_TEST(units::counts_at(pack, "second", unit));
    unit.programme = "cooking";
    BOOST_TEST(!units::counts_at(pack, "first", unit));
}

BOOST_AUTO_TEST_SUITE_END()

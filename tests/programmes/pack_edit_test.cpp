// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/pack_edit.hpp"
#include "programmes/pack_store.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using programmes::Pack;
using programmes::UnitUse;

namespace {

Pack shipped(std::string_view programme) {
    for (const Pack& pack : programmes::shipped_packs())
        if (pack.programme == programme) return pack;
    throw std::logic_error("no such programme");
}

template<typename Item>
std::size_t at(const std::vector<Item>& items, std::string_view key) {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& one) { return one.key == key; });
    BOOST_REQUIRE(found != items.end());
    return static_cast<std::size_t>(found - items.begin());
}

// As somebody fills in what an added item still lacks.
constexpr auto named = [](programmes::Wording& name) { name = {"ថ្មី", "New"}; };

} // namespace

BOOST_AUTO_TEST_SUITE(pack_edit)

BOOST_AUTO_TEST_CASE(a_removed_subject_is_gone_from_every_level_and_unit) {
    Pack pack = shipped("lower-secondary");
    programmes::remove_subject(pack, at(pack.subjects, "home-economics"));
    programmes::remove_subject(pack, at(pack.subjects, "physics"));
    BOOST_TEST(pack.subjects.size() == 11U);
    const auto& ninth = pack.levels[at(pack.levels, "grade-9")];
    BOOST_TEST((ninth.without == std::vector<std::string>{"foreign-language", "physical-education"}));
    BOOST_TEST(!ninth.maxima.contains("physics"));
    BOOST_TEST(!programmes::find_fault(pack).has_value());
    Pack literacy = shipped("literacy");
    programmes::remove_subject(literacy, at(literacy.subjects, "life-skills"));
    for (const auto& unit : literacy.units)
        BOOST_TEST(
            (std::find(unit.subjects.begin(), unit.subjects.end(), "life-skills") == unit.subjects.end()));
    BOOST_TEST(!programmes::find_fault(literacy).has_value());
}

BOOST_AUTO_TEST_CASE(without_its_last_subject_a_programme_takes_no_marks_and_says_no_grade) {
    Pack pack = shipped("re-entry");
    programmes::remove_subject(pack, 1);
    programmes::remove_subject(pack, 0);
    BOOST_TEST(!pack.takes_marks());
    BOOST_TEST(pack.bands.empty());
    BOOST_TEST(!programmes::find_fault(pack).has_value());
    // The first subject brings the two grades that marks cannot be without; its name is still to be written.
    programmes::add_subject(pack);
    BOOST_TEST(pack.bands.size() == 2U);
    const auto nameless = programmes::find_fault(pack);
    BOOST_REQUIRE(nameless.has_value());
    BOOST_TEST(nameless->part == "subject");
    BOOST_TEST(nameless->error.code == "pack.missing");
    named(pack.subjects[0].name);
    BOOST_TEST(!programmes::find_fault(pack).has_value());
}

BOOST_AUTO_TEST_CASE(a_new_item_gets_a_key_that_no_other_has) {
    Pack pack = shipped("literacy");
    programmes::add_subject(pack);
    programmes::remove_subject(pack, 0);
    programmes::add_subject(pack);
    BOOST_TEST(pack.subjects[3].key != pack.subjects[4].key);
    programmes::add_level(pack);
    programmes::add_level(pack);
    BOOST_TEST(pack.levels[0].key != pack.levels[1].key);
}

BOOST_AUTO_TEST_CASE(a_removed_period_leaves_its_means_and_a_removed_retest_is_none) {
    Pack pack = shipped("primary");
    programmes::remove_period(pack, at(pack.periods, "NOV"));
    BOOST_TEST((pack.periods[at(pack.periods, "S1-MONTHS")].mean_of ==
                std::vector<std::string>{"DEC", "JAN", "FEB"}));
    programmes::remove_period(pack, at(pack.periods, "RETEST"));
    BOOST_TEST(!pack.retest.has_value());
    BOOST_TEST(!programmes::find_fault(pack).has_value());
}

BOOST_AUTO_TEST_CASE(parts_of_a_mean_stand_in_the_packs_order_each_with_its_weight) {
    Pack pack = shipped("primary");
    programmes::Period& year = pack.periods[at(pack.periods, "YEAR")];
    BOOST_TEST(programmes::share_of(year, "S1") == 100);
    programmes::count_in(pack, year, "S2", 200);
    BOOST_TEST((year.weights == std::vector<programmes::Hundredths>{100, 200}));
    programmes::count_in(pack, year, "S1", 0);
    programmes::count_in(pack, year, "S1", 100);
    BOOST_TEST((year.weights == std::vector<programmes::Hundredths>{100, 200}));
    programmes::count_in(pack, year, "S2", 100);
    BOOST_TEST((year.mean_of == std::vector<std::string>{"S1", "S2"}));
    BOOST_TEST(year.weights.empty());
    // A later period is not counted in an earlier one.
    programmes::Period& months = pack.periods[at(pack.periods, "S1-MONTHS")];
    programmes::count_in(pack, months, "YEAR", 100);
    BOOST_TEST(programmes::share_of(months, "YEAR") == 0);
    programmes::count_in(pack, months, "NOV", 150);
    programmes::remove_period(pack, at(pack.periods, "DEC"));
    BOOST_TEST((pack.periods[at(pack.periods, "S1-MONTHS")].weights ==
                std::vector<programmes::Hundredths>{150, 100, 100}));
}

BOOST_AUTO_TEST_CASE(a_level_leaves_a_subject_out_and_takes_it_back) {
    Pack pack = shipped("primary");
    programmes::Level& first = pack.levels[0];
    programmes::mark_out_of(first, "reading", 2000);
    BOOST_TEST(programmes::at_level(pack, first.key).subjects[0].maximum == 2000);
    programmes::teach(first, "reading", false);
    BOOST_TEST(programmes::at_level(pack, first.key).subjects.size() == 10U);
    programmes::teach(first, "reading", true);
    BOOST_TEST(programmes::at_level(pack, first.key).subjects[0].maximum == 1000);
    BOOST_TEST((pack == shipped("primary")));
}

BOOST_AUTO_TEST_CASE(a_removed_unit_is_no_longer_asked_and_an_award_without_units_is_none) {
    Pack pack = shipped("skills");
    programmes::add_unit(pack);
    named(pack.units[1].name);
    programmes::use_unit(pack, pack.award, pack.units[1].key, UnitUse::chosen);
    pack.award.any = 1;
    BOOST_TEST((programmes::use_of(pack.award, "skill") == UnitUse::needed));
    BOOST_TEST(!programmes::find_fault(pack).has_value());
    programmes::remove_unit(pack, 1);
    BOOST_TEST(pack.award.any == 0);
    BOOST_TEST((pack == shipped("skills")));
    programmes::remove_unit(pack, 0);
    BOOST_TEST(!pack.award.given());
    BOOST_TEST(!programmes::find_fault(pack).has_value());
}

BOOST_AUTO_TEST_CASE(grades_stay_in_order_when_one_is_added_or_removed) {
    Pack pack = shipped("primary");
    programmes::add_band(pack);
    BOOST_TEST(pack.bands.size() == 7U);
    BOOST_TEST(pack.bands[5].minimum == 250);
    programmes::remove_band(pack, 6);
    BOOST_TEST(pack.bands.back().minimum == 0);
}

BOOST_AUTO_TEST_CASE(a_fault_is_told_with_the_part_and_the_item_it_is_in) {
    const auto told = [](const Pack& pack) {
        const auto fault = programmes::find_fault(pack);
        if (!fault) return std::string{"none"};
        return fault->part + " " + std::to_string(fault->item) + " " + fault->error.code + " " + fault->field;
    };
    Pack pack = shipped("literacy");
    BOOST_TEST(told(pack) == "none");
    pack.subjects[2].name.km.clear();
    BOOST_TEST(told(pack) == "subject 2 pack.missing name.km");
    pack = shipped("primary");
    std::swap(pack.bands[1], pack.bands[2]);
    BOOST_TEST(told(pack).starts_with("band "));
    pack = shipped("literacy");
    pack.award.signers.at(0).role.en.clear();
    BOOST_TEST(told(pack) == "award.signer 0 pack.missing role.en");
    pack = shipped("literacy");
    pack.name.en.clear();
    BOOST_TEST(told(pack) == " 0 pack.missing name.en");
    pack = shipped("literacy");
    pack.averaging.pass_minimum = 5000;
    BOOST_TEST(told(pack) == "averaging 0 pack.out-of-range pass-minimum");
}

BOOST_AUTO_TEST_SUITE_END()

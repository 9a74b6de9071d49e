// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/learner.hpp"

#include <boost/test/unit_test.hpp>

using namespace learners;
using namespace std::chrono_literals;

namespace {

constexpr core::Day today = 2025y / 12 / 17;

Learner one_name() {
    Learner learner;
    learner.name_km = "ស្រីពៅ";
    learner.sex = core::Sex::female;
    return learner;
}

std::vector<std::string> codes(const Learner& learner) {
    std::vector<std::string> found;
    for (const auto& fault : faults(tidied(learner), today))
        found.push_back(fault.code + ":" + std::string{fault.fact("field")});
    return found;
}

using Codes = std::vector<std::string>;

} // namespace

BOOST_AUTO_TEST_SUITE(learner)

BOOST_AUTO_TEST_CASE(one_name_in_one_script_and_a_sex_are_enough) {
    BOOST_TEST(codes(one_name()).empty());
    Learner latin = one_name();
    std::swap(latin.name, latin.name_km);
    BOOST_TEST(codes(latin).empty());
}

BOOST_AUTO_TEST_CASE(nobody_and_no_sex_are_refused_together) {
    const Codes expected = {"learner.name-missing:name_km", "sex.missing:sex"};
    BOOST_TEST(codes({}) == expected);
}

BOOST_AUTO_TEST_CASE(births_lie_between_1900_and_today) {
    Learner learner = one_name();
    for (const auto* born : {"1900-01-01", "2025-12-17", "2025-12", "2025", "~1960"}) {
        learner.born = core::partial_date_from_text(born);
        BOOST_TEST(codes(learner).empty(), born);
    }
    learner.born = core::partial_date_from_text("2025-12-18");
    BOOST_TEST(codes(learner) == Codes{"date.future:born"});
    learner.born = core::partial_date_from_text("2026");
    BOOST_TEST(codes(learner) == Codes{"date.future:born"});
    learner.born = core::partial_date_from_text("1899-12-31");
    BOOST_TEST(codes(learner) == Codes{"date.too-old:born"});
}

BOOST_AUTO_TEST_CASE(a_name_whose_letters_were_lost_is_typed_again) {
    Learner learner = one_name();
    learner.name_km = "????? ???";
    learner.guardian = "ម៉ៅ \uFFFD";
    BOOST_TEST((codes(learner) == Codes{"text.lost:name_km", "text.lost:guardian"}));
    learner = one_name();
    learner.name = "SOK Dara";
    BOOST_TEST(codes(learner).empty());
}

BOOST_AUTO_TEST_CASE(nobody_agrees_tomorrow) {
    Learner learner = one_name();
    learner.consent_on = today;
    BOOST_TEST(codes(learner).empty());
    learner.consent_on = 2025y / 12 / 18;
    BOOST_TEST((codes(learner) == Codes{"date.future:consent_on"}));
}

BOOST_AUTO_TEST_CASE(typed_text_is_tidied_and_an_empty_field_is_nothing) {
    Learner learner = one_name();
    learner.name_km = " ឃួន \u200B  វណ្ណា ";
    learner.phone = "92463979";
    learner.guardian_phone = "+855 12 345 678";
    learner.village_text = " \u200B ";
    learner.identities = {{learners::IdentityKind::national_id, " 123 "},
                          {learners::IdentityKind::birth_certificate, "7"},
                          {learners::IdentityKind::national_id, "123"},
                          {learners::IdentityKind::other, " "}};
    learner = tidied(learner);
    BOOST_TEST(learner.name_km == "ឃួន វណ្ណា");
    BOOST_TEST(learner.phone.value() == "092463979");
    BOOST_TEST(learner.guardian_phone.value() == "012345678");
    BOOST_TEST(!learner.village_text.has_value());
    BOOST_TEST(learner.identities.size() == 2U);
    // A phone that cannot be read stays as typed, to be mended.
    learner.phone = "នៅផ្ទះ";
    BOOST_TEST(codes(learner) == Codes{"phone.unreadable:phone"});
}

BOOST_AUTO_TEST_CASE(a_lot_of_difficulty_in_one_domain_is_a_disability) {
    Learner learner = one_name();
    BOOST_TEST(!has_disability(learner).has_value());
    learner.washington.seeing = Difficulty::some;
    learner.washington.walking = Difficulty::none;
    BOOST_TEST(has_disability(learner).value() == false);
    learner.washington.self_care = Difficulty::a_lot;
    BOOST_TEST(has_disability(learner).value() == true);
}

BOOST_AUTO_TEST_CASE(where_nobody_asked_the_list_has_the_word) {
    Learner learner = one_name();
    learner.disability_text = learners::stated_disability("ពិការគំហើញ");
    BOOST_TEST(has_disability(learner).value() == true);
    // The questions, once asked, overrule it.
    learner.washington.seeing = Difficulty::some;
    BOOST_TEST(has_disability(learner).value() == false);
    for (const auto* none : {"", "-", "គ្មាន", " No", "ទេ", "N/A", "០"})
        BOOST_TEST(!learners::stated_disability(none).has_value(), none);
}

BOOST_AUTO_TEST_CASE(an_equity_card_counts_to_its_last_day) {
    Learner learner = one_name();
    BOOST_TEST(!has_equity_card(learner, today));
    learner.equity_level = learners::EquityLevel::poor;
    BOOST_TEST(has_equity_card(learner, today));
    learner.equity_valid_to = today;
    BOOST_TEST(has_equity_card(learner, today));
    BOOST_TEST(!has_equity_card(learner, core::next_day(today)));
}

BOOST_AUTO_TEST_SUITE_END()

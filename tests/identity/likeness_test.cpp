// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/likeness.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>

using identity::Likeness;
using identity::Person;

namespace {

Person person(std::string_view name_km, std::string_view name, std::string_view born,
              std::string_view village = "02020101", std::string phone = {},
              core::Sex sex = core::Sex::female) {
    Person one;
    one.name = identity::read_name(name_km, name);
    one.sex = sex;
    one.born = core::partial_date_from_text(born);
    one.village = identity::read_village(village);
    one.phone = std::move(phone);
    return one;
}

struct Scoring {
    identity::NameCounts counts;

    Likeness likeness(const Person& a, const Person& b) const {
        const Likeness there = identity::compare(a, b, counts);
        // Nobody is more like another than the other is like them, and asking for reasons changes nothing.
        BOOST_TEST(there.score == identity::compare(b, a, counts).score, boost::test_tools::tolerance(1e-9));
        BOOST_TEST(there.score == identity::score(a, b, counts));
        return there;
    }
    bool alike(const Person& a, const Person& b) const {
        return likeness(a, b).score >= identity::look_alike_score;
    }
    std::string because(const Person& a, const Person& b) const { return codes(likeness(a, b).because); }
    std::string against(const Person& a, const Person& b) const { return codes(likeness(a, b).against); }

    static std::string codes(const std::vector<core::Error>& reasons) {
        std::string text;
        for (const core::Error& reason : reasons)
            text += (text.empty() ? "" : " ") + reason.code;
        return text;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(likeness, Scoring)

BOOST_AUTO_TEST_CASE(the_same_name_in_another_encoding_with_day_and_month_swapped_is_explained) {
    const auto a = person("សុខ កណ្តាល", "", "2004-03-12");
    const auto b = person("សុខ​កណ្ដាល", "", "2004-12-03");
    BOOST_TEST(alike(a, b));
    BOOST_TEST(because(a, b) == "name.same-folded born.day-month-swapped village.same");
}

BOOST_AUTO_TEST_CASE(a_name_typed_by_ear_is_found_across_scripts) {
    for (const auto& [khmer, latin] : {std::pair{"សុខ សុភា", "Sok Sophea"},
                                       {"ជា វណ្ណា", "Chea Vanna"},
                                       {"ហួត ស្រីមុំ", "Huot Sreymom"},
                                       {"កែវ ពិសិដ្ឋ", "Kaev Piseth"},
                                       {"លឹម ច័ន្ទដារ៉ា", "Lim Chandara"}}) {
        const auto a = person(khmer, "", "2004-03-12");
        const auto b = person("", latin, "2004-03-12");
        BOOST_TEST(alike(a, b), khmer);
        BOOST_TEST(because(a, b).starts_with("name.across-scripts"), khmer);
    }
    BOOST_TEST(!alike(person("សុខ សុភា", "", "2004-03-12"), person("", "Sok Vanna", "2004-03-12")));
}

BOOST_AUTO_TEST_CASE(a_khmer_name_typed_by_ear_is_found) {
    BOOST_TEST(
        because(person("សុខ សុភា", "", "2004"), person("សុខ សោភា", "", "2004")).starts_with("name.by-ear"));
    BOOST_TEST(alike(person("ជួន រដ្ឋា", "", "2004"), person("ឈួន រត្ថា", "", "2004")));
}

BOOST_AUTO_TEST_CASE(family_and_given_name_may_stand_the_other_way_round) {
    const auto a = person("សុខ សុភា", "SOK SOPHEA", "2004-03-12");
    BOOST_TEST(because(a, person("សុភា សុខ", "", "2004-03-12")).find("name.swapped") != std::string::npos);
    BOOST_TEST(alike(a, person("", "Sophea Sok", "2004-03-12")));
    BOOST_TEST(alike(person("សុខសុភា", "", "2004-03-12"), person("សុភាសុខ", "", "2004-03-12")));
}

BOOST_AUTO_TEST_CASE(a_khmer_name_in_the_latin_column_is_still_khmer) {
    BOOST_TEST(alike(person("", "សុខ សុភា", "2004-03-12"), person("សុខ សុភា", "", "2004-03-12")));
}

BOOST_AUTO_TEST_CASE(a_year_alone_agrees_with_a_date_of_that_year_and_not_with_another) {
    const auto full = person("សុខ សុភា", "", "2004-03-12");
    BOOST_TEST(alike(full, person("សុខ សុភា", "", "2004")));
    BOOST_TEST(!alike(full, person("សុខ សុភា", "", "2007")));
    BOOST_TEST(alike(person("សុខ សុភា", "", "1970-01-01"), person("សុខ សុភា", "", "1970-06-17")));
    BOOST_TEST(alike(person("សុខ សុភា", "", "~1970"), person("សុខ សុភា", "", "1972")));
}

BOOST_AUTO_TEST_CASE(one_digit_of_a_date_or_a_phone_may_be_wrong) {
    const auto a = person("សុខ សុភា", "", "2004-03-12", "02020101", "012345678");
    const auto b = person("សុខ សុភា", "", "2004-03-17", "02020101", "012345673");
    BOOST_TEST(because(a, b) == "name.same-folded born.one-digit village.same phone.one-digit");
    BOOST_TEST(alike(a, b));
}

BOOST_AUTO_TEST_CASE(a_namesake_in_the_same_village_born_in_another_year_is_another) {
    BOOST_TEST(
        !alike(person("សុខ សុភា", "SOK SOPHEA", "2004-03-12"), person("សុខ សុភា", "SOK SOPHEA", "2007-08-30")));
    BOOST_TEST(against(person("សុខ សុភា", "", "2004-03-12"), person("សុខ សុភា", "", "2007-08-30")) ==
               "born.differs");
}

BOOST_AUTO_TEST_CASE(two_of_one_household_with_one_phone_are_two) {
    const auto a = person("សុខ សុភា", "SOK SOPHEA", "2004-03-12", "02020101", "012345678");
    // A sister, a twin, a twin brother, the father.
    BOOST_TEST(!alike(a, person("សុខ វណ្ណា", "SOK VANNA", "2006-05-02", "02020101", "012345678")));
    BOOST_TEST(!alike(a, person("សុខ វណ្ណា", "SOK VANNA", "2004-03-12", "02020101", "012345678")));
    BOOST_TEST(
        !alike(a, person("សុខ ដារ៉ា", "SOK DARA", "2004-03-12", "02020101", "012345678", core::Sex::male)));
    BOOST_TEST(
        !alike(a, person("សុខ សុភា", "SOK SOPHEA", "1975-01-01", "02020101", "012345678", core::Sex::male)));
}

BOOST_AUTO_TEST_CASE(a_slip_of_the_finger_is_one_person_but_another_known_name_is_a_twin) {
    const auto a = person("សុខ ចាន់ធី", "", "2010-07-23", "02020101", "012345678");
    const auto b = person("សុខ ចាន់ធា", "", "2010-07-23", "02020101", "012345678");
    BOOST_TEST(because(a, b).starts_with("name.one-slip"));
    BOOST_TEST(alike(a, b));
    // In an office where both are names that several bear.
    for (int i = 0; i < 5; ++i) {
        counts.add(person("កែវ ចាន់ធី", "", "1990"));
        counts.add(person("កែវ ចាន់ធា", "", "1990"));
    }
    BOOST_TEST(!alike(a, b));
}

BOOST_AUTO_TEST_CASE(a_shared_name_says_less_when_many_bear_it) {
    const auto a = person("សុខ សុភា", "", "2004", "02020101");
    const auto b = person("សុខ សុភា", "", "2004", "02020509");
    const double rare = identity::compare(a, b, counts).score;
    for (int i = 0; i < 300; ++i)
        counts.add(i % 3 == 0 ? a : person("កែវ មុំ", "", "1990"));
    BOOST_TEST(identity::compare(a, b, counts).score < rare);
}

BOOST_AUTO_TEST_CASE(a_phone_that_half_the_class_gives_is_nobodys) {
    auto a = person("សុខ សុភា", "", "", "", "012345678");
    auto b = person("សុខ សោភា", "", "", "", "012345678");
    const double household = identity::compare(a, b, counts).score;
    for (int i = 0; i < 20; ++i)
        counts.add(a);
    BOOST_TEST(identity::compare(a, b, counts).score < household);
}

BOOST_AUTO_TEST_CASE(one_national_id_outweighs_a_moved_village_and_a_new_phone) {
    auto a = person("សុខ សុភា", "", "2004-03-12", "02020101", "012345678");
    auto b = person("សុខ សុភាព", "", "2003-03-12", "02030509", "097777888");
    a.identities = b.identities = {"national_id 101"};
    BOOST_TEST(alike(a, b));
    b.identities = {"national_id 202"};
    BOOST_TEST(against(a, b).find("identity.differs") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(villages_meet_as_codes_or_as_names_and_a_lost_zero_is_given_back) {
    const auto a = person("សុខ សុភា", "", "2004", "02020101");
    BOOST_TEST(because(a, person("សុខ សុភា", "", "2004", "2020101")).find("village.same") != std::string::npos);
    const auto named = person("សុខ សុភា", "", "2004", "ភូមិ តាពូង");
    BOOST_TEST(because(named, person("សុខ សុភា", "", "2004", "តាពូង")).find("village.same") !=
               std::string::npos);
    // A code and a name cannot be compared: nothing is said.
    BOOST_TEST(because(a, named).find("village") == std::string::npos);
    BOOST_TEST(against(a, named).find("village") == std::string::npos);
    BOOST_TEST(against(person("សុខ សុភា", "", "2004", "V-12"), person("សុខ សុភា", "", "2004", "V-13")) ==
               "village.differs");
}

BOOST_AUTO_TEST_CASE(who_has_no_name_is_nobodys_double) {
    BOOST_TEST(!alike(person("", "", "2004-03-12"), person("", "", "2004-03-12")));
}

BOOST_AUTO_TEST_SUITE_END()

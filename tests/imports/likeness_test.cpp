// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/likeness.hpp"

#include <boost/test/unit_test.hpp>

using imports::Likeness;

using imports::Person;

namespace {

Person sokha(const char* born, std::string village = "02020105", std::string phone = "012345678") {
    return {"សុខ ធារី",           "sok theary",    'f', core::partial_date_from_text(born),
            std::move(village), std::move(phone)};
}

const char* name_of(Likeness likeness) {
    switch (likeness) {
    case Likeness::different:
        return "different";
    case Likeness::look_alike:
        return "look-alike";
    case Likeness::same:
        return "same";
    }
    return "";
}

} // namespace

BOOST_AUTO_TEST_SUITE(likeness)

BOOST_AUTO_TEST_CASE(equal_name_sex_birth_date_and_village_is_one_person_whatever_the_latin_spelling) {
    Person other = sokha("1990-09-24");
    other.folded = "sok tiari";
    other.phone.clear();
    BOOST_TEST(name_of(imports::likeness(sokha("1990-09-24"), other)) == "same");
}

BOOST_AUTO_TEST_CASE(birth_dates_support_or_contradict) {
    const auto compare = [](const char* a, const char* b) {
        return std::string{name_of(imports::likeness(sokha(a, "02020105", ""), sokha(b, "02020999", "")))};
    };
    BOOST_TEST(compare("1990-09-24", "1990-09-24") == "look-alike"); // another village
    BOOST_TEST(compare("1990-03-07", "1990-07-03") == "look-alike"); // day and month swapped
    BOOST_TEST(compare("1990-03-07", "1990") == "look-alike");       // a year alone that agrees
    BOOST_TEST(compare("1990-03", "1990-03-07") == "look-alike");
    BOOST_TEST(compare("1990-03-07", "1991") == "different");
    BOOST_TEST(compare("1990-03-07", "1990-03-08") == "different");
    BOOST_TEST(compare("1990-03", "1990-04-07") == "different");
}

BOOST_AUTO_TEST_CASE(a_full_date_that_differs_contradicts_even_in_one_village_with_one_phone) {
    BOOST_TEST(name_of(imports::likeness(sokha("1990-09-24"), sokha("1991-09-24"))) == "different");
}

BOOST_AUTO_TEST_CASE(without_a_birth_date_the_village_or_the_phone_speaks_and_a_name_alone_is_nothing) {
    BOOST_TEST(name_of(imports::likeness(sokha(""), sokha("1990-09-24", "02020105", ""))) == "look-alike");
    BOOST_TEST(name_of(imports::likeness(sokha(""), sokha("1990-09-24", "02020999", "012345678"))) ==
               "look-alike");
    BOOST_TEST(name_of(imports::likeness(sokha("", "", ""), sokha("1990-09-24"))) == "different");
}

BOOST_AUTO_TEST_CASE(the_latin_name_counts_only_where_khmer_is_missing) {
    Person latin_only = sokha("1990-09-24");
    latin_only.folded_km.clear();
    BOOST_TEST(name_of(imports::likeness(latin_only, sokha("1990-09-24"))) == "same");
    Person other_khmer = sokha("1990-09-24");
    other_khmer.folded_km = "សុខ ធីតា";
    BOOST_TEST(name_of(imports::likeness(other_khmer, sokha("1990-09-24"))) == "different");
}

BOOST_AUTO_TEST_CASE(another_sex_is_another_person) {
    Person brother = sokha("1990-09-24");
    brother.sex = 'm';
    BOOST_TEST(name_of(imports::likeness(brother, sokha("1990-09-24"))) == "different");
}

BOOST_AUTO_TEST_SUITE_END()

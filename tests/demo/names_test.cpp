// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/names.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <stdexcept>

using core::Sex;
using demo::Names;

BOOST_AUTO_TEST_SUITE(names)

BOOST_AUTO_TEST_CASE(a_name_is_a_surname_and_a_given_name_of_the_sex) {
    const Names few{{{"surname", "សុខ", "Sok"}, {"f", "បុប្ផា", "Bopha"}, {"m", "ដារ៉ា", "Dara"}}};
    core::SeededRandom random{1};
    BOOST_TEST((few.person(random, Sex::female) == demo::Name{"សុខ បុប្ផា", "Sok Bopha"}));
    BOOST_TEST((few.person(random, Sex::male) == demo::Name{"សុខ ដារ៉ា", "Sok Dara"}));
}

BOOST_AUTO_TEST_CASE(a_name_for_either_serves_both) {
    const Names few{{{"surname", "សុខ", "Sok"}, {"fm", "សុខា", "Sokha"}}};
    core::SeededRandom random{1};
    BOOST_TEST((few.person(random, Sex::female) == few.person(random, Sex::male)));
}

BOOST_AUTO_TEST_CASE(the_shipped_parts_make_thousands_of_names_and_the_same_ones_from_the_same_seed) {
    const Names shipped = Names::shipped();
    core::SeededRandom first{7};
    core::SeededRandom second{7};
    std::set<demo::Name> different;
    for (int i = 0; i < 2'000; ++i) {
        const Sex sex = i % 2 == 0 ? Sex::female : Sex::male;
        const auto name = shipped.person(first, sex);
        BOOST_REQUIRE((name == shipped.person(second, sex)));
        BOOST_REQUIRE(name.km.find('?') == std::string::npos);
        different.insert(name);
    }
    BOOST_TEST(different.size() > 1'500U);
}

BOOST_AUTO_TEST_CASE(a_list_without_names_is_our_bug) {
    BOOST_CHECK_THROW(Names({{"surname", "សុខ", "Sok"}}), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()

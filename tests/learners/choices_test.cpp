// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/choices.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using learners::choices_for;
using learners::choices_like;

BOOST_AUTO_TEST_SUITE(choices)

BOOST_AUTO_TEST_CASE(the_shipped_lists_are_whole) {
    // Khmer, Cham, Vietnamese, Chinese, Lao and the 22 indigenous groups.
    BOOST_TEST(choices_for("ethnicity").size() == 27U);
    for (const auto* field : {"ethnicity", "home_language", "schooling", "leaving_reason", "occupation"}) {
        std::set<std::string> seen;
        BOOST_TEST(!choices_for(field).empty());
        for (const auto& choice : choices_for(field)) {
            BOOST_TEST(!choice.name_km.empty());
            BOOST_TEST(!choice.name.empty());
            BOOST_TEST(choice.name_km.find('*') == std::string::npos);
            BOOST_TEST(seen.insert(choice.name_km).second, choice.name_km);
            BOOST_TEST(seen.insert(choice.name).second, choice.name);
        }
    }
    BOOST_TEST(choices_for("phone").empty());
}

BOOST_AUTO_TEST_CASE(what_is_typed_finds_a_choice_in_either_script) {
    BOOST_TEST(choices_like("ethnicity", "ពន").empty());
    BOOST_TEST(choices_like("ethnicity", "ព្ន").front().name == "Bunong");
    BOOST_TEST(choices_like("ethnicity", "bun").front().name == "Bunong");
    BOOST_TEST(choices_like("schooling", "grade 7").front().name_km == "ឈប់រៀនថ្នាក់ទី៧");
    BOOST_TEST(choices_like("ethnicity", "").size() == choices_for("ethnicity").size());
    BOOST_TEST(choices_like("ethnicity", "Martian").empty());
}

BOOST_AUTO_TEST_SUITE_END()

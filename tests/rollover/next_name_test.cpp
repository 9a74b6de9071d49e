// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollover/next_name.hpp"

#include <boost/test/unit_test.hpp>

namespace {

const programmes::Wording none{};
const programmes::Wording first{"ថ្នាក់ទី១", "Grade 1"};
const programmes::Wording second{"ថ្នាក់ទី២", "Grade 2"};

std::string next(std::string_view name, const programmes::Wording& from, const programmes::Wording& to) {
    return rollover::next_name(name, core::SchoolYear::from_text("2025-2026").value(), from, to);
}

} // namespace

BOOST_AUTO_TEST_SUITE(next_name)

BOOST_AUTO_TEST_CASE(the_years_go_up_in_the_digits_they_are_written_in) {
    BOOST_TEST(next("Literacy 2025-2026", none, none) == "Literacy 2026-2027");
    BOOST_TEST(next("អក្ខរកម្ម ២០២៥-២០២៦ ក", none, none) == "អក្ខរកម្ម ២០២៦-២០២៧ ក");
    BOOST_TEST(next("Literacy 2026", none, none) == "Literacy 2027");
}

BOOST_AUTO_TEST_CASE(the_level_goes_up_once) {
    BOOST_TEST(next("ថ្នាក់ទី១ ក", first, second) == "ថ្នាក់ទី២ ក");
    BOOST_TEST(next("Grade 1 A", first, second) == "Grade 2 A");
    BOOST_TEST(next("Grade 1 room 1", first, second) == "Grade 2 room 1");
    BOOST_TEST(next("1A 2025-2026", first, second) == "2A 2026-2027");
}

BOOST_AUTO_TEST_CASE(all_else_stays) {
    BOOST_TEST(next("Grade 1 A", first, first) == "Grade 1 A");
    BOOST_TEST(next("Morning", first, second) == "Morning");
    BOOST_TEST(next("Grade 11, 12345678901234567890", first, second) == "Grade 11, 12345678901234567890");
    BOOST_TEST(next("", first, second) == "");
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phone.hpp"

#include <boost/test/unit_test.hpp>

namespace {

std::string read(std::string_view typed) {
    const auto phone = core::read_phone(typed);
    return phone ? phone->number : phone.error().code;
}

std::vector<std::string> findings(std::string_view typed) {
    return core::read_phone(typed).value().findings;
}

using Codes = std::vector<std::string>;

} // namespace

BOOST_AUTO_TEST_SUITE(phone)

BOOST_AUTO_TEST_CASE(every_way_a_clerk_writes_a_number_is_one_number) {
    for (const auto* typed : {"012345678", "012 345 678", "012-345-678", "(012) 345.678", "០១២ ៣៤៥ ៦៧៨",
                              "+855 12 345 678", "00855 12 345 678", "85512345678", "+855 (0)12 345 678",
                              "'012345678", "012\u200B345\u200B678", "０１２３４５６７８"})
        BOOST_TEST(read(typed) == "012345678", typed);
    BOOST_TEST(read("097 123 4567") == "0971234567");
}

BOOST_AUTO_TEST_CASE(a_number_that_lost_its_zero_gets_it_back_and_says_so) {
    BOOST_TEST(read("92463979") == "092463979");
    BOOST_TEST(findings("92463979") == Codes{"phone.zero-restored"});
    BOOST_TEST(read("971234567") == "0971234567");
    // Nothing was lost in an international number.
    BOOST_TEST(findings("+85512345678").empty());
    // A mobile number of nine digits that happens to begin with 855 lost nothing but its zero.
    BOOST_TEST(read("85512345") == "085512345");
}

BOOST_AUTO_TEST_CASE(of_two_numbers_the_first_is_kept_and_that_is_said) {
    BOOST_TEST(read("012 345 678 / 097 123 4567") == "012345678");
    BOOST_TEST(findings("012 345 678, ម្ដាយ 097 123 4567") == Codes{"phone.first-of-several"});
    BOOST_TEST(findings("012345678/").empty());
}

BOOST_AUTO_TEST_CASE(a_learner_abroad_keeps_the_country) {
    BOOST_TEST(read("+66 81 234 5678") == "+66812345678");
    BOOST_TEST(read("0066812345678") == "+66812345678");
}

BOOST_AUTO_TEST_CASE(what_is_no_number_is_refused) {
    for (const auto* typed : {"", "គ្មាន", "012 34a 678", "-"})
        BOOST_TEST(read(typed) == "phone.unreadable", typed);
    for (const auto* typed : {"0123", "12345", "01234567890123", "+6612"})
        BOOST_TEST(read(typed) == "phone.length", typed);
    BOOST_TEST(core::read_phone("0123").error().fact("digits") == "4");
}

BOOST_AUTO_TEST_SUITE_END()

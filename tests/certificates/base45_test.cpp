// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/base45.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using certificates::from_base45;
using certificates::to_base45;

BOOST_AUTO_TEST_SUITE(base45)

// RFC 9285, sections 4.3 and 4.4.
BOOST_AUTO_TEST_CASE(the_examples_of_the_rfc_hold) {
    BOOST_TEST(to_base45("AB") == "BB8");
    BOOST_TEST(to_base45("Hello!!") == "%69 VD92EX0");
    BOOST_TEST(to_base45("base-45") == "UJCLQE7W581");
    BOOST_TEST(from_base45("QED8WEX0").value_or("") == "ietf!");
}

BOOST_AUTO_TEST_CASE(every_pair_of_bytes_comes_back) {
    for (unsigned value = 0; value <= 0xFFFF; ++value) {
        const std::string bytes = {static_cast<char>(value >> 8), static_cast<char>(value & 0xFF)};
        BOOST_REQUIRE(from_base45(to_base45(bytes)) == bytes);
    }
    for (unsigned value = 0; value <= 0xFF; ++value) {
        const std::string bytes(1, static_cast<char>(value));
        BOOST_REQUIRE(from_base45(to_base45(bytes)) == bytes);
    }
}

BOOST_AUTO_TEST_CASE(every_group_is_read_or_refused_by_its_value) {
    // The largest groups that mean something, and the next ones.
    BOOST_TEST(from_base45("FGW").value_or("") == "\xFF\xFF");
    BOOST_TEST(!from_base45("GGW").has_value());
    BOOST_TEST(!from_base45(":::").has_value());
    BOOST_TEST(from_base45("U5").value_or("") == "\xFF");
    BOOST_TEST(!from_base45("V5").has_value());
    BOOST_TEST(!from_base45("::").has_value());
}

BOOST_AUTO_TEST_CASE(text_that_no_bytes_give_is_refused) {
    BOOST_TEST(!from_base45("B").has_value());
    BOOST_TEST(!from_base45("BB8B").has_value());
    BOOST_TEST(!from_base45("bb8").has_value());
    BOOST_TEST(!from_base45("BB_").has_value());
    BOOST_TEST(!from_base45("BB\n").has_value());
    BOOST_TEST(from_base45("").value_or("x").empty());
}

BOOST_AUTO_TEST_SUITE_END()

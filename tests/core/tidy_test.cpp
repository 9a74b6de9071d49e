// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tidy.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(tidy)

BOOST_AUTO_TEST_CASE(what_nobody_meant_to_type_goes_and_the_letters_stay) {
    BOOST_TEST(core::tidy("  ឃួន \u00A0\t វណ្ណា\n") == "ឃួន វណ្ណា");
    BOOST_TEST(core::tidy("ឃួន\u200Bវណ្\u200Cណា\uFEFF") == "ឃួនវណ្ណា");
    // Not repaired: which spelling is right is not ours to say.
    BOOST_TEST(core::tidy("កណ្ដាល") == "កណ្ដាល");
    BOOST_TEST(core::tidy(" \u200B ") == "");
}

BOOST_AUTO_TEST_CASE(an_empty_field_is_nothing) {
    BOOST_TEST(!core::tidy_field(std::optional<std::string>{" \u200B"}).has_value());
    BOOST_TEST(core::tidy_field(std::optional<std::string>{" a "}).value() == "a");
}

BOOST_AUTO_TEST_SUITE_END()

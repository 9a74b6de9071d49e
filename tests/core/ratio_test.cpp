// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ratio.hpp"

#include <boost/test/unit_test.hpp>

#include <limits>
#include <stdexcept>

using core::Ratio;

BOOST_AUTO_TEST_SUITE(ratio)

BOOST_AUTO_TEST_CASE(a_fraction_is_in_lowest_terms_with_its_sign_above) {
    BOOST_TEST((Ratio{6, 8} == Ratio{3, 4}));
    BOOST_TEST((Ratio{3, -4}.numerator()) == -3);
    BOOST_TEST((Ratio{0, 7}.denominator()) == 1);
    BOOST_CHECK_THROW((Ratio{1, 0}), std::logic_error);
}

BOOST_AUTO_TEST_CASE(sums_products_and_order_are_exact) {
    BOOST_TEST((Ratio{1, 3} + Ratio{1, 6} == Ratio{1, 2}));
    BOOST_TEST((Ratio{2, 3} * Ratio{9, 4} == Ratio{3, 2}));
    BOOST_TEST((Ratio{2, 3} / Ratio{4, 9} == Ratio{3, 2}));
    BOOST_TEST((Ratio{1, 3} < Ratio{34, 100}));
    BOOST_TEST((Ratio{-1, 2} < Ratio{0}));
}

BOOST_AUTO_TEST_CASE(a_half_goes_up_and_truncation_never_does) {
    BOOST_TEST(core::round_half_up({49, 8}, 2) == 613); // 6.125
    BOOST_TEST(core::truncate({49, 8}, 2) == 612);
    BOOST_TEST(core::round_half_up({2, 3}, 2) == 67);
    BOOST_TEST(core::truncate({2, 3}, 2) == 66);
    BOOST_TEST(core::round_half_up({19, 20}, 1) == 10); // 0.95
    BOOST_TEST(core::truncate({19, 20}, 1) == 9);
    BOOST_TEST(core::round_half_up({6124999, 1000000}, 2) == 612);
    BOOST_TEST(core::round_half_up({-49, 8}, 2) == -612); // half up, not away from zero
    BOOST_TEST(core::round_half_up(7, 0) == 7);
}

BOOST_AUTO_TEST_CASE(decimals_keep_their_zeros) {
    BOOST_TEST(core::format_decimal(613, 2) == "6.13");
    BOOST_TEST(core::format_decimal(5, 2) == "0.05");
    BOOST_TEST(core::format_decimal(0, 2) == "0.00");
    BOOST_TEST(core::format_decimal(60, 1) == "6.0");
    BOOST_TEST(core::format_decimal(-5, 2) == "-0.05");
    BOOST_TEST(core::format_decimal(12, 0) == "12");
    BOOST_TEST(core::format_percent({29, 40}) == "72.50");
    BOOST_TEST(core::format_percent(1) == "100.00");
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_throws_rather_than_lies) {
    const Ratio huge{std::numeric_limits<std::int64_t>::max()};
    BOOST_CHECK_THROW(huge * 2, std::overflow_error);
    BOOST_CHECK_THROW(huge + 1, std::overflow_error);
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/decimal.hpp"

#include <boost/test/unit_test.hpp>

using spreadsheet::is_decimal;
using spreadsheet::plain_decimal;

BOOST_AUTO_TEST_SUITE(decimal)

BOOST_AUTO_TEST_CASE(one_value_has_one_text_however_it_was_written) {
    for (const char* spelled :
         {"8.3", "8.3000000000000007", "+8.30", "830E-2", "0.83e1", "0.00083E+4", "008.3"})
        BOOST_TEST(plain_decimal(spelled).value_or("nothing") == "8.3", spelled);
    BOOST_TEST(plain_decimal("9.949999999999999").value() == "9.95");
    BOOST_TEST(plain_decimal("1.2E+11").value() == "120000000000");
    BOOST_TEST(plain_decimal("855012345678").value() == "855012345678");
    BOOST_TEST(plain_decimal(".5").value() == "0.5");
    BOOST_TEST(plain_decimal("7.").value() == "7");
    BOOST_TEST(plain_decimal("1e-5").value() == "0.00001");
}

BOOST_AUTO_TEST_CASE(zero_has_no_sign_and_no_exponent) {
    for (const char* spelled : {"0", "-0", "0.000", "0e999", "-0.0E-7", "1e-40"})
        BOOST_TEST(plain_decimal(spelled).value_or("nothing") == "0", spelled);
}

BOOST_AUTO_TEST_CASE(only_fifteen_digits_count) {
    BOOST_TEST(plain_decimal("123456789012345678").value() == "123456789012346000");
    BOOST_TEST(plain_decimal("999999999999999.9").value() == "1000000000000000");
    BOOST_TEST(plain_decimal("0.1234567890123456").value() == "0.123456789012346");
}

BOOST_AUTO_TEST_CASE(halves_round_away_from_zero_at_the_asked_place) {
    BOOST_TEST(plain_decimal("72.50005", 4).value() == "72.5001");
    BOOST_TEST(plain_decimal("-72.50005", 4).value() == "-72.5001");
    BOOST_TEST(plain_decimal("72.50004", 4).value() == "72.5");
    BOOST_TEST(plain_decimal("0.00005", 4).value() == "0.0001");
    BOOST_TEST(plain_decimal("0.00004", 4).value() == "0");
    BOOST_TEST(plain_decimal("-0.00004", 4).value() == "0");
    BOOST_TEST(plain_decimal("9.99995", 4).value() == "10");
    BOOST_TEST(plain_decimal("0.5", 0).value() == "1");
}

BOOST_AUTO_TEST_CASE(what_is_not_a_decimal_is_nothing) {
    for (const char* text : {"", ".", "-", "+", "abc", "1,5", "1 000", "1.2.3", "1e", "1e+", "1e+-5", "NaN",
                             "INF", "0x10", "1e5x", "--1", "១២", "1e99999999999"})
        BOOST_TEST(!is_decimal(text), text);
    BOOST_TEST(!plain_decimal("1e300").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

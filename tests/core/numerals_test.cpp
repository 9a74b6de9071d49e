// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerals.hpp"
#include "core/random.hpp"

#include <boost/test/unit_test.hpp>

#include <limits>

BOOST_AUTO_TEST_SUITE(numerals)

BOOST_AUTO_TEST_CASE(digits_change_and_all_else_stays) {
    BOOST_TEST(core::to_latin_digits("ថ្ងៃទី១៧ ０２") == "ថ្ងៃទី17 02");
    BOOST_TEST(core::to_khmer_digits("ព.ស.2569 ０") == "ព.ស.២៥៦៩ ០");
}

BOOST_AUTO_TEST_CASE(a_whole_number_is_read_in_any_digits) {
    for (const char* text : {"120", "១២០", "１２０", " 120 ", "+120",
                             "\u00A0"
                             "១2０",
                             "000120"})
        BOOST_TEST(core::read_integer(text).value_or(-1) == 120, text);
    BOOST_TEST(core::read_integer("-៣").value_or(0) == -3);
}

BOOST_AUTO_TEST_CASE(what_is_no_whole_number_is_named) {
    for (const char* text : {"", " ", "-", "12a", "1 2", "1.5", "--1", "+-1", "ក", "0x10"})
        BOOST_TEST(core::read_integer(text).error().code == "number.unreadable", text);
    BOOST_TEST(core::read_integer("99999999999999999999").error().code == "number.too-large");
    BOOST_TEST(core::read_integer("12a").error().fact("text") == "12a");
}

BOOST_AUTO_TEST_CASE(a_decimal_is_exact_hundredths) {
    const std::pair<const char*, std::int64_t> cases[] = {
        {"7.5", 750}, {"7,5", 750},     {"៧,៥", 750},   {"7.50", 750}, {"7.500", 750},
        {"7", 700},   {".5", 50},       {"7.", 700},    {"0", 0},      {"-0.05", -5},
        {"10", 1000}, {"៨．２５", 825}, {"0.01", 1},    {"1E1", 1000}, {"7.5E0", 750},
        {"1E-2", 1},  {"0.07e2", 700},  {"000.10", 10}, {"0.00", 0},   {"-0", 0},
    };
    for (const auto& [text, value] : cases)
        BOOST_TEST(core::read_hundredths(text).value_or(-99999) == value, text);
}

BOOST_AUTO_TEST_CASE(the_noise_of_binary_numbers_in_cells_is_not_read) {
    BOOST_TEST(core::read_hundredths("6.3099999999999996").value_or(0) == 631);
    BOOST_TEST(core::read_hundredths("8.2500000000000018").value_or(0) == 825);
    BOOST_TEST(core::read_hundredths("0.29999999999999999").value_or(0) == 30);
    BOOST_TEST(core::read_hundredths("9.9999999999999996").value_or(0) == 1000);
    BOOST_TEST(core::read_hundredths("1.1000000000000001E1").value_or(0) == 1100);
}

BOOST_AUTO_TEST_CASE(more_than_two_decimals_are_refused_never_rounded) {
    for (const char* text : {"7.125", "0.001", "៧,១២៥", "6.309999", "1E-3"})
        BOOST_TEST(core::read_hundredths(text).error().code == "number.too-precise", text);
}

BOOST_AUTO_TEST_CASE(what_is_no_decimal_is_named) {
    for (const char* text : {"", ".", ",", "-", "1.2.3", "1,234.5", "7 5", "E5", "1E", "1E999", "1E+-2",
                             "nan", "inf", "ក៥", "7/2", "7.5E0x"})
        BOOST_TEST(core::read_hundredths(text).error().code == "number.unreadable", text);
    for (const char* text : {"1E20", "99999999999999999999", "999999999999999E5"})
        BOOST_TEST(core::read_hundredths(text).error().code == "number.too-large", text);
}

BOOST_AUTO_TEST_CASE(hundredths_read_back_as_printed) {
    core::SeededRandom random{7};
    for (int i = 0; i < 20000; ++i) {
        const auto value = static_cast<std::int64_t>(random.below(2'000'000'000)) - 1'000'000'000;
        const std::string text = core::format_hundredths(value);
        BOOST_REQUIRE(core::read_hundredths(text).value() == value);
        BOOST_REQUIRE(core::read_hundredths(core::to_khmer_digits(text)).value() == value);
    }
    BOOST_TEST(core::format_hundredths(750) == "7.50");
    BOOST_TEST(core::format_hundredths(-5) == "-0.05");
    BOOST_TEST(core::format_hundredths(std::numeric_limits<std::int64_t>::min()) == "-92233720368547758.08");
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text.hpp"

#include <boost/test/unit_test.hpp>

using namespace widgets;

BOOST_AUTO_TEST_SUITE(text)

BOOST_AUTO_TEST_CASE(khmer_goes_to_the_window_and_back_unchanged) {
    const std::string name = "ស្ត្រ្តី ប៊ុនធឿន";
    BOOST_TEST(utf8(wx(name)) == name);
}

BOOST_AUTO_TEST_CASE(what_is_typed_loses_outer_blanks_and_the_khmer_space_bar) {
    BOOST_TEST(typed(wx("  សុខ\u200b ដារ៉ា\u200b ")) == "សុខ ដារ៉ា");
    BOOST_TEST(typed(wx("\u200b")).empty());
}

BOOST_AUTO_TEST_CASE(placeholders_are_filled_in_any_order) {
    BOOST_TEST(utf8(fill("{2} of {1}", {"40", "3"})) == "3 of 40");
    BOOST_TEST(utf8(fill("{1}", {wx("ច័ន្ទ")})) == "ច័ន្ទ");
}

BOOST_AUTO_TEST_CASE(a_value_that_looks_like_a_placeholder_stays) {
    BOOST_TEST(utf8(fill("{1} {2}", {"{2}", "x"})) == "{2} x");
}

BOOST_AUTO_TEST_CASE(a_placeholder_without_a_value_and_a_lone_brace_stay) {
    BOOST_TEST(utf8(fill("{3} {", {"a"})) == "{3} {");
}

BOOST_AUTO_TEST_CASE(a_sentence_wraps_at_its_blanks_and_a_longer_word_stands_alone) {
    const auto letters = [](const wxString& line) { return static_cast<int>(line.length()); };
    BOOST_TEST(utf8(wrapped("close it there first", 9, letters)) == "close it\nthere\nfirst");
    BOOST_TEST(utf8(wrapped("a word-that-is-long b", 6, letters)) == "a\nword-that-is-long\nb");
    BOOST_TEST(utf8(wrapped("one\n\ntwo three", 20, letters)) == "one\n\ntwo three");
    BOOST_TEST(wrapped("", 5, letters).empty());
}

BOOST_AUTO_TEST_SUITE_END()

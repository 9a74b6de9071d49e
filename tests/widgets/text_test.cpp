// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/date_field.hpp"
#include "widgets/list_order.hpp"
#include "widgets/text.hpp"

#include <boost/test/unit_test.hpp>

using namespace widgets;

namespace {

// The digits of the screen, for one story.
struct KhmerDigits {
    KhmerDigits() { use_digits(Digits::khmer); }
    ~KhmerDigits() { use_digits(Digits::latin); }
};

} // namespace

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

BOOST_AUTO_TEST_CASE(figures_and_days_stand_in_the_digits_that_were_chosen) {
    using namespace std::chrono;
    const core::Day day{2025y, December, 17d};
    BOOST_TEST(utf8(number(-120)) == "-120");
    BOOST_TEST(utf8(shown(day)) == "17/12/2025");
    const KhmerDigits chosen;
    BOOST_TEST(utf8(number(-120)) == "-១២០");
    BOOST_TEST(utf8(figure(std::string("72.50"))) == "៧២.៥០");
    BOOST_TEST(utf8(shown(day)) == "១៧/១២/២០២៥");
    BOOST_TEST(utf8(shown(core::PartialDate{day, core::Precision::about})) == "~២០២៥");
}

BOOST_AUTO_TEST_CASE(excel_gets_figures_and_days_it_can_count_with_and_names_as_they_are) {
    BOOST_TEST(plain("ថ្នាក់ទី៧") == "ថ្នាក់ទី៧");
    BOOST_TEST(plain("៧") == "៧"); // with Latin digits on the screen that is what somebody typed: a name
    const KhmerDigits chosen;
    BOOST_TEST(plain("៧២.៥០") == "72.50");
    BOOST_TEST(plain("១៧/១២/២០២៥") == "17/12/2025");
    BOOST_TEST(plain("ថ្នាក់ទី៧") == "ថ្នាក់ទី៧");
}

BOOST_AUTO_TEST_CASE(khmer_figures_are_sorted_by_what_they_are_worth) {
    const std::vector<std::size_t> order = order_of_cells({"១០", "៩", "១០០"}, true);
    BOOST_TEST(order == (std::vector<std::size_t>{1, 0, 2}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_codes_of_the_digits_are_those_that_are_remembered) {
    for (const Digits one : {Digits::latin, Digits::khmer})
        BOOST_TEST((digits_from_code(code_of(one)) == one));
    BOOST_TEST(!digits_from_code("roman"));
}

BOOST_AUTO_TEST_CASE(a_sentence_wraps_at_its_blanks_and_a_longer_word_stands_alone) {
    const auto letters = [](const wxString& line) { return static_cast<int>(line.length()); };
    BOOST_TEST(utf8(wrapped("close it there first", 9, letters)) == "close it\nthere\nfirst");
    BOOST_TEST(utf8(wrapped("a word-that-is-long b", 6, letters)) == "a\nword-that-is-long\nb");
    BOOST_TEST(utf8(wrapped("one\n\ntwo three", 20, letters)) == "one\n\ntwo three");
    BOOST_TEST(wrapped("", 5, letters).empty());
}

BOOST_AUTO_TEST_SUITE_END()

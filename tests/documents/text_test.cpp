// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/line_break.hpp"
#include "documents/paper.hpp"
#include "documents/text.hpp"

#include <boost/test/unit_test.hpp>

using documents::Typeface;

namespace {

documents::ShapedText shaped(std::string_view text, double spacing = 0) {
    auto line = documents::shape(text, Typeface::body, paper::fonts(), spacing);
    BOOST_REQUIRE(line.has_value());
    return *line;
}

std::string text_of(const documents::ShapedText& line) {
    std::string text;
    for (const auto& word : line.words)
        text += (text.empty() ? "" : " ") + word.text;
    return text;
}

std::size_t glyph_count(std::string_view text) {
    std::size_t count = 0;
    for (const auto& word : shaped(text).words)
        count += word.glyphs.size();
    return count;
}

} // namespace

BOOST_AUTO_TEST_SUITE(text)

BOOST_AUTO_TEST_CASE(a_line_is_its_words_with_single_blanks) {
    const auto line = shaped("  សុខ \t ច័ន្ទដារ៉ា\nSOK 0202-២០២៦ ");
    BOOST_TEST(text_of(line) == "សុខ ច័ន្ទដារ៉ា SOK 0202-២០២៦");
    BOOST_TEST(line.words.size() == 4U);
    BOOST_TEST(line.width > 0);
}

BOOST_AUTO_TEST_CASE(a_space_of_no_width_leaves_no_trace) {
    BOOST_TEST(text_of(shaped("សុខ\u200Bដារ៉ា")) == "សុខដារ៉ា");
    BOOST_TEST(shaped("សុខ\u200Bដារ៉ា").width == shaped("សុខដារ៉ា").width);
    BOOST_TEST(shaped("\u200B ").words.empty());
    BOOST_TEST(shaped("").width == 0);
}

BOOST_AUTO_TEST_CASE(khmer_is_shaped_not_set_letter_by_letter) {
    // Letters under letters make one cluster: fewer glyphs than characters, and no dotted circle.
    BOOST_TEST(glyph_count("ស្ត្រី") < 6U);
    // េ stands before its consonant, wherever it was typed.
    const auto line = shaped("ខែ");
    BOOST_REQUIRE(line.words[0].glyphs.size() == 2U);
    BOOST_TEST(line.words[0].glyphs[0].index == shaped("ខែ").words[0].glyphs[0].index);
    BOOST_TEST(shaped("ខ").words[0].glyphs[0].index == line.words[0].glyphs[1].index);
}

BOOST_AUTO_TEST_CASE(a_character_in_no_font_is_named) {
    const auto line = documents::shape("សុខ 中", Typeface::heading, paper::fonts());
    BOOST_REQUIRE(!line.has_value());
    BOOST_TEST(line.error().code == "document.no-glyph");
    BOOST_TEST(line.error().fact("character") == "U+4E2D");
    BOOST_TEST(line.error().fact("text") == "中");
}

BOOST_AUTO_TEST_CASE(spacing_widens_between_letters_and_not_after_them) {
    BOOST_TEST(std::abs(shaped("SOK", 0.5).width - (shaped("SOK").width + 1.0)) < 1e-9);
}

BOOST_AUTO_TEST_CASE(khmer_breaks_between_words_of_the_dictionary) {
    const std::string text = "ការិយាល័យអប់រំ";
    const auto breaks = documents::line_break_offsets(text);
    BOOST_REQUIRE(breaks.size() == 2U);
    BOOST_TEST(text.substr(0, breaks[0]) == "ការិយាល័យ");
    BOOST_TEST(breaks[1] == text.size());
    BOOST_TEST(documents::line_break_offsets("").empty());
}

BOOST_AUTO_TEST_CASE(lines_fit_the_width_and_lose_nothing) {
    const std::string text = "មជ្ឈមណ្ឌលសិក្សាសហគមន៍តាពូង ឃុំតាពូង ស្រុកថ្មគោល Battambang province";
    for (const double width : {4.0, 8.0, 15.0, 100.0}) {
        const auto lines = documents::shape_lines(text, Typeface::list, paper::fonts(), width);
        BOOST_REQUIRE(lines.has_value());
        std::string all;
        for (const auto& line : *lines) {
            BOOST_TEST(line.width <= width);
            for (const auto& word : line.words)
                all += word.text;
        }
        std::string without_blanks = text;
        std::erase(without_blanks, ' ');
        BOOST_TEST(all == without_blanks);
    }
}

BOOST_AUTO_TEST_CASE(a_word_wider_than_the_line_breaks_between_clusters) {
    const auto lines = documents::shape_lines("ស្ត្រីស្ត្រី", Typeface::list, paper::fonts(), 1.5);
    BOOST_REQUIRE(lines.has_value());
    BOOST_TEST(lines->size() == 2U);
    // Narrower than any letter: still every letter is there.
    const auto narrow = documents::shape_lines("SOK", Typeface::list, paper::fonts(), 0.01);
    BOOST_REQUIRE(narrow.has_value());
    BOOST_TEST(narrow->size() == 3U);
}

BOOST_AUTO_TEST_CASE(khmer_is_told_from_latin) {
    BOOST_TEST(documents::has_khmer("SOK សុខ"));
    BOOST_TEST(!documents::has_khmer("SOK Nguyễn 2026"));
}

BOOST_AUTO_TEST_SUITE_END()

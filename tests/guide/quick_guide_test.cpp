// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/quick_guide.hpp"

#include <boost/test/unit_test.hpp>

namespace {

const documents::Fonts& fonts() {
    static const documents::Fonts loaded = documents::Fonts::load(documents::font_folders("."));
    return loaded;
}

} // namespace

BOOST_AUTO_TEST_SUITE(quick_guide)

using wording::Language;

BOOST_AUTO_TEST_CASE(it_is_four_pages_in_both_languages_and_speaks_of_nothing_that_is_not_there) {
    for (const Language language : {Language::khmer, Language::english}) {
        const guide::QuickGuide guide = guide::quick_guide(language);
        BOOST_TEST(guide.unknown.empty());
        for (const std::string& name : guide.unknown)
            BOOST_ERROR("the guide speaks of " + name);
        BOOST_TEST(guide.leaflet.pages.size() == 4U);
        const auto pages = documents::lay_out(guide.leaflet, fonts());
        BOOST_REQUIRE(pages.has_value());
        BOOST_TEST(pages->size() == 4U);
    }
}

BOOST_AUTO_TEST_CASE(both_languages_have_the_same_boxes_and_lines) {
    const auto english = guide::quick_guide(Language::english).leaflet,
               khmer = guide::quick_guide(Language::khmer).leaflet;
    BOOST_REQUIRE(english.pages.size() == khmer.pages.size());
    for (std::size_t p = 0; p < english.pages.size(); ++p) {
        BOOST_REQUIRE(english.pages[p].boxes.size() == khmer.pages[p].boxes.size());
        for (std::size_t b = 0; b < english.pages[p].boxes.size(); ++b) {
            const auto &one = english.pages[p].boxes[b], &other = khmer.pages[p].boxes[b];
            BOOST_TEST(one.warning == other.warning, one.title);
            BOOST_REQUIRE_MESSAGE(one.lines.size() == other.lines.size(), one.title);
            for (std::size_t l = 0; l < one.lines.size(); ++l)
                BOOST_TEST((one.lines[l].kind == other.lines[l].kind), one.lines[l].text);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_page_with_more_than_paper_holds_is_refused_by_its_number) {
    std::string text = "= One | first\n## Box\nShort.\n= Two | second\n## Long\n";
    for (int i = 0; i < 200; ++i)
        text += "1. A step that takes a line or two of its own, whatever is done\n";
    const auto pages = documents::lay_out(guide::read_quick_guide(text, Language::english).leaflet, fonts());
    BOOST_REQUIRE(!pages.has_value());
    BOOST_TEST(pages.error().code == "leaflet.too-long");
    BOOST_TEST(pages.error().fact("page") == "2");
}

BOOST_AUTO_TEST_SUITE_END()

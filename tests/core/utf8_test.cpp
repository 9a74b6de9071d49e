// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random.hpp"
#include "core/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include <span>

BOOST_AUTO_TEST_SUITE(utf8)

BOOST_AUTO_TEST_CASE(every_code_point_reads_back) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c == 0xD800) c = 0xE000;
        std::string text;
        core::append_utf8(text, c);
        const core::Decoded decoded = core::decode_utf8(text, 0);
        // One check a code point: a million BOOST_TESTs would take longer than all the others.
        if (!decoded.valid || decoded.code_point != c || decoded.size != text.size())
            BOOST_FAIL("U+" << std::hex << static_cast<unsigned>(c));
    }
}

BOOST_AUTO_TEST_CASE(what_is_not_utf8_is_found_at_its_byte) {
    using namespace std::string_view_literals;
    BOOST_TEST(core::is_utf8("ស្រុក Srok"));
    BOOST_TEST(core::is_utf8(""));
    const std::pair<std::string_view, std::size_t> cases[] = {
        {"ab\x80"sv, 2},           // a tail without a head
        {"a\xE1\x9E"sv, 1},        // cut short
        {"\xC0\xAF"sv, 0},         // overlong
        {"\xE0\x80\x80"sv, 0},     // overlong
        {"x\xED\xA0\x80"sv, 1},    // a surrogate
        {"\xF4\x90\x80\x80"sv, 0}, // past U+10FFFF
        {"\xFF"sv, 0},
    };
    for (const auto& [text, at] : cases) {
        BOOST_TEST_CONTEXT("case with fault at " << at) {
            BOOST_REQUIRE(core::first_invalid_utf8(text).has_value());
            BOOST_TEST(*core::first_invalid_utf8(text) == at);
        }
    }
}

BOOST_AUTO_TEST_CASE(broken_bytes_become_the_replacement_character_and_reading_goes_on) {
    BOOST_TEST((core::to_utf32("a\xE1\x9E"
                               "b") == U"a\uFFFD\uFFFDb"));
}

BOOST_AUTO_TEST_CASE(reading_any_bytes_ends_and_gives_utf8) {
    core::SeededRandom random{1};
    for (int round = 0; round < 1000; ++round) {
        std::string bytes(random.below(40), '\0');
        random.fill(std::as_writable_bytes(std::span{bytes}));
        const std::string again = core::to_utf8(core::to_utf32(bytes));
        BOOST_REQUIRE(core::is_utf8(again));
        if (core::is_utf8(bytes)) BOOST_REQUIRE(again == bytes);
    }
}

BOOST_AUTO_TEST_CASE(an_iterator_knows_its_byte) {
    const auto points = core::code_points("កa");
    auto at = points.begin();
    BOOST_TEST((*at == U'ក'));
    BOOST_TEST((++at).offset() == 3U);
    BOOST_TEST((*at++ == U'a'));
    BOOST_TEST((at == points.end()));
}

BOOST_AUTO_TEST_SUITE_END()

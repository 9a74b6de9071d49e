// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/sheet_wording.hpp"
#include "core/resource.hpp"

#include <boost/test/unit_test.hpp>

namespace assessment {
std::string_view resource(std::string_view path);
}

namespace {

const std::string shipped{assessment::resource("assessment/result-sheet.txt")};

// The shipped words with a line changed.
std::string with(const std::string& line, const std::string& other) {
    std::string text = shipped;
    const auto at = text.find(line);
    BOOST_REQUIRE(at != std::string::npos);
    return text.replace(at, line.size(), other);
}

std::string fault(const std::string& text) {
    const auto read = assessment::parse_sheet_wording(text);
    return read ? "" : read.error().code + " " + std::string{read.error().fact("key")};
}

} // namespace

BOOST_AUTO_TEST_SUITE(sheet_wording)

BOOST_AUTO_TEST_CASE(the_shipped_words_are_read_and_have_a_version) {
    const auto& words = assessment::sheet_wording();
    BOOST_TEST(words.version == "2026-2");
    BOOST_TEST(words.title == "តារាងលទ្ធផល");
    BOOST_TEST(words.absent == "អម");
}

BOOST_AUTO_TEST_CASE(a_ministry_that_calls_it_otherwise_changes_a_line) {
    const auto read = assessment::parse_sheet_wording(with("pass\tជាប់", "pass\tជាប់មធ្យម")).value();
    BOOST_TEST(read.pass == "ជាប់មធ្យម");
}

BOOST_AUTO_TEST_CASE(a_word_that_is_missing_or_nobody_knows_is_named) {
    BOOST_TEST(fault(with("pass\tជាប់\n", "")) == "sheet-wording.unreadable pass");
    BOOST_TEST(fault(with("pass\tជាប់", "pass\t")) == "sheet-wording.unreadable pass");
    BOOST_TEST(fault(with("pass\t", "passed\t")) == "sheet-wording.unreadable passed");
    BOOST_TEST(fault(with("{} នាក់ ស្រី {} នាក់", "{} នាក់")) == "sheet-wording.unreadable people");
}

BOOST_AUTO_TEST_SUITE_END()

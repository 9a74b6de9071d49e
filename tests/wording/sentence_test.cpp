// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utf8.hpp"
#include "samples.hpp"
#include "wording/language.hpp"
#include "wording/message.hpp"
#include "wording/sentence.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <vector>

using wording::Catalogue;

namespace {

const Catalogue& khmer() {
    return wording::catalogue_of(wording::Language::khmer);
}

std::vector<wording::Message> all_messages() {
    std::vector<wording::Message> all;
    for (const auto table :
         {wording::file_messages(), wording::input_messages(), wording::register_messages(),
          wording::import_messages(), wording::office_messages(), wording::return_messages(),
          wording::identity_messages(), wording::transfer_messages(), wording::score_messages()})
        all.insert(all.end(), table.begin(), table.end());
    return all;
}

// The {names} of a text.
std::set<std::string> names_in(std::string_view text) {
    std::set<std::string> names;
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1))
        names.emplace(text.substr(open, text.find('}', open) - open + 1));
    return names;
}

bool holds_khmer(std::string_view text) {
    const auto points = core::code_points(text);
    return std::any_of(points.begin(), points.end(), [](char32_t c) { return c >= 0x1780 && c <= 0x17FF; });
}

} // namespace

BOOST_AUTO_TEST_SUITE(sentence)

BOOST_AUTO_TEST_CASE(an_error_says_where_what_and_what_to_do) {
    const auto error = core::Error{"date.month-first"}
                           .with("text", "04/25/2003")
                           .with("month_first", "2003-04-25")
                           .at({.sheet = "ថ្នាក់ទី១", .cell = "F50"});
    const auto english = wording::sentence({}, error);
    BOOST_TEST(english.place == "sheet ថ្នាក់ទី១, cell F50");
    BOOST_TEST(english.message ==
               "The date 04/25/2003 exists only with the month first: it may mean 2003-04-25.");
    BOOST_TEST(english.remedy == "Write the day first: 31/12/2005.");
    BOOST_TEST(wording::in_one_line(english) ==
               english.place + ": " + english.message + " " + english.remedy);

    const auto in_khmer = wording::sentence(khmer(), error);
    BOOST_TEST(in_khmer.place == "សន្លឹក ថ្នាក់ទី១, ក្រឡា F50");
    BOOST_TEST(in_khmer.message.find("04/25/2003") != std::string::npos);
    BOOST_TEST(in_khmer.message.find("2003-04-25") != std::string::npos);
    BOOST_TEST(holds_khmer(in_khmer.message));
}

BOOST_AUTO_TEST_CASE(a_place_names_what_is_known_of_it) {
    BOOST_TEST(wording::place_text({}, {}) == "");
    BOOST_TEST(wording::place_text({}, {.file = "a.xlsx", .row = 7}) == "file a.xlsx, row 7");
    BOOST_TEST(wording::place_text({}, {.cell = "E28", .row = 28}) == "cell E28");
    BOOST_TEST(wording::place_text({}, {.file = "a.csv", .byte = 12}) == "file a.csv, byte 12");
}

BOOST_AUTO_TEST_CASE(a_code_without_words_gives_itself) {
    BOOST_TEST(wording::sentence(khmer(), core::Error{"no.such-code"}).message == "no.such-code");
    BOOST_TEST(wording::in_one_line(wording::sentence({}, core::Error{"no.such-code"})) == "no.such-code");
    BOOST_TEST(!wording::has_words("no.such-code"));
    BOOST_TEST(wording::has_words("date.future"));
}

BOOST_AUTO_TEST_CASE(a_fact_may_choose_the_words) {
    const auto rows = core::Error{"file.too-big"}.with("what", "rows").with("maximum", "50000");
    BOOST_TEST(wording::sentence({}, rows).message == "The list has more than 50000 rows.");
    const auto depth = core::Error{"file.too-big"}.with("what", "depth").with("maximum", "32");
    BOOST_TEST(wording::sentence({}, depth).message ==
               "The file is larger than Srok reads (limit of depth: 32).");
}

BOOST_AUTO_TEST_CASE(facts_fill_their_places) {
    const auto error = core::Error{"x"}.with("name", "{has}").with("has", "7").with("looks-like", "zip");
    BOOST_TEST(wording::fill("{name} {has}", error) == "{has} 7"); // a fact is data, never a template
    BOOST_TEST(wording::fill("({looks-like})", error) == "(zip)");
    BOOST_TEST(wording::fill("{missing}", error) == "…");
    BOOST_TEST(wording::fill("{ } {} { {has", error) == "{ } {} { {has");
    BOOST_TEST(wording::fill("{{has}}", error) == "{7}");
    BOOST_TEST(wording::fill("", error) == "");
}

BOOST_AUTO_TEST_CASE(every_code_has_words) {
    std::ifstream file{test::samples() / "codes.txt"};
    BOOST_REQUIRE(file.good());
    int codes = 0;
    for (std::string code; std::getline(file, code);) {
        if (code.empty() || code.front() == '#') continue;
        ++codes;
        BOOST_TEST(wording::has_words(code), code << " has no words");
    }
    BOOST_TEST(codes > 50);
}

// Whoever cannot open an office file is never left without the next step.
BOOST_AUTO_TEST_CASE(every_office_file_that_is_refused_comes_with_a_remedy) {
    for (const char* code : {"file.missing",        "file.exists",      "file.not-ours",  "file.newer",
                             "file.older",          "file.damaged",     "file.dangling",  "file.locked",
                             "file.read-only",      "file.replaced",    "file.stale-log", "file.network",
                             "file.synced-folder",  "file.cannot-open", "file.write",     "folder.missing",
                             "disk.full",           "disk.failed",      "memory.full",    "backup.unequal",
                             "backup.other-office", "backup.same-file", "audit.altered",  "invariant.broken"})
        BOOST_TEST(!wording::sentence(khmer(), core::Error{code}).remedy.empty(), code);
}

BOOST_AUTO_TEST_CASE(every_message_is_said_once_and_in_khmer_with_the_same_facts) {
    std::set<std::string> seen;
    for (const auto& message : all_messages()) {
        BOOST_TEST_CONTEXT(message.code << " " << message.value) {
            const std::string key = std::string{message.code} + ":" + std::string{message.value};
            BOOST_TEST(seen.insert(key).second);
            BOOST_TEST(!message.text.empty());
            // Words chosen by a fact stand before the plain ones, or they would never be said.
            if (!message.fact.empty()) BOOST_TEST(!seen.contains(std::string{message.code} + ":"));
            for (const auto english : {message.text, message.remedy}) {
                if (english.empty()) continue;
                const auto translated = khmer().text(english);
                BOOST_TEST(holds_khmer(translated), "no Khmer for: " << english);
                BOOST_TEST(names_in(translated) == names_in(english), english);
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

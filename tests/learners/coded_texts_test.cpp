// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random.hpp"
#include "core/utf8.hpp"
#include "learners/coded_texts.hpp"

#include <boost/test/unit_test.hpp>

using namespace learners;

namespace {

std::string code_of(std::string_view text) {
    std::string code;
    append_code(code, text);
    return code;
}

// Letters of every length of code, few enough that texts often hold each other.
std::string random_text(core::Random& random, std::uint64_t longest) {
    static constexpr std::u32string_view letters = U"កខសុា្abc01é王\U0001F600\x02\x10\x7F";
    std::string text;
    for (auto n = random.below(longest + 1); n > 0; --n)
        core::append_utf8(text, letters[random.below(letters.size())]);
    return text;
}

std::vector<std::size_t> naive(const std::vector<std::string>& texts, std::string_view part) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (texts[i].find(part) != std::string::npos) found.push_back(i);
    return found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(coded_texts)

BOOST_AUTO_TEST_CASE(a_khmer_letter_takes_one_byte) {
    BOOST_TEST(code_of("ស្រី sok").size() == 8U);
    BOOST_TEST(code_of("é").size() == 7U);
}

BOOST_AUTO_TEST_CASE(the_scan_finds_what_a_naive_search_finds) {
    core::SeededRandom random{3};
    for (int round = 0; round < 60; ++round) {
        CodedTexts coded;
        std::vector<std::string> texts;
        for (auto n = 1 + random.below(200); n > 0; --n) {
            texts.push_back(random_text(random, 1 + random.below(40)));
            std::string code = code_of(texts.back());
            end_field(code);
            coded.add(code);
        }
        for (int query = 0; query < 60; ++query) {
            const std::string part = random_text(random, 1 + random.below(6));
            if (part.empty()) continue;
            Marks marks(coded.size());
            coded.mark_holding(code_of(part), marks);
            const auto expected = naive(texts, part);
            BOOST_TEST(marks.count() == static_cast<std::int64_t>(expected.size()));
            BOOST_TEST((marks.first(texts.size()) == expected), part);
        }
    }
}

BOOST_AUTO_TEST_CASE(nothing_is_found_across_two_fields_or_two_texts) {
    CodedTexts coded;
    for (const auto* text : {"sok", "dara"}) {
        std::string code;
        append_code(code, text);
        end_field(code);
        append_code(code, "012");
        end_field(code);
        coded.add(code);
    }
    for (const auto* part : {"k0", "2d", "okd", "sok012"}) {
        Marks marks(coded.size());
        coded.mark_holding(part, marks);
        BOOST_TEST(marks.count() == 0, part);
    }
    BOOST_TEST(holds(coded.text(1), "dara"));
}

BOOST_AUTO_TEST_CASE(marks_are_a_set) {
    Marks marks(130);
    for (std::size_t i : {std::size_t{0}, std::size_t{63}, std::size_t{64}, std::size_t{129}})
        marks.set(i);
    BOOST_TEST(marks.count() == 4);
    const std::vector<std::size_t> two = {0, 63};
    BOOST_TEST(marks.first(2) == two, boost::test_tools::per_element());
    Marks all(130);
    all.set_all();
    BOOST_TEST(all.count() == 130);
    all.remove(marks);
    BOOST_TEST(all.count() == 126);
    BOOST_TEST(!all.test(129));
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random.hpp"
#include "wording/catalogue.hpp"
#include "wording/language.hpp"

#include <boost/test/unit_test.hpp>

#include <utility>
#include <vector>

using wording::Catalogue;
using namespace std::string_literals;

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

void put(std::string& bytes, std::size_t value, bool big) {
    for (unsigned i = 0; i < 4; ++i)
        bytes += static_cast<char>((value >> (8 * (big ? 3 - i : i))) & 0xFFU);
}

// A catalogue as msgfmt writes it: header, the two tables, the strings.
std::string mo(const Pairs& pairs, bool big = false) {
    const std::size_t ids = 28;
    const std::size_t texts = ids + 8 * pairs.size();
    std::string strings, id_table, text_table;
    const auto add = [&](std::string& table, const std::string& text) {
        put(table, text.size(), big);
        put(table, texts + 8 * pairs.size() + strings.size(), big);
        strings += text + '\0';
    };
    for (const auto& [id, text] : pairs)
        add(id_table, id);
    for (const auto& [id, text] : pairs)
        add(text_table, text);
    std::string bytes;
    for (const std::size_t word :
         {std::size_t{0x950412DE}, std::size_t{0}, pairs.size(), ids, texts, std::size_t{0}, std::size_t{0}})
        put(bytes, word, big);
    return bytes + id_table + text_table + strings;
}

const Pairs sample{{"", "Content-Type: text/plain; charset=UTF-8\n"},
                   {"Cancel", "បោះបង់"},
                   {"menu\x04Open", "បើក"},
                   {"one learner\0many learners"s, "អ្នកសិក្សា"}};

} // namespace

BOOST_AUTO_TEST_SUITE(catalogue)

BOOST_AUTO_TEST_CASE(texts_are_found_in_either_byte_order) {
    for (const bool big : {false, true}) {
        const auto read = Catalogue::from_mo(mo(sample, big));
        BOOST_REQUIRE(read.has_value());
        BOOST_TEST(read->size() == 4U);
        BOOST_TEST(read->text("Cancel") == "បោះបង់");
        BOOST_TEST(read->text("menu", "Open") == "បើក");
    }
}

BOOST_AUTO_TEST_CASE(what_has_no_translation_stays_english) {
    const auto read = Catalogue::from_mo(mo(sample)).value();
    BOOST_TEST(read.text("Open") == "Open"); // only with its context
    BOOST_TEST(read.text("other", "Open") == "Open");
    BOOST_TEST(read.text("") == "");
    BOOST_TEST(Catalogue{}.text("Cancel") == "Cancel");
    BOOST_TEST(Catalogue::from_mo(mo({{"Close", ""}})).value().text("Close") == "Close");
}

BOOST_AUTO_TEST_CASE(khmer_has_one_form_for_any_count) {
    const auto khmer = Catalogue::from_mo(mo(sample)).value();
    for (const unsigned count : {0U, 1U, 2U, 100U})
        BOOST_TEST(khmer.plural("one learner", "many learners", count) == "អ្នកសិក្សា");
    BOOST_TEST(Catalogue{}.plural("one learner", "many learners", 1) == "one learner");
    BOOST_TEST(Catalogue{}.plural("one learner", "many learners", 0) == "many learners");
    const auto two_forms = Catalogue::from_mo(mo({{"one\0many"s, "uno\0altri"s}})).value();
    BOOST_TEST(two_forms.plural("one", "many", 1) == "uno");
    BOOST_TEST(two_forms.plural("one", "many", 5) == "altri");
}

BOOST_AUTO_TEST_CASE(a_copy_keeps_its_own_texts) {
    Catalogue copy;
    {
        const auto read = Catalogue::from_mo(mo(sample)).value();
        copy = read;
    }
    BOOST_TEST(copy.text("Cancel") == "បោះបង់");
}

BOOST_AUTO_TEST_CASE(what_does_not_hold_together_is_refused_with_its_byte) {
    const std::string good = mo(sample);
    for (std::size_t size = 0; size < good.size(); ++size) {
        const auto cut = Catalogue::from_mo(std::string_view{good}.substr(0, size));
        BOOST_REQUIRE_MESSAGE(!cut.has_value(), size);
        BOOST_REQUIRE(cut.error().code == "catalogue.damaged");
        BOOST_REQUIRE(cut.error().place.byte.has_value());
    }
    const auto with_word = [&](std::size_t at, std::size_t value) {
        std::string bytes = good;
        std::string word;
        put(word, value, false);
        return bytes.replace(at, 4, word);
    };
    BOOST_TEST(!Catalogue::from_mo(with_word(0, 0x12345678)));  // not a catalogue
    BOOST_TEST(!Catalogue::from_mo(with_word(4, 0x00020000)));  // a later format
    BOOST_TEST(!Catalogue::from_mo(with_word(8, 0xFFFFFFFF)));  // more texts than the file could hold
    BOOST_TEST(!Catalogue::from_mo(with_word(12, 0xFFFFFFF0))); // a table past the end
    BOOST_TEST(!Catalogue::from_mo(with_word(28, 0xFFFFFFFF))); // a string past the end
    BOOST_TEST(!Catalogue::from_mo(with_word(28, 2)));          // a string that does not end where it says
    BOOST_TEST(!Catalogue::from_mo(mo({{"a", "\xFF"}})));       // not UTF-8
}

BOOST_AUTO_TEST_CASE(no_bytes_harm_the_reader) {
    core::SeededRandom random{17};
    const std::string good = mo(sample);
    for (int i = 0; i < 20000; ++i) {
        std::string bytes = good;
        for (auto changes = 1 + random.below(4); changes > 0; --changes)
            bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
        if (const auto read = Catalogue::from_mo(bytes)) {
            read->text("Cancel");
            read->text("menu", "Open");
            read->plural("one learner", "many learners", 2);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_khmer_catalogue_is_built_into_the_program) {
    const auto& khmer = wording::catalogue_of(wording::Language::khmer);
    BOOST_TEST(khmer.size() > 100U);
    BOOST_TEST(khmer.text("Cancel") == "បោះបង់");
    BOOST_TEST(wording::catalogue_of(wording::Language::english).text("Cancel") == "Cancel");
    BOOST_TEST((wording::language_from_code("km") == wording::Language::khmer));
    BOOST_TEST(!wording::language_from_code("fr").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

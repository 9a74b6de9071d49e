// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collation.hpp"
#include "core/fold.hpp"
#include "core/random.hpp"
#include "csv_rows.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <span>
#include <vector>

using core::sort_key;

namespace {

// The texts in the order of their keys, joined.
std::string sorted(std::vector<std::string> texts) {
    std::sort(texts.begin(), texts.end(),
              [](const std::string& a, const std::string& b) { return sort_key(a) < sort_key(b); });
    std::string joined;
    for (const auto& text : texts)
        joined += (joined.empty() ? "" : " | ") + text;
    return joined;
}

} // namespace

BOOST_AUTO_TEST_SUITE(collation)

BOOST_AUTO_TEST_CASE(khmer_sorts_as_the_dictionary_does) {
    BOOST_TEST(sorted({"ហេង", "កែវ", "សុខ", "អ៊ុំ", "ខៀវ", "ចាន់", "ងួន"}) ==
               "កែវ | ខៀវ | ងួន | ចាន់ | សុខ | ហេង | អ៊ុំ");
    BOOST_TEST(sorted({"កូន", "កុន", "ការ", "កន", "ក្រ"}) == "កន | ការ | កុន | កូន | ក្រ");
}

BOOST_AUTO_TEST_CASE(encodings_that_look_the_same_sort_side_by_side) {
    // By code points the mis-ordered ខែ្មរ would stand before ខ្មា, and coeng DA before all coeng TA.
    BOOST_TEST(sorted({"ខ្មោច", "ខែ្មរ", "ខ្មាន់", "ខ្មែរ"}) == "ខ្មាន់ | ខែ្មរ | ខ្មែរ | ខ្មោច");
    BOOST_TEST(sorted({"កណ្ឌ", "កណ្ដាល", "កណ្តាច", "កណ្តាល\u200B"}) == "កណ្ឌ | កណ្តាច | កណ្ដាល | កណ្តាល\u200B");
}

BOOST_AUTO_TEST_CASE(numbers_sort_by_value_in_either_digits) {
    BOOST_TEST(sorted({"ថ្នាក់ ១០", "ថ្នាក់ ៩", "ថ្នាក់ 2", "ថ្នាក់ ១"}) == "ថ្នាក់ ១ | ថ្នាក់ 2 | ថ្នាក់ ៩ | ថ្នាក់ ១០");
}

BOOST_AUTO_TEST_CASE(latin_sorts_by_spelling_without_regard_to_case) {
    BOOST_TEST(sorted({"Sorn", "San", "SOK", "Sam", "sim"}) == "Sam | San | sim | SOK | Sorn");
}

BOOST_AUTO_TEST_CASE(a_name_sorts_before_those_it_begins) {
    BOOST_TEST(sorted({"សុខ សុភា", "សុខ", "សុខា", "សុខ ចាន់"}).starts_with("សុខ | "));
}

BOOST_AUTO_TEST_CASE(different_texts_have_different_keys) {
    std::set<std::string> keys;
    std::set<std::string> texts;
    for (const auto& row : test::csv_rows("khmer-names.csv")) {
        keys.insert(sort_key(row.at("name_km")));
        texts.insert(row.at("name_km"));
    }
    BOOST_TEST(keys.size() == texts.size());
    BOOST_TEST(sort_key("កណ្ដាល") != sort_key("កណ្តាល"));
}

BOOST_AUTO_TEST_CASE(any_bytes_have_a_key) {
    core::SeededRandom random{3};
    for (int i = 0; i < 500; ++i) {
        std::string bytes(random.below(200), '\0');
        random.fill(std::as_writable_bytes(std::span{bytes}));
        BOOST_REQUIRE(!sort_key(bytes).empty());
        BOOST_REQUIRE(sort_key(bytes) == sort_key(bytes));
    }
}

BOOST_AUTO_TEST_CASE(the_version_names_icu_and_the_fold) {
    const std::string version = core::sort_key_version();
    BOOST_TEST(version.starts_with("icu "));
    BOOST_TEST(version.ends_with(" fold " + std::to_string(core::fold_version)));
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/change.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(change)

BOOST_AUTO_TEST_CASE(each_field_says_what_it_was_and_is) {
    BOOST_TEST(storage::change_json({{"phone", std::nullopt, "012345678"}, {"name_km", "សុខ", "សុខា"}}) ==
               R"({"phone":[null,"012345678"],"name_km":["សុខ","សុខា"]})");
    BOOST_TEST(storage::change_json({}) == "{}");
}

BOOST_AUTO_TEST_CASE(only_fields_that_differ_are_changes) {
    const storage::Fields was = {{"name", "Sok"}, {"phone", std::nullopt}, {"note", "x"}};
    const storage::Fields is = {{"name", "Sok"}, {"phone", "012345678"}, {"note", std::nullopt}};
    const std::vector<storage::FieldChange> expected = {{"phone", std::nullopt, "012345678"},
                                                        {"note", "x", std::nullopt}};
    BOOST_TEST((storage::changes_between(was, is) == expected));
    BOOST_TEST(storage::changes_between(was, was).empty());
    // A new row is what it holds.
    BOOST_TEST(storage::change_json(storage::changes_between({}, was)) ==
               R"({"name":[null,"Sok"],"note":[null,"x"]})");
}

BOOST_AUTO_TEST_CASE(whatever_was_typed_stays_json) {
    BOOST_TEST(storage::json_quoted("a\"b\\c\nd") == R"("a\"b\\c\u000ad")");
    BOOST_TEST(storage::json_quoted("\xFF") == "\"\uFFFD\"");
}

BOOST_AUTO_TEST_SUITE_END()

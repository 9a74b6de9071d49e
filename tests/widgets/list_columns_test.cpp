// SPDX-License-Identifier: GPL-3.0-or-later
// A clerk hides a column and moves another; tomorrow the list is as it was left.
#include "widgets/list_columns.hpp"

#include <boost/test/unit_test.hpp>

using Columns = std::vector<std::size_t>;

BOOST_AUTO_TEST_SUITE(list_columns)

BOOST_AUTO_TEST_CASE(what_was_chosen_comes_back) {
    const Columns chosen = {0, 5, 2};
    BOOST_TEST(widgets::columns_text(chosen, 7) == "7:0,5,2");
    BOOST_TEST(widgets::columns_from_text("7:0,5,2", 7) == chosen, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_list_that_has_other_columns_by_now_shows_all_of_them) {
    BOOST_TEST(widgets::columns_from_text("7:0,5,2", 8) == widgets::all_columns(8),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_nobody_wrote_hides_nothing) {
    for (const char* text : {"", "3", "3:", "3:a", "3:0,,1", "3:0,3", "3:1,1", ":0", "3:-1", "3:0,1,"})
        BOOST_TEST(widgets::columns_from_text(text, 3) == (Columns{0, 1, 2}),
                   boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

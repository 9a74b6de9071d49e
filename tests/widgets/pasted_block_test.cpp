// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pasted_block.hpp"

#include <boost/test/unit_test.hpp>

using widgets::Block;
using widgets::parse_block;

BOOST_AUTO_TEST_SUITE(pasted_block)

BOOST_AUTO_TEST_CASE(rows_and_cells_come_as_spreadsheets_put_them_on_the_clipboard) {
    const Block expected{{"7.50", "8"}, {"", "អម"}};
    BOOST_TEST((parse_block("7.50\t8\n\tអម\n") == expected));
    BOOST_TEST((parse_block("7.50\t8\r\n\tអម\r\n") == expected)); // Excel
    BOOST_TEST((parse_block("7.50\t8\r\tអម") == expected));
}

BOOST_AUTO_TEST_CASE(only_the_last_line_end_makes_no_row) {
    BOOST_TEST((parse_block("7\n\n8\n") == Block{{"7"}, {""}, {"8"}}));
    BOOST_TEST((parse_block("7\n\n") == Block{{"7"}, {""}}));
    BOOST_TEST(parse_block("").empty());
    BOOST_TEST((parse_block("\t") == Block{{"", ""}}));
}

BOOST_AUTO_TEST_CASE(a_quoted_cell_holds_line_ends_tabs_and_quotes) {
    BOOST_TEST((parse_block("\"a\nb\"\t\"c \"\"d\"\"\"\n") == Block{{"a\nb", "c \"d\""}}));
    BOOST_TEST((parse_block("5\" high\t2\n") == Block{{"5\" high", "2"}})); // a quote inside a plain cell
    BOOST_TEST((parse_block("\"never closed\t7") == Block{{"never closed\t7"}}));
}

BOOST_AUTO_TEST_CASE(what_is_copied_is_read_back) {
    const Block block{{"7.50", "a\tb", "say \"x\""}, {"", "line\nend", "អម"}};
    BOOST_TEST((parse_block(widgets::block_text(block)) == block));
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell_block.hpp"

#include <boost/test/unit_test.hpp>

using core::CellBlock;
using core::read_cells;

BOOST_AUTO_TEST_SUITE(cell_block)

BOOST_AUTO_TEST_CASE(rows_and_cells_come_as_spreadsheets_put_them_on_the_clipboard) {
    const CellBlock expected{{"7.50", "8"}, {"", "អម"}};
    BOOST_TEST((read_cells("7.50\t8\n\tអម\n") == expected));
    BOOST_TEST((read_cells("7.50\t8\r\n\tអម\r\n") == expected)); // Excel
    BOOST_TEST((read_cells("7.50\t8\r\tអម") == expected));
}

BOOST_AUTO_TEST_CASE(only_the_last_line_end_makes_no_row) {
    BOOST_TEST((read_cells("7\n\n8\n") == CellBlock{{"7"}, {""}, {"8"}}));
    BOOST_TEST((read_cells("7\n\n") == CellBlock{{"7"}, {""}}));
    BOOST_TEST(read_cells("").empty());
    BOOST_TEST((read_cells("\t") == CellBlock{{"", ""}}));
}

BOOST_AUTO_TEST_CASE(a_quoted_cell_holds_line_ends_tabs_and_quotes) {
    BOOST_TEST((read_cells("\"a\nb\"\t\"c \"\"d\"\"\"\n") == CellBlock{{"a\nb", "c \"d\""}}));
    BOOST_TEST((read_cells("5\" high\t2\n") == CellBlock{{"5\" high", "2"}})); // a quote inside a plain cell
    BOOST_TEST((read_cells("\"never closed\t7") == CellBlock{{"never closed\t7"}}));
}

BOOST_AUTO_TEST_CASE(what_is_copied_is_read_back) {
    const CellBlock block{{"7.50", "a\tb", "say \"x\""}, {"", "line\nend", "អម"}};
    BOOST_TEST((read_cells(core::cells_text(block)) == block));
}

BOOST_AUTO_TEST_SUITE_END()

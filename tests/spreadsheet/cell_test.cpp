// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/cell.hpp"

#include <boost/test/unit_test.hpp>

using namespace spreadsheet;

BOOST_AUTO_TEST_SUITE(cell)

BOOST_AUTO_TEST_CASE(columns_are_named_as_people_say_them) {
    BOOST_TEST(column_name(0) == "A");
    BOOST_TEST(column_name(25) == "Z");
    BOOST_TEST(column_name(26) == "AA");
    BOOST_TEST(column_name(701) == "ZZ");
    BOOST_TEST(column_name(702) == "AAA");
    BOOST_TEST(column_name(16'383) == "XFD");
    BOOST_TEST(cell_name(27, 4) == "E28");
}

BOOST_AUTO_TEST_CASE(every_column_name_reads_back) {
    for (std::uint32_t column = 0; column < 16'384; ++column) {
        const auto cell = parse_cell(column_name(column) + "7");
        BOOST_REQUIRE(cell.has_value());
        BOOST_REQUIRE(*cell == (CellRef{6, column}));
    }
}

BOOST_AUTO_TEST_CASE(names_outside_a_worksheet_or_misspelled_are_nothing) {
    BOOST_TEST(parse_cell("XFD1048576").has_value());
    for (const char* name : {"XFE1", "AAAA1", "A1048577", "A0", "A01", "A", "1", "", "a1", "$A$1", "A1B",
                             "A-1", "A99999999999999999999", "A1 "})
        BOOST_TEST(!parse_cell(name).has_value(), name);
}

BOOST_AUTO_TEST_CASE(ranges_run_from_the_upper_left_to_the_lower_right) {
    const auto range = parse_range("B2:D9");
    BOOST_REQUIRE(range.has_value());
    BOOST_TEST(range_name(*range) == "B2:D9");
    BOOST_TEST(range->contains({8, 3}));
    BOOST_TEST(!range->contains({9, 3}));
    BOOST_TEST(range_name(*parse_range("C3")) == "C3");
    BOOST_TEST(!parse_range("D9:B2").has_value());
    BOOST_TEST(!parse_range("B2:").has_value());
    BOOST_TEST(!parse_range("B2:C3:D4").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
// A clerk clicks on a heading: days come by the calendar, marks by their size, names as the Khmer dictionary
// has them.
#include "widgets/list_order.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using widgets::CellKind;

namespace {

std::string ordered(const std::vector<std::string>& cells, bool ascending = true) {
    std::string text;
    for (const std::size_t row : widgets::order_of_cells(cells, ascending))
        text += (text.empty() ? "" : " | ") + cells[row];
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(list_order)

BOOST_AUTO_TEST_CASE(days_come_by_the_calendar_and_not_by_their_first_digits) {
    BOOST_TEST(ordered({"02/01/2026", "17/12/2025", "03/06/2025"}) == "03/06/2025 | 17/12/2025 | 02/01/2026");
    BOOST_TEST(ordered({"17/12/2025 09:30", "17/12/2025 08:05", "16/12/2025 23:59"}, false) ==
               "17/12/2025 09:30 | 17/12/2025 08:05 | 16/12/2025 23:59");
}

BOOST_AUTO_TEST_CASE(a_birth_of_which_only_the_year_is_known_stands_before_the_days_of_that_year) {
    const std::vector<std::string> born = {"05/03/2004", "2004", "12/2004", "~2003"};
    BOOST_CHECK(widgets::kind_of_cells(born) == CellKind::day);
    BOOST_TEST(ordered(born) == "~2003 | 2004 | 05/03/2004 | 12/2004");
    // Years alone are figures, and come in the same order.
    BOOST_CHECK(widgets::kind_of_cells({"2004", "1998"}) == CellKind::number);
}

BOOST_AUTO_TEST_CASE(figures_come_by_their_size) {
    BOOST_TEST(ordered({"9.5", "10", "-2", "1,200"}) == "-2 | 9.5 | 10 | 1,200");
    BOOST_TEST(ordered({"72.5 %", "100 %", "8 %"}, false) == "100 % | 72.5 % | 8 %");
    BOOST_TEST(ordered({"12 / 30", "4 / 30"}) == "4 / 30 | 12 / 30");
    BOOST_TEST(ordered({"១០", "៩"}) == "៩ | ១០");
}

BOOST_AUTO_TEST_CASE(what_shows_nothing_stands_last_whichever_way) {
    BOOST_TEST(ordered({"", "7", "—", "3"}) == "3 | 7 |  | —");
    BOOST_TEST(ordered({"", "7", "—", "3"}, false) == "7 | 3 |  | —");
}

BOOST_AUTO_TEST_CASE(class_2_comes_before_class_10) {
    BOOST_TEST(ordered({"Class 10", "Class 2", "Class 2B"}) == "Class 2 | Class 2B | Class 10");
    BOOST_TEST(ordered({"ថ្នាក់ទី១២", "ថ្នាក់ទី៧"}) == "ថ្នាក់ទី៧ | ថ្នាក់ទី១២");
}

BOOST_AUTO_TEST_CASE(khmer_names_come_as_the_dictionary_has_them) {
    // By bytes the independent vowel ឥ would come after every consonant; the subscript of ស្រី before ស.
    BOOST_TEST(ordered({"ហេង", "ខៀវ", "កែវ", "ស្រី", "សុខ", "ចាន់"}) == "កែវ | ខៀវ | ចាន់ | សុខ | ស្រី | ហេង");
}

BOOST_AUTO_TEST_CASE(rows_that_show_the_same_stay_as_they_were_both_ways) {
    const std::vector<std::string> sexes = {"Male", "Female", "Male", "Female"};
    BOOST_TEST(widgets::order_of_cells(sexes, true) == (std::vector<std::size_t>{1, 3, 0, 2}),
               boost::test_tools::per_element());
    BOOST_TEST(widgets::order_of_cells(sexes, false) == (std::vector<std::size_t>{0, 2, 1, 3}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_column_of_which_one_cell_is_words_is_words) {
    BOOST_CHECK(widgets::kind_of_cells({"12", "no day taken"}) == CellKind::text);
    BOOST_CHECK(widgets::kind_of_cells({"31/02/2025", "01/03/2025"}) == CellKind::text);
    BOOST_CHECK(widgets::kind_of_cells({"", ""}) == CellKind::text);
}

BOOST_AUTO_TEST_CASE(a_workbook_gets_figures_and_days_but_never_loses_a_leading_zero) {
    BOOST_TEST(widgets::plain_figure("1,234.50") == "1234.50");
    BOOST_TEST(widgets::plain_figure("0.5") == "0.5");
    BOOST_TEST(widgets::plain_figure("0") == "0");
    BOOST_TEST(widgets::plain_figure("-3") == "-3");
    BOOST_TEST(widgets::plain_figure("012345678") == "");
    BOOST_TEST(widgets::plain_figure("72 %") == "");
    BOOST_TEST(widgets::iso_day("17/12/2025") == "2025-12-17");
    BOOST_TEST(widgets::iso_day("12/2004") == "");
    BOOST_TEST(widgets::iso_day("17/12/2025 09:30") == "");
}

BOOST_AUTO_TEST_SUITE_END()

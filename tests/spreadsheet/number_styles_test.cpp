// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/number_styles.hpp"

#include <boost/test/unit_test.hpp>

using spreadsheet::is_date_format;
using spreadsheet::shows_date;

BOOST_AUTO_TEST_SUITE(number_styles)

BOOST_AUTO_TEST_CASE(formats_of_days_and_times_are_known_by_their_letters) {
    for (const char* code : {"dd/mm/yyyy", "d\\-mmm\\-yy", "[$-453]d mmmm yyyy", "h:mm AM/PM", "[h]:mm:ss",
                             "[mm]", "m/d/yy h:mm", "YYYY-MM-DD", "[$-409]mmmm", "\"ថ្ងៃទី\" d", "[Red]dd/mm",
                             "mm:ss.0", "[$-D07041E]dd/mm/yyyy"})
        BOOST_TEST(shows_date(code), code);
}

BOOST_AUTO_TEST_CASE(numbers_money_and_words_in_quotes_are_no_dates) {
    for (const char* code : {"General", "0.00", "#,##0", "0%", "0.00E+00", "@", "0 \"days\"", "#,##0\\ \"៛\"",
                             "[Red]-0.00", "0\\d", "_-* #,##0_-", "000-000-000", "[$$-409]#,##0", "[Yellow]0",
                             "\"d", "\\", "_", "", "[>=100]0"})
        BOOST_TEST(!shows_date(code), code);
}

BOOST_AUTO_TEST_CASE(built_in_formats_are_known_by_number) {
    for (const unsigned id : {14u, 17u, 22u, 27u, 36u, 45u, 47u, 50u, 58u})
        BOOST_TEST(is_date_format(id), id);
    for (const unsigned id : {0u, 1u, 4u, 9u, 11u, 13u, 23u, 37u, 44u, 48u, 49u, 59u})
        BOOST_TEST(!is_date_format(id), id);
}

BOOST_AUTO_TEST_SUITE_END()

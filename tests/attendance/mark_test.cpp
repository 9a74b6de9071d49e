// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/mark.hpp"

#include <boost/test/unit_test.hpp>

using attendance::Mark;
using attendance::MonthMarks;
using attendance::read_mark;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(mark)

BOOST_AUTO_TEST_CASE(letters_known_from_the_start_are_read) {
    const std::pair<const char*, Mark> cells[] = {
        {"", Mark::none},        {" ", Mark::none},       {".", Mark::none},       {"✓", Mark::none},
        {"P", Mark::permission}, {"p", Mark::permission}, {"ច", Mark::permission}, {"ច្បាប់", Mark::permission},
        {" A ", Mark::absent},   {"a", Mark::absent},     {"អ", Mark::absent},     {"អត់ ច្បាប់", Mark::absent},
        {"L", Mark::late},       {"យឺត", Mark::late},
    };
    for (const auto& [typed, mark] : cells) {
        const auto read = read_mark(typed);
        BOOST_TEST_CONTEXT(typed) BOOST_TEST((read && *read == mark));
    }
}

BOOST_AUTO_TEST_CASE(a_blank_typed_by_the_khmer_space_bar_is_a_blank) {
    BOOST_TEST((read_mark("\u200B") == Mark::none));
    BOOST_TEST((read_mark("\u200Bច\u200B") == Mark::permission));
}

BOOST_AUTO_TEST_CASE(half_a_day_is_written_beside_the_letter) {
    BOOST_TEST((read_mark("ច½") == Mark::half_permission));
    BOOST_TEST((read_mark("½P") == Mark::half_permission));
    BOOST_TEST((read_mark("a/2") == Mark::half_absent));
    BOOST_TEST((read_mark("អ/២") == Mark::half_absent));
    BOOST_TEST((read_mark("1/2 A") == Mark::half_absent));
    BOOST_TEST(!read_mark("L/2"));
    BOOST_TEST(!read_mark("½"));
}

BOOST_AUTO_TEST_CASE(an_unknown_letter_is_refused_as_it_was_written) {
    const auto read = read_mark("X");
    BOOST_REQUIRE(!read);
    BOOST_TEST(read.error().code == "attendance.unknown-letter");
    BOOST_TEST(read.error().fact("text") == "X");
}

BOOST_AUTO_TEST_CASE(letters_of_the_office_go_first) {
    const attendance::Letters own = {{"x", Mark::absent}, {"A", Mark::permission}};
    BOOST_TEST((read_mark("X", own) == Mark::absent));
    BOOST_TEST((read_mark("a", own) == Mark::permission));
    BOOST_TEST((read_mark("ច", own) == Mark::permission));
}

BOOST_AUTO_TEST_CASE(one_key_is_one_mark_on_letters_and_on_the_number_pad) {
    using attendance::mark_from_key;
    BOOST_TEST((mark_from_key(U'a') == Mark::absent));
    BOOST_TEST((mark_from_key(U'ច') == Mark::permission));
    BOOST_TEST((mark_from_key(U' ') == Mark::none));
    BOOST_TEST((mark_from_key(U'0') == Mark::none));
    BOOST_TEST((mark_from_key(U'1') == Mark::absent));
    BOOST_TEST((mark_from_key(U'២') == Mark::permission));
    BOOST_TEST((mark_from_key(U'5') == Mark::half_permission));
    BOOST_TEST(!mark_from_key(U'6'));
    BOOST_TEST(!mark_from_key(U'x'));
    BOOST_TEST((mark_from_key(U'1', {{"1", Mark::late}}) == Mark::late));
}

BOOST_AUTO_TEST_CASE(a_month_holds_one_letter_for_each_of_its_days) {
    BOOST_TEST(MonthMarks{2025y / 2}.text().size() == 28U);
    BOOST_TEST(MonthMarks{2024y / 2}.text().size() == 29U);
    MonthMarks marks{2025y / 12};
    BOOST_TEST(marks.blank());
    marks.set(2025y / 12 / 31, Mark::half_absent);
    marks.set(2025y / 12 / 1, Mark::permission);
    BOOST_TEST(marks.text() == "P.............................a");
    BOOST_TEST((MonthMarks::from_text(2025y / 12, marks.text()) == marks));
    BOOST_TEST(!MonthMarks::from_text(2025y / 11, marks.text()));
    BOOST_TEST(!MonthMarks::from_text(2025y / 2, "X..........................."));
}

BOOST_AUTO_TEST_SUITE_END()

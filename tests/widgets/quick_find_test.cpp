// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/quick_find.hpp"

#include <boost/test/unit_test.hpp>

namespace {

int rank(std::string_view text, std::string_view typed) {
    return widgets::Wanted(typed).answers(text).value_or(-1);
}

} // namespace

BOOST_AUTO_TEST_SUITE(quick_find)

BOOST_AUTO_TEST_CASE(what_begins_as_typed_comes_before_what_only_holds_it) {
    BOOST_TEST(rank("Roll call of the day...", "roll") == 0);
    BOOST_TEST(rank("Roll call of the day...", "day") == 1);
    BOOST_TEST(rank("Attendance rates", "tend") == 2);
    BOOST_TEST(rank("Attendance rates", "certificate") == -1);
}

BOOST_AUTO_TEST_CASE(words_are_found_in_any_order) {
    BOOST_TEST(rank("New literacy Ta Pung A", "pung literacy") == 2);
    BOOST_TEST(rank("New literacy Ta Pung A", "pung skills") == -1);
}

BOOST_AUTO_TEST_CASE(khmer_is_found_however_it_is_spelt) {
    BOOST_TEST(rank("អក្ខរកម្ម តាពូង ក", "តាពូង") == 1);
    // With the invisible space that the Khmer keyboard's space bar types.
    BOOST_TEST(rank("អក្ខរកម្ម\u200Bតាពូង", "អក្ខរកម្មតាពូង") == 0);
}

BOOST_AUTO_TEST_SUITE_END()

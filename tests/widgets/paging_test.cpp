// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paging.hpp"

#include <boost/test/unit_test.hpp>

using widgets::Paging;

BOOST_AUTO_TEST_SUITE(paging)

BOOST_AUTO_TEST_CASE(a_short_list_is_attached_whole) {
    BOOST_TEST(Paging(0).whole());
    BOOST_TEST(Paging(25).attached() == 25U);
    BOOST_TEST(!Paging(25).may_grow());
}

BOOST_AUTO_TEST_CASE(of_a_million_never_more_than_a_few_thousand_however_often_more_is_asked_for) {
    Paging list(1'000'000);
    BOOST_TEST(list.attached() == 2000U);
    for (int i = 0; i < 1000; ++i)
        list.grow();
    BOOST_TEST(list.attached() == 6000U);
    BOOST_TEST(!list.whole());
    BOOST_TEST(!list.may_grow());
    BOOST_TEST(!list.reach(999'999));
    BOOST_TEST(list.attached() == 6000U);
}

BOOST_AUTO_TEST_CASE(a_row_further_down_is_reached_page_by_page) {
    Paging list(4500);
    BOOST_TEST(list.reach(1999));
    BOOST_TEST(list.attached() == 2000U);
    BOOST_TEST(list.reach(2000));
    BOOST_TEST(list.attached() == 4000U);
    BOOST_TEST(list.reach(4499));
    BOOST_TEST(list.whole());
    BOOST_TEST(!list.reach(4500));
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/list.hpp"
#include "demo/plan.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <stdexcept>

using demo::Ending;
using demo::make_plan;

BOOST_AUTO_TEST_SUITE(plan)

BOOST_AUTO_TEST_CASE(learners_are_spread_over_classes_of_about_twenty_five) {
    for (const int learners : {40, 99, 100, 999, 1'000, 1'001, 20'000}) {
        const auto plan = make_plan(learners);
        int all = 0;
        for (const auto& planned : plan.classes) {
            all += planned.learners;
            BOOST_TEST(planned.learners >= 10);
            BOOST_TEST(planned.learners <= 35);
            BOOST_TEST(planned.centre < plan.centres.size());
        }
        BOOST_TEST(all == learners);
    }
    BOOST_TEST(make_plan(1'000).classes.size() == 40U);
    BOOST_TEST(make_plan(1'000).centres.size() == 12U);
}

BOOST_AUTO_TEST_CASE(every_ending_is_there_in_the_smallest_office) {
    std::set<Ending> endings;
    for (const auto& planned : make_plan(40).classes)
        endings.insert(planned.ending);
    BOOST_TEST(endings.size() == 4U);
}

BOOST_AUTO_TEST_CASE(no_two_centres_or_classes_bear_one_name) {
    const auto plan = make_plan(20'000);
    std::set<std::string> names;
    for (const auto& planned : plan.classes)
        BOOST_TEST(names.insert(planned.name.km).second);
    for (const auto& centre : plan.centres)
        BOOST_TEST(names.insert(centre.name.km).second);
}

BOOST_AUTO_TEST_CASE(a_list_with_a_ragged_row_is_our_bug) {
    BOOST_TEST((demo::read_list("# remark\na,b\n1,2\n\n3,\n") ==
                (std::vector<std::vector<std::string>>{{"1", "2"}, {"3", ""}})));
    BOOST_CHECK_THROW((void)demo::read_list("a,b\n1\n"), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()

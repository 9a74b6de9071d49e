// SPDX-License-Identifier: GPL-3.0-or-later
#include "rounds.hpp"
#include "spreadsheet/mutation.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(mutation_long)

BOOST_AUTO_TEST_CASE(many_spoiled_files_are_read_or_refused_by_name) {
    const int seeds = test::rounds(4, 200);
    for (int seed = 1; seed <= seeds; ++seed)
        BOOST_TEST(read_spoiled_files(seed, 5000).contains("read"));
}

BOOST_AUTO_TEST_SUITE_END()

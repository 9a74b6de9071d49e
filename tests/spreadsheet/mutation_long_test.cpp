// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/mutation.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>

BOOST_AUTO_TEST_SUITE(mutation_long)

BOOST_AUTO_TEST_CASE(many_spoiled_files_are_read_or_refused_by_name) {
    const std::uint64_t seeds = std::getenv("SROK_SOAK") ? 200 : 4;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed)
        BOOST_TEST(read_spoiled_files(seed, 5000).contains("read"));
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/mutation.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(mutation)

BOOST_AUTO_TEST_CASE(spoiled_files_are_read_or_refused_by_name) {
    const Outcomes outcomes = read_spoiled_files(20'251'217, 1000);
    // The spoiling reaches all depths: some files still read, some fail as archives, as XML and as text.
    BOOST_TEST(outcomes.size() > 4u);
    for (const char* code : {"read", "file.damaged", "file.encoding"})
        BOOST_TEST(outcomes.contains(code), code);
}

BOOST_AUTO_TEST_SUITE_END()

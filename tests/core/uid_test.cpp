// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/uid.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(uid)

BOOST_AUTO_TEST_CASE(uids_made_later_sort_later_and_carry_version_seven) {
    core::SeededRandom random(1);
    const auto early = core::make_uid(*core::moment_from_iso("2025-12-16T17:00:00.000Z"), random);
    const auto late = core::make_uid(*core::moment_from_iso("2025-12-16T17:00:00.001Z"), random);
    BOOST_TEST((early < late));
    BOOST_TEST(core::to_text(early)[14] == '7');
    BOOST_TEST((core::uid_from_text(core::to_text(late)) == late));
}

BOOST_AUTO_TEST_CASE(text_that_is_no_uid_is_nothing) {
    BOOST_TEST(!core::uid_from_text("0192f0c1-7a3e-7c11-b1a2-0123456789a").has_value());
    BOOST_TEST(!core::uid_from_text("0192f0c1+7a3e-7c11-b1a2-0123456789ab").has_value());
    BOOST_TEST(!core::uid_from_text("0192f0c1-7a3e-7c11-b1a2-0123456789ag").has_value());
}

BOOST_AUTO_TEST_CASE(a_seed_gives_the_same_bytes_again) {
    core::SeededRandom a(7), b(7), c(8);
    BOOST_TEST(a.next() == b.next());
    BOOST_TEST(a.next() != c.next());
    for (int i = 0; i < 1000; ++i)
        BOOST_TEST(a.below(6) < 6U);
}

BOOST_AUTO_TEST_SUITE_END()

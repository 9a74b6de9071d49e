// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/office_store.hpp"
#include "office/screen_lock.hpp"
#include "office/test_office.hpp"
#include "storage/office_world.hpp"

#include <boost/test/unit_test.hpp>

namespace {

struct Locked : test::OfficeWorld {
    Locked()
        : OfficeWorld([](storage::Environment world) { return test::new_office(world); }) {}
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(screen_lock, Locked)

BOOST_AUTO_TEST_CASE(a_screen_is_locked_after_ten_minutes_or_as_the_office_says) {
    BOOST_TEST(office::lock_minutes(database) == 10);
    change([](storage::Transaction& tx) { office::set_lock_minutes(tx, 3); });
    BOOST_TEST(office::lock_minutes(database) == 3);
    // Another tool's word does not keep the screen open for ever.
    change([](storage::Transaction& tx) { office::set_setting(tx, "lock-minutes", "99999"); });
    BOOST_TEST(office::lock_minutes(database) == 10);
}

BOOST_AUTO_TEST_SUITE_END()

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

BOOST_AUTO_TEST_CASE(after_a_sleep_the_first_key_locks_and_is_no_use_of_the_program) {
    using namespace std::chrono_literals;
    const core::Moment morning = clock.now();
    office::IdleWatch idle;
    idle.begin(morning);
    BOOST_TEST(idle.used(morning + 9min, database));
    BOOST_TEST(!idle.too_long(morning + 18min, database));
    // The lid is closed, no timer runs, and eight hours later a key comes first, and another.
    BOOST_TEST(!idle.used(morning + 8h, database));
    BOOST_TEST(!idle.used(morning + 8h + 1s, database));
    BOOST_TEST(idle.too_long(morning + 8h + 2s, database));
    idle.begin(morning + 8h + 20s);
    BOOST_TEST(idle.used(morning + 8h + 21s, database));
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_set_back_does_not_keep_the_screen_open) {
    using namespace std::chrono_literals;
    const core::Moment wrong = clock.now();
    office::IdleWatch idle;
    idle.begin(wrong);
    BOOST_TEST(!idle.too_long(wrong - 24h * 365, database));
    BOOST_TEST(!idle.too_long(wrong - 24h * 365 + 9min, database));
    BOOST_TEST(idle.too_long(wrong - 24h * 365 + 10min, database));
}

BOOST_AUTO_TEST_SUITE_END()

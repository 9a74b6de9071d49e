// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/period_lock.hpp"
#include "office/test_office.hpp"
#include "storage/office_world.hpp"

#include <boost/test/unit_test.hpp>

using namespace std::chrono_literals;

namespace {

struct Shut : test::OfficeWorld {
    Shut()
        : OfficeWorld([](storage::Environment world) { return test::new_office(world); }) {
        shut("first");
    }
    void shut(const std::string& basis) {
        change([&](storage::Transaction& tx) {
            office::shut_period(tx, "2025-12", 2025y / 12 / 1, 2025y / 12 / 31, basis);
            tx.audit("test", "period_lock", std::nullopt, "{}");
        });
    }
    std::string correct(const std::string& period, const std::string& reason) {
        return test::code_of(change(
            [&](storage::Transaction& tx) { return office::open_for_correction(tx, period, reason); }));
    }
    bool is_shut(core::Day day) const { return office::ShutDays(database).shut(day); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(period_lock, Shut)

BOOST_AUTO_TEST_CASE(the_days_of_a_shut_period_and_no_others_are_shut) {
    BOOST_TEST(!is_shut(2025y / 11 / 30));
    BOOST_TEST(is_shut(2025y / 12 / 1));
    BOOST_TEST(is_shut(2025y / 12 / 31));
    BOOST_TEST(!is_shut(2026y / 1 / 1));
    const office::ShutDays days(database);
    BOOST_TEST(test::code_of(days.check(2025y / 12 / 5)) == "period.locked");
    BOOST_TEST(days.check(2025y / 12 / 5).error().fact("period") == "2025-12");
    BOOST_TEST(test::code_of(days.check(2025y / 11 / 1, 2025y / 12 / 1)) == "period.locked");
    BOOST_TEST(test::code_of(days.check_from(2025y / 11 / 1)) == "period.locked");
    BOOST_TEST(days.check_from(2026y / 1 / 1).has_value());
}

BOOST_AUTO_TEST_CASE(with_a_reason_a_shut_period_is_open_and_without_one_it_is_not) {
    BOOST_TEST(correct("2025-12", "  ") == "correction.no-reason");
    BOOST_TEST(is_shut(2025y / 12 / 5));
    BOOST_TEST(correct("2025-11", "ខ្វះឈ្មោះ") == "correction.not-shut");
    BOOST_TEST(correct("2025-12", "ខ្វះឈ្មោះ") == "");
    BOOST_TEST(!is_shut(2025y / 12 / 5));
    BOOST_TEST(last_audit().verb == "period.correct");
    BOOST_TEST(office::find_lock(database, "2025-12")->reason == "ខ្វះឈ្មោះ");
    BOOST_TEST(correct("2025-12", "ម្តងទៀត") == "correction.open-already");
}

BOOST_AUTO_TEST_CASE(the_same_decision_again_leaves_a_correction_open_and_another_one_shuts_the_days) {
    correct("2025-12", "ខ្វះឈ្មោះ");
    shut("first");
    BOOST_TEST(!is_shut(2025y / 12 / 5));
    shut("second");
    BOOST_TEST(is_shut(2025y / 12 / 5));
    BOOST_TEST(office::find_lock(database, "2025-12")->reason == "");
}

BOOST_AUTO_TEST_CASE(where_a_month_and_a_semester_are_shut_both_must_be_opened) {
    change([&](storage::Transaction& tx) {
        office::shut_period(tx, "2025-2026-S1", 2025y / 11 / 1, 2026y / 3 / 31, "semester");
    });
    correct("2025-12", "ខ្វះឈ្មោះ");
    const office::ShutDays days(database);
    BOOST_TEST(days.check(2025y / 12 / 5).error().fact("period") == "2025-2026-S1");
    correct("2025-2026-S1", "ខ្វះឈ្មោះ");
    BOOST_TEST(!is_shut(2025y / 12 / 5));
}

BOOST_AUTO_TEST_SUITE_END()

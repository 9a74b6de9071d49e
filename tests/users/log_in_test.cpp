// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/log_in.hpp"
#include "users/users_office.hpp"

#include <boost/test/unit_test.hpp>

namespace {

struct Door : test::UsersOffice {
    std::string try_in(const std::string& name, const std::string& password) {
        return test::code_of(users::log_in(database, name, password));
    }
    void refuse(int times) {
        for (int i = 0; i < times; ++i)
            BOOST_TEST(try_in("clerk", "not it") == "auth.wrong");
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(log_in, Door)

BOOST_AUTO_TEST_CASE(who_knows_the_password_is_let_in_and_the_record_says_so) {
    BOOST_TEST(try_in("Clerk ", test::password) == "");
    BOOST_TEST(last_audit().verb == "user.log-in");
    BOOST_TEST(last_audit().actor == "clerk");
    BOOST_TEST(try_in("clerk", "another one") == "auth.wrong");
    BOOST_TEST(last_audit().verb == "user.refused");
}

BOOST_AUTO_TEST_CASE(a_name_that_nobody_has_is_refused_as_a_wrong_password_is) {
    BOOST_TEST(try_in("nobody", test::password) == "auth.wrong");
    BOOST_TEST(last_audit().verb != "user.refused"); // there is no one to write it down for
}

BOOST_AUTO_TEST_CASE(each_refusal_after_the_third_makes_the_wait_longer_and_a_good_log_in_ends_it) {
    BOOST_TEST(users::wait_after(3).count() == 0);
    BOOST_TEST(users::wait_after(4).count() == 2);
    BOOST_TEST(users::wait_after(7).count() == 16);
    BOOST_TEST(users::wait_after(1000).count() == 900);
    refuse(4);
    const auto waiting = users::log_in(database, "clerk", test::password);
    BOOST_TEST(test::code_of(waiting) == "auth.wait");
    BOOST_TEST(waiting.error().fact("seconds") == "2");
    BOOST_TEST(try_in("officer", test::password) == ""); // others do not wait
    clock.step(std::chrono::seconds{2});
    BOOST_TEST(try_in("clerk", test::password) == "");
    refuse(1);
    BOOST_TEST(try_in("clerk", test::password) == "");
}

BOOST_AUTO_TEST_CASE(a_clock_that_was_set_back_shuts_nobody_out) {
    refuse(4);
    clock.step(-std::chrono::hours{24 * 365});
    BOOST_TEST(try_in("clerk", test::password) == "");
}

BOOST_AUTO_TEST_CASE(who_was_shut_out_does_not_come_in_with_the_right_password) {
    BOOST_TEST(as(actor("boss"), [&](storage::Transaction& tx) {
                   BOOST_TEST(users::disable(tx, user("clerk")).has_value());
               }) == "");
    BOOST_TEST(try_in("clerk", test::password) == "auth.disabled");
    BOOST_TEST(as(actor("boss"), [&](storage::Transaction& tx) { users::enable(tx, user("clerk")); }) == "");
    BOOST_TEST(try_in("clerk", test::password) == "");
}

BOOST_AUTO_TEST_CASE(the_second_person_is_another_and_one_of_weight) {
    const auto second = [&](const std::string& name) {
        return test::code_of(users::log_in_second(database, actor("officer"), name, test::password));
    };
    BOOST_TEST(second("officer") == "auth.second");
    BOOST_TEST(second("clerk") == "auth.second");
    BOOST_TEST(second("head") == "auth.second"); // of one institution only
    BOOST_TEST(second("head-of-all") == "");
    BOOST_TEST(second("boss") == "");
}

BOOST_AUTO_TEST_SUITE_END()

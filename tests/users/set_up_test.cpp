// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "office/test_office.hpp"
#include "users/set_up.hpp"
#include "users/users_office.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

constexpr const char* new_password = "ពាក្យសម្ងាត់ថ្មី";

users::NewUser administrator(const std::string& name = "boss") {
    return {name, {}, {{users::Role::administrator, {}}}};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(set_up, test::UsersOffice)

BOOST_AUTO_TEST_CASE(the_first_administrator_ends_set_up_and_the_key_gets_its_passphrase) {
    BOOST_TEST(!office::load_office(database).in_set_up());
    BOOST_TEST(test::code_of(office::open_signing_key(database)) == "key.wrong-passphrase");
    BOOST_TEST(office::open_signing_key(database, test::passphrase).has_value());
    BOOST_TEST(users::load_users(database).size() == 7U);
    BOOST_TEST(user("boss").full_name == "ចាន់ ធី");
    BOOST_TEST(!storage::audit_damage(database).has_value());
}

BOOST_AUTO_TEST_CASE(set_up_ends_once_and_only_with_an_administrator) {
    storage::Database fresh = test::new_office(environment);
    const auto attempt = [&](storage::Database& file, const users::NewUser& who) {
        const auto end = users::prepare_set_up_end(who, test::password, test::passphrase, random).value();
        storage::Transaction tx(file, file.value<int>("SELECT 1 FROM user").has_value() ? actor("boss")
                                                                                        : storage::Actor{});
        return test::code_of(users::end_set_up(tx, end));
    };
    BOOST_TEST(attempt(fresh, {"dara", {}, {{users::Role::clerk, {}}}}) == "set-up.not-administrator");
    BOOST_TEST(office::load_office(fresh).in_set_up());
    BOOST_TEST(attempt(fresh, administrator()) == "");
    BOOST_TEST(attempt(database, administrator("another")) == "set-up.ended");
    BOOST_TEST(test::code_of(users::prepare_set_up_end(administrator(), "short", test::passphrase, random)) ==
               "password.short");
    BOOST_TEST(test::code_of(users::prepare_set_up_end(administrator("sok.dara"), "sok.dara",
                                                       test::passphrase, random)) == "password.is-name");
    BOOST_TEST(test::code_of(users::prepare_set_up_end(administrator(), test::password, "short", random)) ==
               "passphrase.short");
}

BOOST_AUTO_TEST_CASE(
    a_lost_password_comes_back_by_the_printed_code_however_it_is_typed_and_the_code_is_spent) {
    std::string typed = recovery_code;
    std::transform(typed.begin(), typed.end(), typed.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '-' ? ' ' : c;
    });
    BOOST_TEST(users::check_recovery_code(database, typed).has_value());
    const auto recover = [&](const std::string& who, const std::string& code, const std::string& phrase) {
        const auto recovery = users::prepare_recovery(who, new_password, code, phrase, random).value();
        const std::string stopped = as(users::actor_of_program(), [&](storage::Transaction& tx) {
            const auto done = users::recover(tx, recovery);
            if (!done) throw core::WorldFailure(done.error());
        });
        return std::pair{stopped, recovery.next_code};
    };
    BOOST_TEST(recover("boss", "00000-00000-00000-00000-00000", "").first == "recovery.wrong");
    BOOST_TEST(recover("clerk", typed, "").first == "recovery.not-administrator");
    BOOST_TEST(recover("nobody", typed, "").first == "user.unknown");
    const auto [stopped, next] = recover("boss", typed, "");
    BOOST_TEST(stopped == "");
    BOOST_TEST(test::code_of(users::log_in(database, "boss", test::password)) == "auth.wrong");
    BOOST_TEST(users::log_in(database, "boss", new_password).has_value());
    BOOST_TEST(office::open_signing_key(database, test::passphrase).has_value()); // was not asked to change
    BOOST_TEST(recover("boss", typed, "").first == "recovery.wrong");
    // The next code also gives back a key whose passphrase is lost.
    BOOST_TEST(recover("boss", next, "another phrase of the office").first == "");
    BOOST_TEST(office::open_signing_key(database, "another phrase of the office").has_value());
}

BOOST_AUTO_TEST_CASE(a_renewed_key_has_the_same_passphrase_and_a_recovery_code_of_its_own) {
    const auto before = office::current_key(database).id;
    const auto renewal = users::prepare_key_renewal(test::passphrase, random);
    const auto renew = [&](const storage::Actor& who, const users::KeyRenewal& wanted) {
        return as(who, [&](storage::Transaction& tx) {
            const auto done = users::renew_key(tx, wanted);
            if (!done) throw core::WorldFailure(done.error());
        });
    };
    BOOST_TEST(renew(actor("boss"), renewal) == "auth.two-needed");
    const storage::Actor two = users::actor_of(user("boss"), user("officer"));
    BOOST_TEST(renew(two, users::prepare_key_renewal("wrong phrase", random)) == "key.wrong-passphrase");
    BOOST_TEST(renew(two, renewal) == "");
    BOOST_TEST((office::current_key(database).id != before));
    BOOST_TEST(office::find_key(database, before).value().retired_at.has_value());
    BOOST_TEST(office::open_signing_key(database, test::passphrase).has_value());
    BOOST_TEST(test::code_of(users::check_recovery_code(database, recovery_code)) == "recovery.wrong");
    BOOST_TEST(users::check_recovery_code(database, renewal.recovery_code).has_value());
}

BOOST_AUTO_TEST_CASE(another_passphrase_is_set_by_who_knows_the_one_before) {
    const auto set = [&](const std::string& was, const std::string& is) {
        return as(actor("boss"), [&](storage::Transaction& tx) {
            const auto done = users::change_passphrase(tx, was, is);
            if (!done) throw core::WorldFailure(done.error());
        });
    };
    BOOST_TEST(set("not it at all", "a new phrase of ours") == "key.wrong-passphrase");
    BOOST_TEST(set(test::passphrase, "short") == "passphrase.short");
    BOOST_TEST(set(test::passphrase, "a new phrase of ours") == "");
    BOOST_TEST(office::open_signing_key(database, "a new phrase of ours").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

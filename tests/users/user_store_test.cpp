// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/user_store.hpp"
#include "users/users_office.hpp"

#include <boost/test/unit_test.hpp>

namespace {

struct Staffroom : test::UsersOffice {
    users::PasswordHash hash = users::password_of(database, user("boss").id);

    std::string add(const users::NewUser& wanted) {
        return as(actor("boss"), [&](storage::Transaction& tx) {
            const auto added = users::add_user(tx, wanted, hash);
            if (!added) throw core::WorldFailure(added.error());
        });
    }
    std::string give(const std::string& name, const users::Grant& grant, bool take = false) {
        return as(actor("boss"), [&](storage::Transaction& tx) {
            const auto done =
                take ? users::take_role(tx, user(name), grant) : users::give_role(tx, user(name), grant);
            if (!done) throw core::WorldFailure(done.error());
        });
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(user_store, Staffroom)

BOOST_AUTO_TEST_CASE(a_log_in_name_is_kept_in_one_way_and_given_once) {
    BOOST_TEST(users::read_user_name(" Sok.Dara ").value() == "sok.dara");
    BOOST_TEST(users::read_user_name("សុខដារ៉ា").value() == "សុខដារ៉ា");
    for (const char* bad : {"", "  ", "sok dara", "sok+dara"})
        BOOST_TEST(test::code_of(users::read_user_name(bad)) == "user.name");
    BOOST_TEST(add({"Sok.Dara", "សុខ ដារ៉ា", {{users::Role::clerk, {}}}}) == "");
    BOOST_TEST(add({"sok.dara", {}, {{users::Role::clerk, {}}}}) == "user.exists");
    BOOST_TEST(add({"keo", {}, {}}) == "user.no-role");
}

BOOST_AUTO_TEST_CASE(roles_are_those_of_the_offices_level_and_some_are_the_whole_offices) {
    BOOST_TEST(add({"one", {}, {{users::Role::province_officer, {}}}}) == "role.not-here");
    BOOST_TEST(add({"one", {}, {{users::Role::district_officer, kdol}}}) == "role.whole-office");
    BOOST_TEST(give("clerk", {users::Role::headteacher, kdol}) == "");
    BOOST_TEST(give("clerk", {users::Role::headteacher, kdol}) == ""); // once is enough
    BOOST_TEST(user("clerk").grants.size() == 2U);
    BOOST_TEST(give("clerk", {users::Role::headteacher, tapoung}, true) == "role.not-given");
    BOOST_TEST(give("clerk", {users::Role::headteacher, kdol}, true) == "");
    BOOST_TEST(user("clerk").grants.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_last_administrator_stays_one) {
    BOOST_TEST(give("boss", {users::Role::administrator, {}}, true) == "user.last-administrator");
    BOOST_TEST(as(actor("boss"), [&](storage::Transaction& tx) {
                   BOOST_TEST(test::code_of(users::disable(tx, user("boss"))) == "user.last-administrator");
               }) == "");
    BOOST_TEST(give("officer", {users::Role::administrator, {}}) == "");
    BOOST_TEST(give("boss", {users::Role::administrator, {}}, true) == "");
}

BOOST_AUTO_TEST_CASE(everybody_sets_their_own_password_and_only_an_administrator_anothers) {
    const auto set = [&](const std::string& who, const std::string& whose) {
        return as(actor(who), [&](storage::Transaction& tx) { users::set_password(tx, user(whose), hash); });
    };
    BOOST_TEST(set("reader", "reader") == "");
    BOOST_TEST(last_audit().verb == "user.own-password");
    BOOST_TEST(set("reader", "clerk") == "auth.not-allowed");
    BOOST_TEST(set("boss", "clerk") == "");
    BOOST_TEST(last_audit().verb == "user.new-password");
}

BOOST_AUTO_TEST_CASE(nobody_is_ever_deleted_and_no_name_changed_for_the_record_names_them) {
    storage::Transaction tx(database, actor("boss"));
    BOOST_CHECK_THROW(tx.run("DELETE FROM user WHERE name = 'clerk'"), std::logic_error);
    BOOST_CHECK_THROW(tx.run("UPDATE user SET name = 'x' WHERE name = 'clerk'"), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/authority.hpp"
#include "users/users_office.hpp"

#include <boost/test/unit_test.hpp>

#include <map>

BOOST_FIXTURE_TEST_SUITE(authority, test::UsersOffice)

BOOST_AUTO_TEST_CASE(once_set_up_has_ended_nothing_is_written_without_a_log_in) {
    BOOST_TEST(writes({}, "learner.register", "learner") == "auth.needed");
    BOOST_TEST(writes({"boss"}, "learner.register", "learner") == "auth.needed"); // a name is not a log-in
}

// Every role against every verb: the transaction refuses exactly what the matrix does not allow.
BOOST_AUTO_TEST_CASE(every_verb_is_written_by_the_roles_of_the_matrix_and_by_no_other) {
    const std::map<users::Role, std::string> bearers{{users::Role::administrator, "boss"},
                                                     {users::Role::district_officer, "officer"},
                                                     {users::Role::clerk, "clerk"},
                                                     {users::Role::headteacher, "head-of-all"},
                                                     {users::Role::reader, "reader"}};
    for (const users::Rule& rule : users::rules()) {
        std::string verb{rule.verb};
        if (verb.ends_with('*')) verb.back() = 'x';
        for (const auto& [role, name] : bearers) {
            const std::string expected = !rule.roles.has(role) ? "auth.not-allowed"
                                         : rule.two            ? "auth.two-needed"
                                                               : "";
            BOOST_TEST(writes(actor(name), verb) == expected, verb << " by " << name);
            const std::string other = name == "boss" ? "officer" : "boss";
            if (rule.two && rule.roles.has(role))
                BOOST_TEST(writes(users::actor_of(user(name), user(other)), verb) == "", verb);
        }
    }
    BOOST_TEST(writes(actor("boss"), "something.else") == "auth.not-allowed");
}

BOOST_AUTO_TEST_CASE(a_clerk_of_one_centre_writes_in_its_classes_and_in_no_others) {
    const storage::Actor clerk = actor("kdol");
    BOOST_TEST(writes(clerk, "attendance.take", "class_day", class_in_kdol) == "");
    BOOST_TEST(writes(clerk, "attendance.take", "class_day", class_in_tapoung) == "auth.elsewhere");
    BOOST_TEST(writes(clerk, "class.update", "class", class_in_tapoung) == "auth.elsewhere");
    BOOST_TEST(writes(clerk, "import.learners", "import", core::Uid{}) == "auth.elsewhere"); // the office's
    BOOST_TEST(writes(clerk, "setting.change", "setting") == ""); // follows from other work
}

BOOST_AUTO_TEST_CASE(a_learner_belongs_to_the_centres_of_their_classes_and_to_anybody_before_the_first) {
    constexpr std::string_view insert = R"sql(
INSERT INTO learner (uid, number, name_km, name, folded_km, folded, sort_key, sex, registered_at)
VALUES (?1, ?2, 'សុខ ដារ៉ា', '', '', '', x'00', 'f', ?3))sql";
    core::Uid dara{};
    BOOST_TEST(as(actor("clerk"), [&](storage::Transaction& tx) {
                   dara = tx.new_uid();
                   tx.run(insert, dara, "1", tx.now());
                   tx.audit("learner.register", "learner", dara, "{}");
               }) == "");
    const storage::Actor clerk = actor("kdol");
    BOOST_TEST(writes(clerk, "learner.update", "learner", dara) == "");
    BOOST_TEST(as(actor("clerk"), [&](storage::Transaction& tx) {
                   tx.run("INSERT INTO enrolment (uid, learner_id, class_id, first_day) SELECT ?1, l.id, "
                          "c.id, '2025-11-03' "
                          "FROM learner l, class c WHERE l.uid = ?2 AND c.uid = ?3",
                          tx.new_uid(), dara, class_in_tapoung);
                   tx.audit("enrolment.open", "enrolment", std::nullopt, "{}");
               }) == "");
    BOOST_TEST(writes(clerk, "learner.update", "learner", dara) == "auth.elsewhere");
    BOOST_TEST(writes(actor("officer"), "learner.update", "learner", dara) == "");
}

BOOST_AUTO_TEST_CASE(what_two_did_together_stands_under_both_names) {
    const storage::Actor two = users::actor_of(user("officer"), user("boss"));
    BOOST_TEST(users::needs_two(actor("officer"), "certificate.void"));
    BOOST_TEST(!users::needs_two(two, "certificate.void"));
    BOOST_TEST(writes(two, "certificate.void", "certificate") == "");
    BOOST_TEST(last_audit().actor == "officer+boss");
    const auto of_boss = storage::audit_entries(database, 1, {.actor = "boss"});
    BOOST_REQUIRE(of_boss.size() == 1U);
    BOOST_TEST(of_boss[0].verb == "certificate.void");
    const auto names = storage::audit_actors(database);
    BOOST_TEST((std::find(names.begin(), names.end(), "officer") != names.end()));
    BOOST_TEST((std::find(names.begin(), names.end(), "officer+boss") == names.end()));
}

BOOST_AUTO_TEST_CASE(the_program_itself_writes_log_ins_and_settings_and_nothing_of_a_person) {
    BOOST_TEST(writes(users::actor_of_program(), "setting.change", "setting") == "");
    BOOST_TEST(writes(users::actor_of_program(), "learner.update", "learner") == "auth.not-allowed");
    BOOST_TEST(!users::may(users::actor_of_program(), "learner.update"));
}

BOOST_AUTO_TEST_CASE(commands_are_grey_by_the_same_table) {
    BOOST_TEST(users::may({}, "certificate.void")); // in set-up
    BOOST_TEST(!users::may(actor("clerk"), "certificate.void"));
    BOOST_TEST(users::may(actor("head"), "certificate.void"));
    BOOST_TEST(!users::may(actor("reader"), "learner.update"));
}

BOOST_AUTO_TEST_SUITE_END()

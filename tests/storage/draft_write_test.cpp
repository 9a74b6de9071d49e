// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/audit.hpp"
#include "storage/draft_write.hpp"
#include "storage/test_file.hpp"
#include "storage/transaction.hpp"

#include <boost/test/unit_test.hpp>

using storage::Database;
using storage::DraftWrite;
using storage::Transaction;

namespace {

constexpr std::string_view insert_draft =
    "INSERT INTO draft_learner (actor, learner_uid, kept_at) VALUES (?1, x'', ?2)";
constexpr std::string_view insert_setting = "INSERT INTO setting (key, value) VALUES ('a', '1')";

std::int64_t count(const Database& database, const std::string& table) {
    return database.value<std::int64_t>("SELECT count(*) FROM " + table).value_or(-1);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(draft_write, test::World)

BOOST_AUTO_TEST_CASE(a_draft_is_kept_and_the_audit_chain_does_not_grow) {
    Database database = Database::in_memory(environment);
    DraftWrite draft(database);
    BOOST_TEST(draft.run(insert_draft, "sokha", draft.now()) == 1);
    draft.commit();
    BOOST_TEST(count(database, "draft_learner") == 1);
    BOOST_TEST(storage::audit_entries(database, 10).empty());
}

BOOST_AUTO_TEST_CASE(a_draft_that_is_not_committed_never_was) {
    Database database = Database::in_memory(environment);
    { DraftWrite(database).run(insert_draft, "sokha", clock.now()); }
    BOOST_TEST(count(database, "draft_learner") == 0);
}

BOOST_AUTO_TEST_CASE(nothing_but_drafts_can_be_written_through_it) {
    Database database = Database::in_memory(environment);
    for (const std::string_view sql :
         {insert_setting, std::string_view{"DELETE FROM learner"},
          std::string_view{"UPDATE learner SET note = 'x'"}, std::string_view{"DELETE FROM audit"},
          std::string_view{"INSERT INTO setting SELECT 'k', actor FROM draft_learner"},
          std::string_view{"CREATE TABLE draft_more (id INTEGER)"},
          std::string_view{"DROP TABLE draft_learner"}, std::string_view{"PRAGMA user_version = 1"}}) {
        DraftWrite draft(database);
        BOOST_CHECK_THROW(draft.run(sql), std::logic_error);
    }
    BOOST_TEST(count(database, "setting") == 0);
}

BOOST_AUTO_TEST_CASE(a_trigger_of_a_draft_cannot_reach_further_either) {
    Database database = Database::in_memory(environment);
    {
        Transaction tx(database, {});
        tx.run("CREATE TRIGGER draft_spills AFTER INSERT ON draft_learner "
               "BEGIN INSERT INTO setting (key, value) VALUES ('spilt', '1'); END");
        tx.audit("test", "setting", std::nullopt, "{}");
        tx.commit();
    }
    DraftWrite draft(database);
    BOOST_CHECK_THROW(draft.run(insert_draft, "sokha", draft.now()), std::logic_error);
}

BOOST_AUTO_TEST_CASE(a_statement_known_from_before_is_asked_about_again_and_allowed_after) {
    Database database = Database::in_memory(environment);
    const auto write = [&] {
        Transaction tx(database, {});
        tx.run("DELETE FROM setting");
        tx.run(insert_setting);
        tx.audit("setting.change", "setting", std::nullopt, "{}");
        tx.commit();
    };
    write();
    {
        DraftWrite draft(database);
        BOOST_CHECK_THROW(draft.run(insert_setting), std::logic_error);
    }
    write();
    BOOST_TEST(count(database, "setting") == 1);
    BOOST_TEST(!storage::audit_damage(database).has_value());
}

BOOST_AUTO_TEST_CASE(the_form_that_is_saved_takes_its_draft_away_or_neither_happens) {
    Database database = Database::in_memory(environment);
    {
        DraftWrite draft(database);
        draft.run(insert_draft, "sokha", draft.now());
        draft.commit();
    }
    const auto save = [&](bool commit) {
        Transaction tx(database, {"sokha"});
        tx.run(insert_setting);
        tx.run("DELETE FROM draft_learner");
        tx.audit("setting.change", "setting", std::nullopt, "{}");
        if (commit) tx.commit();
    };
    save(false);
    BOOST_TEST(count(database, "draft_learner") == 1);
    BOOST_TEST(count(database, "setting") == 0);
    save(true);
    BOOST_TEST(count(database, "draft_learner") == 0);
    BOOST_TEST(count(database, "setting") == 1);
}

BOOST_AUTO_TEST_SUITE_END()

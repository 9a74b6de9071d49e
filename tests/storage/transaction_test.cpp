// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/audit.hpp"
#include "storage/changeset.hpp"
#include "storage/test_file.hpp"
#include "storage/transaction.hpp"

#include <boost/test/unit_test.hpp>

using storage::Database;
using storage::Transaction;

namespace {

constexpr std::string_view insert_setting = "INSERT INTO setting (key, value) VALUES (?1, ?2)";

void add(Database& database, const std::string& key, const std::string& value) {
    Transaction tx(database, {"sokha"});
    tx.run(insert_setting, key, value);
    tx.audit("setting.change", "setting", std::nullopt, R"({")" + key + R"(":["",")" + value + R"("]})");
    tx.commit();
}

std::int64_t settings(const Database& database) {
    return database.value<std::int64_t>("SELECT count(*) FROM setting").value_or(-1);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(transaction, test::World)

BOOST_AUTO_TEST_CASE(a_write_without_an_audit_row_is_refused_and_taken_back) {
    Database database = Database::in_memory(environment);
    {
        Transaction tx(database, {});
        tx.run(insert_setting, "language", "km");
        BOOST_CHECK_THROW(tx.commit(), std::logic_error);
    }
    BOOST_TEST(settings(database) == 0);
}

BOOST_AUTO_TEST_CASE(what_is_not_committed_never_happened) {
    Database database = Database::in_memory(environment);
    {
        Transaction tx(database, {});
        tx.run(insert_setting, "language", "km");
        tx.audit("setting.change", "setting", std::nullopt, "{}");
    }
    BOOST_TEST(settings(database) == 0);
    BOOST_TEST(storage::audit_entries(database, 10).empty());
}

BOOST_AUTO_TEST_CASE(the_audit_chain_names_the_actor_and_holds) {
    Database database = Database::in_memory(environment);
    add(database, "a", "1");
    add(database, "b", "2");
    const auto entries = storage::audit_entries(database, 10);
    BOOST_REQUIRE(entries.size() == 2U);
    BOOST_TEST(entries[0].actor == "sokha");
    BOOST_TEST(entries[0].seq == 2);
    BOOST_TEST(!storage::audit_damage(database).has_value());
    BOOST_TEST((storage::audit_head(database) != storage::Hash{}));
}

BOOST_AUTO_TEST_CASE(any_altered_audit_row_is_named) {
    const std::array<std::string_view, 5> tampering = {
        "UPDATE audit SET actor = 'nobody' WHERE seq = 3",
        "UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 3",
        "UPDATE audit_change SET change = '{}' WHERE seq = 3",
        "UPDATE audit SET verb = verb || 'x' WHERE seq = 3",
        "UPDATE audit SET hash = zeroblob(32) WHERE seq = 3",
    };
    for (const auto edit : tampering) {
        Database database = Database::in_memory(environment);
        for (int i = 0; i < 5; ++i)
            add(database, std::to_string(i), "x");
        {
            Transaction tx(database, {"intruder"});
            tx.run("DROP TRIGGER audit_never_changes");
            tx.run(edit);
            tx.audit("setting.change", "setting", std::nullopt, "{}");
            tx.commit();
        }
        const auto damage = storage::audit_damage(database);
        BOOST_REQUIRE(damage.has_value());
        BOOST_TEST(damage->code == "audit.altered");
        BOOST_TEST(damage->fact("row") == "3");
    }
}

BOOST_AUTO_TEST_CASE(audit_rows_cannot_be_changed_or_removed_through_us) {
    Database database = Database::in_memory(environment);
    add(database, "a", "1");
    Transaction tx(database, {});
    BOOST_CHECK_THROW(tx.run("UPDATE audit SET actor = 'x'"), std::logic_error);
    BOOST_CHECK_THROW(tx.run("DELETE FROM audit"), std::logic_error);
}

BOOST_AUTO_TEST_CASE(recorded_changes_are_taken_back_and_history_stays) {
    Database database = Database::in_memory(environment);
    add(database, "kept", "1");
    storage::Blob changeset;
    constexpr std::array<std::string_view, 1> tables = {"setting"};
    {
        Transaction tx(database, {});
        storage::ChangeRecorder recorder(tx, tables);
        tx.run(insert_setting, "new", "2");
        tx.run("UPDATE setting SET value = '9' WHERE key = 'kept'");
        changeset = recorder.finish();
        tx.audit("import", "setting", std::nullopt, "{}");
        tx.commit();
    }
    {
        Transaction tx(database, {});
        BOOST_TEST(storage::undo_changes(tx, changeset).empty());
        tx.audit("import.undo", "setting", std::nullopt, "{}");
        tx.commit();
    }
    BOOST_TEST(settings(database) == 1);
    BOOST_TEST(database.value<std::string>("SELECT value FROM setting WHERE key = 'kept'").value_or("") ==
               "1");
    BOOST_TEST(storage::audit_entries(database, 10).size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_row_changed_since_stands_in_the_way_and_is_named) {
    Database database = Database::in_memory(environment);
    storage::Blob changeset;
    constexpr std::array<std::string_view, 1> tables = {"setting"};
    {
        Transaction tx(database, {});
        storage::ChangeRecorder recorder(tx, tables);
        tx.run(insert_setting, "phone", "1");
        tx.run(insert_setting, "other", "2");
        changeset = recorder.finish();
        tx.audit("import", "setting", std::nullopt, "{}");
        tx.commit();
    }
    Transaction tx(database, {});
    tx.run("UPDATE setting SET value = 'changed' WHERE key = 'phone'");
    const auto conflicts = storage::undo_changes(tx, changeset);
    BOOST_REQUIRE(conflicts.size() == 1U);
    BOOST_TEST(conflicts[0].table == "setting");
    BOOST_TEST(conflicts[0].key == "phone");
    BOOST_TEST(settings(database) == 2);
}

BOOST_AUTO_TEST_SUITE_END()

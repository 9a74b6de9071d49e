// SPDX-License-Identifier: GPL-3.0-or-later
#include "rounds.hpp"
#include "storage/audit.hpp"
#include "storage/changeset.hpp"
#include "storage/forgetting.hpp"
#include "storage/test_file.hpp"

#include <boost/test/unit_test.hpp>

using storage::Blob;
using storage::Database;
using storage::Transaction;

namespace {

struct Kept : test::World {
    Database database = Database::in_memory(environment);

    template<typename Work>
    Blob record(Work work) {
        Transaction tx(database, {});
        constexpr std::array<std::string_view, 2> tables{"institution", "setting"};
        storage::ChangeRecorder recorder(tx, tables);
        work(tx);
        Blob changeset = recorder.finish();
        tx.audit("test", "institution", std::nullopt, "{}");
        tx.commit();
        return changeset;
    }
    std::int64_t add(Transaction& tx, const std::string& name) {
        return tx.insert("INSERT INTO institution (uid, kind, name_km, name, folded_km, folded, sort_key) "
                         "VALUES (?1, 'clc', ?2, '', '', '', x'00')",
                         tx.new_uid(), name);
    }
    void undo(const Blob& changeset) {
        Transaction tx(database, {});
        BOOST_TEST(storage::undo_changes(tx, changeset).empty());
        tx.audit("test", "institution", std::nullopt, "{}");
        tx.commit();
    }
    std::string names() const {
        std::string all;
        auto row = database.query("SELECT name_km FROM institution ORDER BY id");
        while (row.step())
            all += (all.empty() ? "" : " ") + row.get<std::string>(0);
        return all;
    }
};

bool holds(const Blob& bytes, std::string_view text) {
    const auto found = std::search(bytes.begin(), bytes.end(), text.begin(), text.end(),
                                   [](std::byte b, char c) { return b == static_cast<std::byte>(c); });
    return found != bytes.end();
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(forgetting, Kept)

BOOST_AUTO_TEST_CASE(a_row_is_forgotten_and_the_rest_can_still_be_taken_back) {
    std::int64_t planted = 0;
    const Blob all = record([&](Transaction& tx) {
        add(tx, "kdol");
        planted = add(tx, "planted");
        add(tx, "tapoung");
        tx.run("INSERT INTO setting (key, value) VALUES ('a', '1')");
    });
    BOOST_TEST(holds(all, "planted"));
    const Blob rest = storage::without_rows(all, [&](std::string_view table, std::int64_t key) {
        return table == "institution" && key == planted;
    });
    BOOST_TEST(!holds(rest, "planted"));
    BOOST_TEST(holds(rest, "tapoung"));
    undo(rest);
    BOOST_TEST(names() == "planted");
}

BOOST_AUTO_TEST_CASE(changes_and_removals_are_forgotten_as_insertions_are) {
    std::int64_t one = 0;
    std::int64_t two = 0;
    record([&](Transaction& tx) {
        one = add(tx, "one");
        two = add(tx, "two");
    });
    const Blob changed = record([&](Transaction& tx) {
        tx.run("UPDATE institution SET name_km = 'uno' WHERE id = ?1", one);
        tx.run("DELETE FROM institution WHERE id = ?1", two);
    });
    const auto of = [&](std::int64_t id) {
        return storage::without_rows(changed, [id](std::string_view, std::int64_t key) { return key == id; });
    };
    BOOST_TEST(!holds(of(one), "uno"));
    BOOST_TEST(holds(of(one), "two"));
    BOOST_TEST(!holds(of(two), "two"));
    BOOST_TEST(
        (storage::without_rows(changed, [](std::string_view, std::int64_t) { return false; }) == changed));
    BOOST_TEST(storage::without_rows(changed, [](std::string_view, std::int64_t) { return true; }).empty());
    undo(of(two));
    BOOST_TEST(names() == "one");
}

BOOST_AUTO_TEST_CASE(a_changeset_that_ends_early_is_named_as_damaged_and_read_no_further) {
    const Blob all = record([&](Transaction& tx) { add(tx, "kdol"); });
    const auto keep = [](std::string_view, std::int64_t) { return false; };
    int damaged = 0;
    for (std::size_t size = 1; size < all.size(); ++size) {
        try {
            storage::without_rows(std::span{all}.first(size), keep);
        } catch (const core::WorldFailure& failure) {
            damaged += failure.error().code == "file.damaged" ? 1 : 0;
        }
    }
    BOOST_TEST(damaged >= static_cast<int>(all.size()) - 30); // a heading without changes is whole
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody edits the audit with another tool. Each edit of a row is found; what was cut off at the end is
// found by who kept the head, as a province does.
#include "rounds.hpp"
#include "storage/audit.hpp"
#include "storage/test_file.hpp"
#include "storage/transaction.hpp"

#include <boost/test/unit_test.hpp>

using storage::Database;
using storage::Transaction;

namespace {

constexpr int rows = 24;

struct Chain : test::World {
    Database database = Database::in_memory(environment);

    Chain() {
        for (int i = 0; i < rows; ++i) {
            clock.step(std::chrono::minutes{1});
            Transaction tx(database, {i % 3 == 0 ? "sokha" : "dara"});
            tx.audit(i % 2 == 0 ? "learner.update" : "score.set", i % 2 == 0 ? "learner" : "score",
                     i % 4 == 3 ? std::nullopt : std::optional{tx.new_uid()},
                     R"({"phone":["01200000)" + std::to_string(i) + R"(","0"]})");
            tx.commit();
        }
    }
    // Another tool knows nothing of our triggers.
    static void open_up(Transaction& tx) {
        tx.run("DROP TRIGGER audit_never_changes");
        tx.run("DROP TRIGGER audit_never_shrinks");
        tx.run("PRAGMA defer_foreign_keys = ON");
    }
    std::int64_t any_row() { return 1 + static_cast<std::int64_t>(random.below(rows)); }

    // One edit; false where it left everything as it was.
    bool edit(Transaction& tx) {
        const std::int64_t seq = any_row();
        switch (random.below(10)) {
        case 0:
            return tx.run("UPDATE audit SET actor = actor || 'x' WHERE seq = ?1", seq) > 0;
        case 1:
            return tx.run("UPDATE audit SET verb = 'learner.register' WHERE seq = ?1", seq) > 0;
        case 2:
            return tx.run("UPDATE audit SET at = replace(at, '2025', '2024') WHERE seq = ?1", seq) > 0;
        case 3:
            return tx.run("UPDATE audit SET entity = 'class' WHERE seq = ?1", seq) > 0;
        case 4:
            return tx.run("UPDATE audit SET uid = ?2 WHERE seq = ?1", seq, tx.new_uid()) > 0;
        case 5:
            return tx.run("UPDATE audit_change SET change = replace(change, '0\"]', '9\"]') WHERE seq = ?1",
                          seq) > 0;
        case 6:
            return tx.run("UPDATE audit_change SET salt = ?2 WHERE seq = ?1", seq, tx.new_uid().bytes) > 0;
        case 7: { // a row taken out, with what it changed
            tx.run("DELETE FROM audit_change WHERE seq = ?1", seq);
            return tx.run("DELETE FROM audit WHERE seq = ?1", seq) > 0 && seq < rows;
        }
        case 8: { // two rows changed places
            const std::int64_t other = any_row();
            tx.run("UPDATE audit SET seq = -1 WHERE seq = ?1", seq);
            tx.run("UPDATE audit SET seq = ?2 WHERE seq = ?1", other, seq);
            tx.run("UPDATE audit SET seq = ?1 WHERE seq = -1", other);
            return other != seq;
        }
        default: { // a row that nobody wrote, put at the end with a hash of its own
            storage::Hash hash{};
            random.fill(hash);
            return tx.run("INSERT INTO audit (seq, at, actor, verb, entity, change_hash, hash) "
                          "SELECT max(seq) + 1, max(at), 'sokha', 'score.set', 'score', ?1, ?1 FROM audit",
                          hash) > 0;
        }
        }
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(audit_edits, Chain)

BOOST_AUTO_TEST_CASE(every_random_edit_of_the_audit_is_found) {
    const int wanted = test::rounds(2'000, 10'000);
    int edits = 0;
    int missed = 0;
    while (edits < wanted) {
        Transaction tx(database, {});
        open_up(tx);
        if (!edit(tx)) continue;
        ++edits;
        if (!storage::audit_damage(database)) ++missed;
    }
    BOOST_TEST_MESSAGE(edits << " edits, " << missed << " not found");
    BOOST_TEST(missed == 0);
    BOOST_TEST(!storage::audit_damage(database).has_value()); // each was taken back
}

BOOST_AUTO_TEST_CASE(what_was_cut_off_at_the_end_is_found_by_the_head_that_somebody_kept) {
    const storage::Hash kept = storage::audit_head(database);
    Transaction tx(database, {});
    open_up(tx);
    tx.run("DELETE FROM audit_change WHERE seq > 20");
    tx.run("DELETE FROM audit WHERE seq > 20");
    BOOST_TEST(!storage::audit_damage(database).has_value()); // what is left is a chain
    BOOST_TEST((storage::audit_head(database) != kept));
}

// The harness itself: an edit that only what a row changed would show goes unseen when that is not looked at.
BOOST_AUTO_TEST_CASE(a_check_that_did_not_read_the_changes_would_miss_some) {
    Transaction tx(database, {});
    open_up(tx);
    tx.run("UPDATE audit_change SET change = replace(change, '0\"]', '9\"]') WHERE seq = 5");
    BOOST_TEST(storage::audit_damage(database).has_value());
    tx.run("DELETE FROM audit_change WHERE seq = 5"); // as an erasure does: nothing is left to look at
    BOOST_TEST(!storage::audit_damage(database).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/transaction.hpp"

#include "storage/audit_chain.hpp"
#include "storage/connection.hpp"
#include "storage/file_header.hpp"

#include <sqlite3.h>

#include <stdexcept>
#include <utility>

namespace storage {
namespace {

constexpr std::string_view insert_audit = R"sql(
INSERT INTO audit (seq, at, actor, verb, entity, uid, change_hash, hash)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))sql";

constexpr std::string_view insert_change = R"sql(
INSERT INTO audit_change (seq, salt, change) VALUES (?1, ?2, ?3))sql";

constexpr std::string_view select_set_up_ended = R"sql(
SELECT 1 FROM office WHERE set_up_ended_at IS NOT NULL)sql";

void refuse_replaced(const Connection& connection) {
    if (connection.moved())
        throw core::WorldFailure(core::Error{"file.replaced"}.at({.file = file_text(connection.path())}));
}

} // namespace

Transaction::Transaction(Database& database, Actor actor)
    : m_database(database)
    , m_actor(std::move(actor))
    , m_changes_before(0) {
    if (database.access() != Access::read_write)
        throw core::WorldFailure(core::Error{"file.look-only"}.at({.file = file_text(database.path())}));
    refuse_replaced(*database.m_connection);
    database.m_connection->run_script("BEGIN IMMEDIATE");
    m_changes_before = sqlite3_total_changes64(database.m_connection->handle());
    if (!m_actor.authority && database.value<int>(select_set_up_ended)) {
        take_back();
        throw core::WorldFailure(core::Error{"auth.needed"});
    }
}

Transaction::~Transaction() {
    if (m_open) take_back();
}

void Transaction::take_back() {
    // A failed rollback leaves nothing to save: SQLite takes the journal back at the next opening.
    sqlite3_exec(m_database.m_connection->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    m_open = false;
}

void Transaction::commit() {
    const bool wrote = sqlite3_total_changes64(m_database.m_connection->handle()) != m_changes_before;
    if (wrote && !m_audited) throw std::logic_error("a write without an audit row");
    refuse_replaced(*m_database.m_connection);
    m_database.m_connection->run_script("COMMIT");
    m_open = false;
}

void Transaction::audit(std::string_view verb, std::string_view entity, const std::optional<core::Uid>& uid,
                        std::string_view change) {
    if (m_actor.authority)
        if (auto refused = m_actor.authority->refusal(m_database, verb, entity, uid))
            throw core::WorldFailure(std::move(*refused));
    const auto last = m_database.value<std::int64_t>("SELECT max(seq) FROM audit").value_or(0);
    const Hash previous = audit_head(m_database);
    const std::int64_t seq = last + 1;
    std::array<std::byte, 16> salt{};
    m_database.random().fill(salt);
    const std::string at = core::to_iso(now());
    const Hash change_hash = hash_change(salt, change);
    const std::span<const std::byte> uid_bytes =
        uid ? std::span<const std::byte>{uid->bytes} : std::span<const std::byte>{};
    const Hash hash = hash_row(previous, seq, at, m_actor.name, verb, entity, uid_bytes, change_hash);
    run(insert_audit, seq, at, m_actor.name, verb, entity, uid, change_hash, hash);
    run(insert_change, seq, salt, change);
    m_audited = true;
}

Statement Transaction::prepare(std::string_view sql) {
    return {*m_database.m_connection, sql};
}

std::int64_t Transaction::changes() const {
    return sqlite3_changes64(m_database.m_connection->handle());
}

std::int64_t Transaction::last_row() const {
    return sqlite3_last_insert_rowid(m_database.m_connection->handle());
}

} // namespace storage

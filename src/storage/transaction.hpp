// SPDX-License-Identifier: GPL-3.0-or-later
// Every write happens inside one of these, carries an Actor and leaves an audit row, or none of it happened.
#pragma once

#include "core/uid.hpp"
#include "storage/actor.hpp"
#include "storage/database.hpp"

namespace storage {

class Transaction {
  public:
    // BEGIN IMMEDIATE. The database must be open for writing. WorldFailure file.replaced when another file,
    // or none, stands where it was opened: what were written would be lost. WorldFailure auth.needed when
    // set-up has ended and nobody logged in.
    Transaction(Database& database, Actor actor);
    // Takes everything back unless committed.
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    // Throws std::logic_error when rows changed and no audit row was written. WorldFailure as for beginning.
    void commit();

    // Runs a writing statement; rows changed.
    template<typename... Values>
    std::int64_t run(std::string_view sql, const Values&... values) {
        Statement statement = prepare(sql);
        statement.bind(values...);
        statement.run();
        return changes();
    }

    // Runs an INSERT; the new row's id.
    template<typename Id = std::int64_t, typename... Values>
    Id insert(std::string_view sql, const Values&... values) {
        run(sql, values...);
        return static_cast<Id>(last_row());
    }

    // One row of the audit chain. `verb` is the domain's word ("learner.register"), `entity` the table,
    // `change` JSON:
    // {"field":["was","is"]} or a summary for bulk work. WorldFailure with what Authority::refusal says; the
    // transaction is then good for nothing but being taken back.
    void audit(std::string_view verb, std::string_view entity, const std::optional<core::Uid>& uid,
               std::string_view change);

    core::Moment now() const { return m_database.clock().now(); }
    core::Day today() const { return m_database.clock().today(); }
    core::Uid new_uid() { return core::make_uid(now(), m_database.random()); }

    Database& database() { return m_database; }
    const Actor& actor() const { return m_actor; }

  private:
    void take_back();
    Statement prepare(std::string_view sql);
    std::int64_t changes() const;
    std::int64_t last_row() const;

    Database& m_database;
    Actor m_actor;
    std::int64_t m_changes_before;
    bool m_audited = false;
    bool m_open = true;
};

} // namespace storage

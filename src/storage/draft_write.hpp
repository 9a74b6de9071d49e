// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what is half typed. A draft is nobody's statement yet, so it leaves no audit row; that is why this
// can write to tables named draft_* and to no other.
//
// What a saved form makes of a draft is a Transaction, which also removes it: both happened or neither.
#pragma once

#include "storage/database.hpp"

namespace storage {

class DraftWrite {
  public:
    // BEGIN IMMEDIATE. The database must be open for writing, with no Transaction open on it.
    explicit DraftWrite(Database& database);
    // Takes everything back unless committed.
    ~DraftWrite();
    DraftWrite(const DraftWrite&) = delete;
    DraftWrite& operator=(const DraftWrite&) = delete;

    void commit();

    // Runs a writing statement; rows changed. SQLite itself is asked which tables it writes, triggers and
    // foreign keys included: std::logic_error for any that is no draft, and for every change of the schema.
    template<typename... Values>
    std::int64_t run(std::string_view sql, const Values&... values) {
        Statement statement = prepare(sql);
        statement.bind(values...);
        statement.run();
        return changes();
    }

    core::Moment now() const { return m_database.clock().now(); }
    const Database& database() const { return m_database; }

  private:
    Statement prepare(std::string_view sql);
    std::int64_t changes() const;

    Database& m_database;
    bool m_open = true;
};

} // namespace storage

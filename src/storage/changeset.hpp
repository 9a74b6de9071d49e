// SPDX-License-Identifier: GPL-3.0-or-later
// What a piece of work changed, kept so that it can be taken back later (SQLite's session extension).
#pragma once

#include "storage/change.hpp"
#include "storage/transaction.hpp"

#include <memory>

struct sqlite3_session;

namespace storage {

// Records the changes made to `tables` from its making until finish().
class ChangeRecorder {
  public:
    ChangeRecorder(Transaction& transaction, std::span<const std::string_view> tables);
    ~ChangeRecorder();
    ChangeRecorder(const ChangeRecorder&) = delete;
    ChangeRecorder& operator=(const ChangeRecorder&) = delete;

    Blob finish();

  private:
    Transaction& m_transaction;
    sqlite3_session* m_session = nullptr;
};

// One row of a changeset: what was done to it and the integer key it is known by (0 where the key is no
// integer).
struct ChangedRow {
    enum class What { inserted, updated, removed };
    What what = What::inserted;
    std::string table;
    std::int64_t key = 0;
};
std::vector<ChangedRow> changed_rows(std::span<const std::byte> changeset);

// A row that was changed since, so that the recorded change cannot be taken back. `key` is its primary key as
// text, `row` the row as the recorded change left it (of an update: its key and the columns it changed).
struct ChangeConflict {
    std::string table;
    std::string key;
    Fields row;
};

// Applies the inverse of a recorded changeset. With conflicts nothing is changed and they are returned; an
// empty result means it is undone. Foreign keys that would dangle come back with an empty key.
std::vector<ChangeConflict> undo_changes(Transaction& transaction, std::span<const std::byte> changeset);

} // namespace storage

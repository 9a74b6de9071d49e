// SPDX-License-Identifier: GPL-3.0-or-later
// What a piece of work changed, kept so that it can be taken back later (SQLite's session extension).
#pragma once

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

// A row that was changed since, so that the recorded change cannot be taken back. `key` is its primary key as
// text.
struct ChangeConflict {
    std::string table;
    std::string key;
};

// Applies the inverse of a recorded changeset. With conflicts nothing is changed and they are returned; an
// empty result means it is undone. Foreign keys that would dangle come back with an empty key.
std::vector<ChangeConflict> undo_changes(Transaction& transaction, std::span<const std::byte> changeset);

} // namespace storage

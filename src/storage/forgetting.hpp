// SPDX-License-Identifier: GPL-3.0-or-later
// Making what is deleted unreadable too: SQLite else leaves the bytes of a deleted row where they were until
// something is written over them.
#pragma once

#include "storage/transaction.hpp"

#include <functional>
#include <span>
#include <string_view>

namespace storage {

// From now on, what this file's connection deletes or shortens is overwritten with zeros.
void overwrite_what_goes(Transaction& tx);

// Brings the log into the file and empties it, so that no older page stands in it. After the commit.
void empty_log(Database& database);

// A kept changeset without the rows that `drop` names by their table and integer key: undoing the rest leaves
// those rows as they are. A changeset that cannot be read is WorldFailure file.damaged.
Blob without_rows(std::span<const std::byte> changeset,
                  const std::function<bool(std::string_view table, std::int64_t key)>& drop);

} // namespace storage

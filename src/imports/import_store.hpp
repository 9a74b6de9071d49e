// SPDX-License-Identifier: GPL-3.0-or-later
// The history of imports: who, when, which file, how many; the rows held back; and taking a whole import
// back.
#pragma once

#include "core/expected.hpp"
#include "imports/outcome.hpp"
#include "office/digest.hpp"
#include "storage/transaction.hpp"

namespace imports {

struct ImportSummary {
    ImportId id{};
    Kind kind = Kind::learners;
    std::string file;
    std::string sheet;
    std::string actor;
    core::Moment at{};
    Counts counts;
    std::optional<core::Moment> undone_at;
};

// Newest first.
std::vector<ImportSummary> list_imports(const storage::Database& database);

// A file is known by its content: it was imported, and that was not undone.
bool was_imported(const storage::Database& database, const office::Digest& digest);

// Keeps the outcome and the changeset that takes it back; one audit row for the whole import.
ImportId keep_import(storage::Transaction& tx, const Outcome& outcome, const office::Digest& digest,
                     const storage::Blob& changeset);

// Takes back everything the import wrote; numbers it gave out are not given again.
// Errors: import.unknown, import.undone-already, import.depended-on (facts who, count: rows that later work
// stands on).
core::Expected<void> undo_import(storage::Transaction& tx, ImportId id);

} // namespace imports

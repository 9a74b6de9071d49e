// SPDX-License-Identifier: GPL-3.0-or-later
// The history of imports: who, when, which file, how many; the rows held back and refused; and taking a whole
// import back.
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
    // Rows to review and updates that nobody has decided on yet.
    std::int64_t held = 0;
    // The import whose held rows this one took up.
    std::optional<ImportId> taken_from;
    std::optional<core::Moment> undone_at;
};

// Newest first.
std::vector<ImportSummary> list_imports(const storage::Database& database);
std::optional<ImportSummary> find_import(const storage::Database& database, ImportId id);

// A file is known by its content: it was imported, and that was not undone.
bool was_imported(const storage::Database& database, const office::Digest& digest);

// Keeps the outcome and the changeset that takes it back; one audit row for the whole import.
ImportId keep_import(storage::Transaction& tx, const Outcome& outcome, const office::Digest& digest,
                     const storage::Blob& changeset);
// The same for held rows of an earlier import: what was decided is noted there.
ImportId keep_taken_up(storage::Transaction& tx, const Outcome& outcome, ImportId from,
                       const storage::Blob& changeset);

// An import as it is kept: file, sheet, head, and of the rows those that were refused, and those that are
// still held, as they stood then. Errors: import.unknown; import.rows-not-kept for one made before heads were
// kept.
core::Expected<Outcome> load_kept(const storage::Database& database, ImportId id);

// What was written later and stands on a row that an import wrote.
struct Dependant {
    std::string name; // of the learner, class or institution
    // The table of what stands on it ("attendance_month", "score", "certificate", "enrolment" …); "changed":
    // the row itself is not as the import left it.
    std::string what;
    friend auto operator<=>(const Dependant&, const Dependant&) = default;
};
// By name. The import must exist.
std::vector<Dependant> dependants(const storage::Database& database, ImportId id);

// Takes back everything the import wrote; numbers it gave out are not given again. Rows it changed are again
// what they were. What was finished since is not touched. Errors: import.unknown; import.undone-already;
// import.class-closed {classes}; import.period-locked {periods}; import.depended-on {who, count, what}:
// `what` as in Dependant when it is one and the same, else "several".
core::Expected<void> undo_import(storage::Transaction& tx, ImportId id);

} // namespace imports

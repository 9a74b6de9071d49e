// SPDX-License-Identifier: GPL-3.0-or-later
// Which backups were made and proven, which were rehearsed, and where they go: as the office file keeps it.
#pragma once

#include "backups/make.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <vector>

namespace backups {

enum class Why {
    asked,  // by a person
    day,    // at the first start of a day
    closing // at the end of work
};
std::string_view to_text(Why why);

enum class BackupId : std::int64_t {};

struct KeptBackup {
    BackupId id{};
    Made made;
    Why why = Why::asked;
    std::optional<core::Moment> removed_at{}; // deleted when newer ones took its place
};

// Audited as backup.prove.
void note_backup(storage::Transaction& tx, const Made& made, Why why);
// Audited as backup.remove.
void note_removed(storage::Transaction& tx, const std::filesystem::path& file);

// The newest content first.
std::vector<KeptBackup> load_backups(const storage::Database& database);

// The moment of the newest content that was proven to be kept, or nothing. A file from before this table
// knows the day of its last copy.
std::optional<core::Moment> last_proven(const storage::Database& database);

// Whether anything but backups was written since the newest one.
bool changed_since_backup(const storage::Database& database);

// Where backups go.
struct Places {
    std::filesystem::path folder;                  // beside the office file, or as was chosen
    std::optional<std::filesystem::path> second{}; // a stick or another disk, whenever it is there
};
Places load_places(const storage::Database& database);
// An empty folder is the one beside the office file. Audited as setting.change.
void set_places(storage::Transaction& tx, const std::filesystem::path& folder,
                const std::optional<std::filesystem::path>& second);

struct Rehearsal {
    core::Moment at{};
    std::filesystem::path file;
    core::Moment made_at{}; // of the backup's content
    std::int64_t learners = 0;
    std::int64_t certificates = 0;
    std::int64_t findings = 0;
    std::chrono::milliseconds took{};
};
// Audited as backup.rehearse.
void note_rehearsal(storage::Transaction& tx, const Rehearsal& rehearsal);
std::optional<Rehearsal> last_rehearsal(const storage::Database& database);

} // namespace backups

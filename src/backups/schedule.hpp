// SPDX-License-Identifier: GPL-3.0-or-later
// Backups that nobody has to think of: when one is due, where it goes, and what it replaces.
#pragma once

#include "backups/backup_store.hpp"

namespace backups {

// "thma-koul-2026-05-04-163005.srokbak" in `folder`, by the civil moment in Cambodia; .srok while the file
// has no backup key.
std::filesystem::path automatic_name(const storage::Database& database, const std::filesystem::path& folder);

// Nothing was proven today, and something was written since the last time. A sample needs none.
bool due_today(const storage::Database& database);
// Something was written since the last one.
bool due_at_closing(const storage::Database& database);

struct Round {
    Made made;
    std::optional<Made> second{};                 // on the stick, where one is set and there
    std::optional<core::Error> second_failed{};   // what became of the one on the stick instead
    std::vector<std::filesystem::path> removed{}; // newer ones took their place
};

// One backup into the office's folder, which is made; the same on the second place where that is there; then
// what they supersede goes, in both. Nothing but automatic names is ever deleted, and of those only what is
// this office's by its own head or by the file's list; and what a killed backup left behind an hour ago or
// more. WorldFailure as make_backup; folder.write.
Round back_up_now(const storage::Database& database, core::Progress& progress, Disk& disk = real_disk());
// What it did, into the file.
void note_round(storage::Transaction& tx, const Round& round, Why why);

// A proven backup to another place, read back there and compared. WorldFailure as make_backup.
Made copy_backup(const Made& made, const std::filesystem::path& destination, core::Progress& progress,
                 Disk& disk = real_disk());

// The newest backup that lies beside an office file, or in its folder of backups, under the file's name: what
// a damaged or missing file is restored from first. It may be another's that was named alike; restoring sees
// that.
std::optional<std::filesystem::path> newest_backup_beside(const std::filesystem::path& office_file);

// Why today's date looks wrong: clock.behind {now, newest} when something in the file is of a later day;
// clock.ahead {now, newest} when the last writing was more than a year ago.
std::optional<core::Error> clock_doubt(const storage::Database& database);

} // namespace backups

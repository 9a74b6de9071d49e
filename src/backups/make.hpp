// SPDX-License-Identifier: GPL-3.0-or-later
// Making a backup of an office file, which counts only once it was proven.
#pragma once

#include "backups/header.hpp"
#include "core/progress.hpp"
#include "storage/database.hpp"

#include <filesystem>
#include <string_view>

namespace backups {

// A sealed backup, and a plain copy of a file that has no backup key yet.
constexpr std::string_view sealed_extension = ".srokbak";
constexpr std::string_view plain_extension = ".srok";

struct Made {
    std::filesystem::path file;
    // The moment whose content it holds, of which generation, up to which row of the audit.
    core::Moment made_at{};
    int generation = 1;
    std::int64_t audit_rows = 0;
    std::uint64_t bytes = 0;
    office::Digest digest{}; // of the office file within
    bool sealed = false;
    core::Moment proven_at{};
};

// Whether what stands at `destination` may give way: nothing, or an earlier backup of this office, whole or
// not. Errors: backup.same-file; backup.other-office; backup.newer. WorldFailure as storage's.
core::Expected<void> may_replace(const storage::Database& database, const std::filesystem::path& destination,
                                 storage::Environment environment);

// One moment of the file, compared with it value by value; then, sealed to its backup key or plain where it
// has none, to `destination`.part; flushed, read back from there, opened and compared byte by byte; only then
// under its name. Whatever fails, an earlier file of that name stays as it was and no .part stays. While it
// works a copy lies beside the office file. WorldFailure: those of storage::Database::back_up and of Disk;
// backup.not-kept {byte} when what is read back is not what was written; key.damaged; "cancelled".
Made make_backup(const storage::Database& database, const std::filesystem::path& destination,
                 core::Progress& progress, Disk& disk = real_disk());

// The bytes of one file to another, flushed, read back from there and compared. WorldFailure as make_backup.
void copy_bytes(const std::filesystem::path& from, const std::filesystem::path& to, core::Progress& progress,
                Disk& disk = real_disk());

} // namespace backups

// SPDX-License-Identifier: GPL-3.0-or-later
// The office file that a backup holds, out again: of a sealed one with its passphrase, of a plain copy as it
// is.
#pragma once

#include "backups/header.hpp"
#include "core/progress.hpp"

#include <filesystem>
#include <string_view>

namespace backups {

// What a backup says of itself without a passphrase; of a plain copy what stands in it.
struct Told {
    Header header; // of a plain copy without keys and lengths
    bool sealed = false;
};
// Errors: backup.not-a-backup; backup.newer. WorldFailure: file.missing; backup.damaged {byte}; file.damaged,
// file.newer of a plain copy.
core::Expected<Told> look_at(const std::filesystem::path& backup);

// Whether `secret` opens the backup; that the rest of it is whole is not looked at. Errors: those of look_at;
// backup.wrong-passphrase. WorldFailure as look_at.
core::Expected<void> check_secret(const std::filesystem::path& backup, std::string_view secret);

// To `destination`, in place of any file, flushed; what was begun goes again on any failure. `secret` is the
// passphrase or the recovery code; of a plain copy nobody asks for it. Errors: those of look_at;
// backup.wrong-passphrase. WorldFailure: those of look_at and Disk; "cancelled".
core::Expected<Told> unpack(const std::filesystem::path& backup, std::string_view secret,
                            const std::filesystem::path& destination, core::Progress& progress);

} // namespace backups

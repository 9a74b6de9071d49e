// SPDX-License-Identifier: GPL-3.0-or-later
// Which generation of an office is the last one that anything here knows of.
#pragma once

#include "core/uid.hpp"

#include <filesystem>
#include <span>

namespace backups {

// The highest of: `least`; backups of that office in the folders; and the notes that restoring left beside
// backups there.
int last_known_generation(const core::Uid& office, int least, std::span<const std::filesystem::path> folders);

// Beside a backup that was restored, BACKUP.restored: a second restoring from it, on another computer, then
// knows of the first. Nothing where the medium cannot be written.
void leave_note(const std::filesystem::path& backup, const core::Uid& office, int generation);

} // namespace backups

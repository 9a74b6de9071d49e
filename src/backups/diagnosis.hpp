// SPDX-License-Identifier: GPL-3.0-or-later
// What a help desk needs to know of an office file that makes trouble, as a text that holds nobody's name: no
// learner's, person's, institution's or class's, no path, no value that was typed.
#pragma once

#include "core/progress.hpp"
#include "storage/database.hpp"

#include <filesystem>
#include <string>

namespace backups {

// Versions, sizes, rows of each table, keys of settings, backups, what `check` finds by code, rule and row,
// and the audit's last 200 rows as number, moment, verb and table. Of a file that cannot be opened what can
// be told: why, and its size.
std::string diagnose(const std::filesystem::path& file, storage::Environment environment,
                     core::Progress& progress);
// The same of a file that is open.
std::string diagnose(const storage::Database& database, core::Progress& progress);

} // namespace backups

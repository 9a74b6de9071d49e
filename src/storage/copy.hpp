// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of a whole office file that count only once they were opened and compared.
#pragma once

#include "core/error.hpp"
#include "core/progress.hpp"

#include <filesystem>
#include <vector>

namespace storage {

class Connection;

// SQLite's backup API, page by page. A cancelled copy throws WorldFailure "cancelled".
void copy_pages(const Connection& from, Connection& to, core::Progress& progress);

// Opens a copy and compares every value with the original. WorldFailure: backup.unequal {which: "check" |
// "rows"}; file.damaged {which} when the original is the damaged one.
void compare_copy(Connection& from, const std::filesystem::path& file);

// One moment of the file to `destination`.part, compared, then renamed; the previous copy stays until then.
// WorldFailure as compare_copy; "cancelled"; disk.full, file.write; and then no .part stays.
void copy_verified(Connection& from, const std::filesystem::path& destination, core::Progress& progress);

// quick_check and foreign_key_check.
std::vector<core::Error> damage_of(Connection& connection);

} // namespace storage

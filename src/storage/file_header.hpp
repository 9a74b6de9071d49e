// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is, from its first hundred bytes, before SQLite touches it.
#pragma once

#include <filesystem>
#include <string>

namespace storage {

// Throws WorldFailure: file.not-ours, file.damaged (shorter than its header says), file.newer (facts has,
// knows).
void refuse_foreign_file(const std::filesystem::path& path);

// Throws WorldFailure file.stale-log {log}: beside a file that needs no log lies one, which SQLite would
// write into it. An office file that was not closed properly was replaced by a copy, and its log stayed.
void refuse_stale_log(const std::filesystem::path& path);

// Throws WorldFailure file.read-only when the file or its folder cannot be written.
void refuse_unwritable_file(const std::filesystem::path& path);

// UTF-8 with the platform's separators, for messages.
std::string file_text(const std::filesystem::path& path);

} // namespace storage

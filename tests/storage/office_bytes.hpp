// SPDX-License-Identifier: GPL-3.0-or-later
// Office files as bytes, made once, for tests that spoil them.
#pragma once

#include "file_bytes.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace test {

void put_bytes(const std::filesystem::path& path, std::string_view bytes);

// A file of every table with 200 settings in it, closed properly.
const std::string& office_bytes();
// Its backup.
const std::string& backup_bytes();
// The same file as a power cut leaves it, with the log beside it that holds one setting more.
const std::string& unfinished_bytes();
const std::string& unfinished_log();

} // namespace test

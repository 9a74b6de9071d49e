// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace test {

// A file as it is; empty when it cannot be read.
std::string bytes_of(const std::filesystem::path& path);

} // namespace test

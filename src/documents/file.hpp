// SPDX-License-Identifier: GPL-3.0-or-later
// A finished document to disk.
#pragma once

#include <filesystem>
#include <string_view>

namespace documents {

// Writes `bytes` whole or not at all. Throws WorldFailure file.write.
void write_file(const std::filesystem::path& path, std::string_view bytes);

} // namespace documents

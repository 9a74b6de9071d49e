// SPDX-License-Identifier: GPL-3.0-or-later
// A finished document to disk.
#pragma once

#include "core/expected.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace documents {

// Writes `bytes` whole or not at all. Throws WorldFailure file.write.
void write_file(const std::filesystem::path& path, std::string_view bytes);

// A file that was chosen, whole. Errors, at the file: file.not-found; file.too-large {bytes, maximum}.
core::Expected<std::string> read_file(const std::filesystem::path& path, std::uintmax_t maximum);

} // namespace documents

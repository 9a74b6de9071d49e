// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between a written file and a power cut.
#pragma once

#include <filesystem>

namespace documents {

// Waits until the file's bytes are on the disk; false when they may not be.
bool flush_to_disk(const std::filesystem::path& file);

} // namespace documents

// SPDX-License-Identifier: GPL-3.0-or-later
// A folder for files that come and go while the sample is made: a list from a stick, a workbook handed over.
#pragma once

#include "core/random.hpp"

#include <filesystem>
#include <string>

namespace demo {

class ScratchFolder {
  public:
    ScratchFolder() {
        // Not the sample's own chance: where a file lay for a moment is no part of the sample.
        core::SystemRandom random;
        m_path = std::filesystem::temp_directory_path() / ("srok-" + std::to_string(random.next()));
        std::filesystem::create_directories(m_path);
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }

  private:
    std::filesystem::path m_path;
};

} // namespace demo

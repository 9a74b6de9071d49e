// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of this test's own, with a Khmer name, gone when the test ends.
#pragma once

#include <filesystem>
#include <string>

class ScratchFolder {
  public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    // `name` is UTF-8, whatever the system takes a narrow name for.
    std::filesystem::path operator/(const std::string& name) const {
        return m_path / std::u8string(name.begin(), name.end());
    }
    // Names of what lies in it, sorted.
    std::string listing() const;

  private:
    std::filesystem::path m_path;
};

std::string read_bytes(const std::filesystem::path& path);
void write_bytes(const std::filesystem::path& path, const std::string& bytes);

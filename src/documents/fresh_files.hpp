// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are written together with a transaction: all of them, or none.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace documents {

// Files, and the folders made for them, that go again unless they are kept.
class FreshFiles {
  public:
    FreshFiles() = default;
    FreshFiles(const FreshFiles&) = delete;
    FreshFiles& operator=(const FreshFiles&) = delete;
    ~FreshFiles();

    // With all above it. Throws WorldFailure folder.write.
    void make_folder(const std::filesystem::path& folder);
    // Throws WorldFailure file.exists, file.write.
    void write(const std::filesystem::path& file, std::string_view bytes);
    void keep() { m_made.clear(); }

  private:
    std::vector<std::filesystem::path> m_made; // in the order they were made
};

} // namespace documents

// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that must not be seen before what they tell is committed: each is written beside its place and
// takes it afterwards.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string_view>
#include <vector>

namespace documents {

class StagedFiles {
  public:
    StagedFiles() = default;
    // What has not taken its place goes again, and the folders made for it.
    ~StagedFiles();
    StagedFiles(const StagedFiles&) = delete;
    StagedFiles& operator=(const StagedFiles&) = delete;

    // With the folders above it. Throws WorldFailure folder.write.
    void make_folder(const std::filesystem::path& folder);

    // Writes NAME.part to the disk, power cut or not. Throws WorldFailure file.exists where a file stands at
    // its place already, file.write, and what `write` throws.
    void stage(const std::filesystem::path& file, std::string_view bytes);
    void stage(const std::filesystem::path& file, const std::function<void(std::ostream&)>& write);

    // The same for a person's own choice, whatever file stands there. WorldFailure file.write for a folder.
    void stage_over(const std::filesystem::path& file, std::string_view bytes);

    // In the order they were staged. Throws WorldFailure file.write for the first that could not; those
    // before it stand.
    void put_in_place();

  private:
    void write_part(const std::filesystem::path& file, const std::function<void(std::ostream&)>& write);
    std::vector<std::filesystem::path> m_folders;
    std::vector<std::filesystem::path> m_files;
    std::size_t m_placed = 0; // so many of them, from the first
};

} // namespace documents

// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/scratch_folder.hpp"

#include "core/random.hpp"
#include "file_bytes.hpp"

#include <fstream>
#include <set>

ScratchFolder::ScratchFolder() {
    core::SystemRandom random;
    m_path = std::filesystem::temp_directory_path() /
             std::filesystem::path{u8"srok-តារាង-"}.concat(std::to_string(random.next()));
    std::filesystem::create_directories(m_path);
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string ScratchFolder::listing() const {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{m_path}) {
        const std::u8string name = entry.path().filename().u8string();
        names.emplace(name.begin(), name.end());
    }
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? "" : " ") + name;
    return list;
}

std::string read_bytes(const std::filesystem::path& path) {
    return test::bytes_of(path);
}

void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream{path, std::ios::binary}.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/staged_files.hpp"

#include "core/error.hpp"
#include "core/file_in_place.hpp"
#include "documents/file_flush.hpp"

#include <fstream>
#include <system_error>

namespace documents {
namespace {

namespace fs = std::filesystem;

core::WorldFailure failure(const char* code, const fs::path& path) {
    const auto name = path.u8string();
    return core::WorldFailure(core::Error{code}.at({.file = {name.begin(), name.end()}}));
}

fs::path part_of(fs::path file) {
    file += ".part";
    return file;
}

std::function<void(std::ostream&)> writing(std::string_view bytes) {
    return
        [bytes](std::ostream& out) { out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())); };
}

} // namespace

StagedFiles::~StagedFiles() {
    std::error_code ignored;
    for (std::size_t at = m_placed; at < m_files.size(); ++at)
        fs::remove(part_of(m_files[at]), ignored);
    for (auto folder = m_folders.rbegin(); folder != m_folders.rend(); ++folder)
        fs::remove(*folder, ignored); // one with something in it stays
}

void StagedFiles::make_folder(const fs::path& folder) {
    std::error_code failed;
    if (folder.empty() || fs::is_directory(folder, failed)) return;
    make_folder(folder.parent_path());
    if (fs::create_directory(folder, failed))
        m_folders.push_back(folder);
    else if (!fs::is_directory(folder, failed))
        throw failure("folder.write", folder);
}

void StagedFiles::stage(const fs::path& file, std::string_view bytes) {
    stage(file, writing(bytes));
}

void StagedFiles::stage(const fs::path& file, const std::function<void(std::ostream&)>& write) {
    std::error_code failed;
    if (fs::exists(fs::symlink_status(file, failed))) throw failure("file.exists", file);
    write_part(file, write);
}

void StagedFiles::stage_over(const fs::path& file, std::string_view bytes) {
    std::error_code failed;
    if (fs::is_directory(file, failed)) throw failure("file.write", file);
    write_part(file, writing(bytes));
}

void StagedFiles::write_part(const fs::path& file, const std::function<void(std::ostream&)>& write) {
    std::ofstream out(part_of(file), std::ios::binary | std::ios::trunc);
    if (!out) throw failure("file.write", file);
    m_files.push_back(file);
    write(out);
    out.close();
    if (!out || !flush_to_disk(part_of(file))) throw failure("file.write", file);
}

void StagedFiles::put_in_place() {
    for (; m_placed < m_files.size(); ++m_placed) {
        const fs::path& file = m_files[m_placed];
        if (const auto refused = core::put_in_place(part_of(file), file))
            throw core::not_written(file, *refused);
    }
    m_folders.clear();
}

} // namespace documents

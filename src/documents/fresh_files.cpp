// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/fresh_files.hpp"

#include "core/error.hpp"
#include "documents/file.hpp"

#include <string>

namespace documents {
namespace {

namespace fs = std::filesystem;

core::WorldFailure failure(const char* code, const fs::path& path) {
    const auto name = path.u8string();
    return core::WorldFailure(core::Error{code}.at({.file = {name.begin(), name.end()}}));
}

} // namespace

FreshFiles::~FreshFiles() {
    std::error_code ignored;
    for (auto file = m_made.rbegin(); file != m_made.rend(); ++file)
        fs::remove(*file, ignored);
}

void FreshFiles::make_folder(const fs::path& folder) {
    std::error_code failed;
    if (folder.empty() || fs::is_directory(folder, failed)) return;
    make_folder(folder.parent_path());
    if (fs::create_directory(folder, failed))
        m_made.push_back(folder);
    else if (!fs::is_directory(folder, failed))
        throw failure("folder.write", folder);
}

void FreshFiles::write(const fs::path& file, std::string_view bytes) {
    std::error_code failed;
    if (fs::exists(fs::symlink_status(file, failed))) throw failure("file.exists", file);
    write_file(file, bytes);
    m_made.push_back(file);
}

} // namespace documents

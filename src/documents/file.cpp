// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/file.hpp"

#include "core/error.hpp"

#include <fstream>
#include <system_error>

namespace documents {

void write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::filesystem::path part = path;
    part += ".part";
    const auto failure = [&] {
        const auto name = path.u8string();
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        return core::WorldFailure(core::Error{"file.write"}.at({.file = {name.begin(), name.end()}}));
    };
    {
        std::ofstream file(part, std::ios::binary | std::ios::trunc);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        file.close();
        if (!file) throw failure();
    }
    std::error_code failed;
    std::filesystem::rename(part, path, failed);
    if (failed) throw failure();
}

} // namespace documents

// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/file.hpp"

#include "core/error.hpp"
#include "core/file_in_place.hpp"

#include <fstream>
#include <system_error>

namespace documents {

void write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::filesystem::path part = path;
    part += ".part";
    const auto failure = [&](const core::NotInPlace& refused) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        return core::not_written(path, refused);
    };
    {
        std::ofstream file(part, std::ios::binary | std::ios::trunc);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        file.close();
        if (!file) throw failure({{}, "failed"});
    }
    if (const auto refused = core::put_in_place(part, path)) throw failure(*refused);
}

core::Expected<std::string> read_file(const std::filesystem::path& path, std::uintmax_t maximum) {
    const auto name = path.u8string();
    const core::Place place{.file = {name.begin(), name.end()}};
    std::error_code problem;
    const std::uintmax_t size = std::filesystem::file_size(path, problem);
    std::ifstream in(path, std::ios::binary);
    if (problem || !in) return core::fail(core::Error{"file.not-found"}.at(place));
    if (size > maximum)
        return core::fail(core::Error{"file.too-large"}
                              .at(place)
                              .with("bytes", std::to_string(size))
                              .with("maximum", std::to_string(maximum)));
    std::string bytes(static_cast<std::size_t>(size), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

} // namespace documents

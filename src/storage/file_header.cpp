// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file_header.hpp"

#include "core/error.hpp"
#include "storage/database.hpp"
#include "storage/migration.hpp"

#include <array>
#include <cstdint>
#include <fstream>
#include <string_view>

namespace storage {
namespace {

using Header = std::array<char, 100>;

// Big-endian, as SQLite's file format has it (sqlite.org/fileformat.html, 1.3).
std::uint32_t number_at(const Header& header, std::size_t offset) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8U | static_cast<unsigned char>(header[offset + i]);
    return value;
}

std::filesystem::path log_of(std::filesystem::path path) {
    return path += "-wal";
}

bool has_log(const std::filesystem::path& path) {
    std::error_code none;
    const auto size = std::filesystem::file_size(log_of(path), none);
    return !none && size > 0;
}

} // namespace

std::string file_text(const std::filesystem::path& path) {
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

void refuse_foreign_file(const std::filesystem::path& path) {
    constexpr std::string_view magic{"SQLite format 3\0", 16};
    const auto failure = [&](const char* code) { return core::Error{code}.at({.file = file_text(path)}); };
    Header header{};
    // Not every system lets a folder be opened as a file to find that it is none.
    std::error_code unknown;
    if (std::filesystem::is_directory(path, unknown)) throw core::WorldFailure(failure("file.not-ours"));
    std::ifstream file(path, std::ios::binary);
    if (!file) throw core::WorldFailure(failure("file.cannot-open"));
    file.read(header.data(), header.size());
    const bool whole = file.gcount() == static_cast<std::streamsize>(header.size());
    if (std::string_view{header.data(), magic.size()} != magic)
        throw core::WorldFailure(failure("file.not-ours"));
    if (!whole) throw core::WorldFailure(failure("file.damaged"));
    if (number_at(header, 68) != static_cast<std::uint32_t>(application_id))
        throw core::WorldFailure(failure("file.not-ours"));
    const auto schema = number_at(header, 60);
    if (schema > static_cast<std::uint32_t>(newest_schema()))
        throw core::WorldFailure(failure("file.newer")
                                     .with("has", std::to_string(schema))
                                     .with("knows", std::to_string(newest_schema())));
    // Page size 1 stands for 65536. The page count is only valid when the change counter agrees (offset 92
    // and 24). A log that was on its way into the file when the power went holds the pages that lack.
    const std::uint64_t page_size = number_at(header, 16) >> 16U == 1 ? 65536 : number_at(header, 16) >> 16U;
    const bool count_valid = number_at(header, 24) == number_at(header, 92) && !has_log(path);
    if (count_valid && std::filesystem::file_size(path) < page_size * number_at(header, 28))
        throw core::WorldFailure(failure("file.damaged"));
}

void refuse_stale_log(const std::filesystem::path& path) {
    Header header{};
    std::ifstream(path, std::ios::binary).read(header.data(), header.size());
    // The version needed to write the file: 2 where it has a log. Ours has one from its making on, a copy has
    // none.
    constexpr std::size_t write_version = 18;
    if (header[write_version] != 1) return;
    if (!has_log(path)) return;
    throw core::WorldFailure(
        core::Error{"file.stale-log"}.at({.file = file_text(path)}).with("log", file_text(log_of(path))));
}

void refuse_unwritable_file(const std::filesystem::path& path) {
    const std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    if (!file) throw core::WorldFailure(core::Error{"file.read-only"}.at({.file = file_text(path)}));
}

} // namespace storage

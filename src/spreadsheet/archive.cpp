// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/archive.hpp"

#include <zip.h>

#include <algorithm>

namespace spreadsheet {
namespace {

core::Error damaged(std::string_view why, const std::string& part) {
    core::Error error{"file.damaged"};
    error.with("why", std::string{why});
    if (!part.empty()) error.with("part", part);
    return error;
}

bool equal_names(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

} // namespace

struct PartReader::Handle {
    zip_file_t* file = nullptr;
    ~Handle() {
        if (file) zip_fclose(file);
    }
};

struct Archive::Handle {
    zip_t* archive = nullptr;
    ~Handle() {
        if (archive) zip_discard(archive);
    }
};

PartReader::PartReader(std::unique_ptr<Handle> handle, std::string name, std::uint64_t size)
    : m_handle(std::move(handle))
    , m_name(std::move(name))
    , m_left(size) {}
PartReader::~PartReader() = default;
PartReader::PartReader(PartReader&&) noexcept = default;

core::Expected<std::size_t> PartReader::read(std::span<char> into) {
    const zip_int64_t got = zip_fread(m_handle->file, into.data(), into.size());
    if (got < 0) {
        const int code = zip_error_code_zip(zip_file_get_error(m_handle->file));
        const bool wrong_size = code == ZIP_ER_INCONS || code == ZIP_ER_EOF;
        return core::fail(damaged(code == ZIP_ER_CRC ? "crc" : wrong_size ? "size" : "inflate", m_name));
    }
    const auto bytes = static_cast<std::uint64_t>(got);
    if (bytes > m_left || (bytes == 0 && m_left > 0)) return core::fail(damaged("size", m_name));
    m_left -= bytes;
    return static_cast<std::size_t>(bytes);
}

Archive::Archive(std::unique_ptr<Handle> handle, std::vector<ZipEntry> entries)
    : m_handle(std::move(handle))
    , m_entries(std::move(entries)) {}
Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;

core::Expected<Archive> Archive::open(std::string_view bytes, const Limits& limits) {
    auto entries = read_directory(bytes, limits);
    if (!entries) return tl::unexpected(std::move(entries.error()));

    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (!source) throw std::bad_alloc{};
    auto handle = std::make_unique<Handle>();
    handle->archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    if (!handle->archive) {
        zip_source_free(source);
        return core::fail(damaged("inconsistent", {}));
    }
    // Two readings of one directory must agree, or one of them was fooled.
    if (zip_get_num_entries(handle->archive, 0) != static_cast<zip_int64_t>(entries->size()))
        return core::fail(damaged("inconsistent", {}));
    for (std::size_t i = 0; i < entries->size(); ++i) {
        const ZipEntry& ours = (*entries)[i];
        zip_stat_t theirs;
        if (zip_stat_index(handle->archive, i, ZIP_FL_ENC_RAW, &theirs) != 0 || ours.name != theirs.name ||
            ours.size != theirs.size || ours.packed != theirs.comp_size || ours.crc != theirs.crc)
            return core::fail(damaged("inconsistent", std::string{ours.name}));
    }
    return Archive{std::move(handle), std::move(*entries)};
}

std::optional<std::size_t> Archive::find(std::string_view name) const {
    const auto at =
        std::ranges::find_if(m_entries, [&](const ZipEntry& e) { return equal_names(e.name, name); });
    if (at == m_entries.end()) return {};
    return static_cast<std::size_t>(at - m_entries.begin());
}

core::Expected<PartReader> Archive::read(std::size_t entry) {
    const ZipEntry& wanted = m_entries.at(entry);
    auto handle = std::make_unique<PartReader::Handle>();
    handle->file = zip_fopen_index(m_handle->archive, entry, 0);
    if (!handle->file) return core::fail(damaged("inflate", std::string{wanted.name}));
    return PartReader{std::move(handle), std::string{wanted.name}, wanted.size};
}

} // namespace spreadsheet

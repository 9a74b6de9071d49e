// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/zip_directory.hpp"

#include <algorithm>
#include <concepts>
#include <optional>
#include <string>
#include <unordered_set>

// Field names and offsets are those of PKWARE's APPNOTE.TXT, 4.3.
namespace spreadsheet {
namespace {

constexpr std::size_t end_record = 22;
constexpr std::size_t zip64_locator = 20;
constexpr std::size_t zip64_record = 56;
constexpr std::size_t central_header = 46;
constexpr std::size_t local_header = 30;
constexpr std::uint32_t in_zip64 = 0xFFFF'FFFF;

constexpr std::uint16_t flag_encrypted = 1U << 0;
constexpr std::uint16_t flag_descriptor = 1U << 3;
constexpr std::uint16_t flag_strong_encryption = 1U << 6;
constexpr std::uint16_t flag_hidden_names = 1U << 13;
constexpr std::uint16_t method_stored = 0;
constexpr std::uint16_t method_deflated = 8;

// The bytes at `at`, lowest first. The caller has checked that they are there.
template<std::unsigned_integral T>
T number_at(std::string_view bytes, std::size_t at) {
    T value = 0;
    for (std::size_t i = sizeof(T); i-- > 0;)
        value = static_cast<T>(static_cast<std::uint64_t>(value) << 8 |
                               static_cast<unsigned char>(bytes[at + i]));
    return value;
}

tl::unexpected<core::Error> damaged(std::string_view why, std::string_view part = {}) {
    core::Error error{"file.damaged"};
    error.with("why", std::string{why});
    if (!part.empty()) error.with("part", std::string{part});
    return core::fail(std::move(error));
}

struct Extent {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    std::uint64_t entries = 0;
};

// The end record's comment must reach exactly to the end of the file: nothing may hide behind it.
std::optional<std::size_t> find_end_record(std::string_view archive) {
    const std::size_t furthest = std::min<std::size_t>(archive.size(), end_record + 0xFFFF);
    for (std::size_t back = end_record; back <= furthest; ++back) {
        const std::size_t at = archive.size() - back;
        if (archive.substr(at, 4) == "PK\x05\x06" &&
            number_at<std::uint16_t>(archive, at + 20) == back - end_record)
            return at;
    }
    return {};
}

core::Expected<Extent> find_directory(std::string_view archive) {
    const auto end = find_end_record(archive);
    if (!end) return damaged("truncated");
    Extent found{number_at<std::uint32_t>(archive, *end + 16), 0,
                 number_at<std::uint16_t>(archive, *end + 10)};
    found.end = found.begin + number_at<std::uint32_t>(archive, *end + 12);
    std::uint64_t expected_end = *end;
    if (number_at<std::uint16_t>(archive, *end + 4) != 0 ||
        number_at<std::uint16_t>(archive, *end + 6) != 0 ||
        number_at<std::uint16_t>(archive, *end + 8) != number_at<std::uint16_t>(archive, *end + 10))
        return damaged("directory"); // spread over several disks
    const bool has_locator =
        *end >= zip64_locator + zip64_record && archive.substr(*end - zip64_locator, 4) == "PK\x06\x07";
    if (has_locator) {
        const auto at = number_at<std::uint64_t>(archive, *end - zip64_locator + 8);
        if (at != *end - zip64_locator - zip64_record || archive.substr(at, 4) != "PK\x06\x06")
            return damaged("zip64");
        const auto size = number_at<std::uint64_t>(archive, at + 40);
        found = {number_at<std::uint64_t>(archive, at + 48), 0, number_at<std::uint64_t>(archive, at + 32)};
        if (size > at) return damaged("zip64");
        found.end = found.begin + size;
        expected_end = at;
    }
    if (found.begin > expected_end || found.end != expected_end) return damaged("directory");
    return found;
}

// Sizes that do not fit in 32 bits stand in an extra field, in this order, each only if its place holds all
// ones.
bool read_zip64_sizes(std::string_view extra, ZipEntry& entry) {
    const bool needed = entry.size == in_zip64 || entry.packed == in_zip64 || entry.header == in_zip64;
    while (extra.size() >= 4) {
        const auto id = number_at<std::uint16_t>(extra, 0);
        const auto length = number_at<std::uint16_t>(extra, 2);
        if (extra.size() - 4 < length) return false;
        std::string_view field = extra.substr(4, length);
        extra.remove_prefix(4 + length);
        if (id != 1) continue;
        for (std::uint64_t* value : {&entry.size, &entry.packed, &entry.header}) {
            if (*value != in_zip64) continue;
            if (field.size() < 8) return false;
            *value = number_at<std::uint64_t>(field, 0);
            field.remove_prefix(8);
        }
        return true;
    }
    return !needed;
}

// Names that lead anywhere but down from the archive's root are refused, though nothing is ever unpacked to
// disk.
bool is_honest_name(std::string_view name) {
    if (name.empty() || name.size() > 255) return false;
    const auto allowed = [](char c) {
        const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        constexpr std::string_view others = "/_-.[]()+,~!$&'=@#% ";
        return alphanumeric || others.find(c) != std::string_view::npos ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    if (!std::ranges::all_of(name, allowed)) return false;
    for (std::string_view rest = name;;) {
        const std::size_t slash = rest.find('/');
        const std::string_view step = rest.substr(0, slash);
        const bool folder_end = slash == std::string_view::npos && step.empty() && rest.data() != name.data();
        if (step == "." || step == ".." || (step.empty() && !folder_end)) return false;
        if (slash == std::string_view::npos) return true;
        rest.remove_prefix(slash + 1);
    }
}

core::Expected<void> check_entry(const ZipEntry& entry, const Limits& limits) {
    if ((entry.flags & (flag_encrypted | flag_strong_encryption | flag_hidden_names)) != 0)
        return core::fail(core::Error{"file.encrypted"}.with("part", std::string{entry.name}));
    if (!is_honest_name(entry.name)) return damaged("entry-name");
    if (entry.name.ends_with('/') && entry.size > 0) return damaged("entry-name");
    if (entry.method != method_stored && entry.method != method_deflated)
        return damaged("method", entry.name);
    if (entry.method == method_stored && entry.size != entry.packed) return damaged("header", entry.name);
    if (entry.size > limits.inflation_free &&
        entry.size / limits.inflation >= std::max<std::uint64_t>(entry.packed, 1))
        return core::fail(core::Error{"file.too-big"}
                              .with("what", "inflation")
                              .with("maximum", std::to_string(limits.inflation))
                              .with("part", std::string{entry.name}));
    return {};
}

// The local header must tell the same story as the directory. Gives back where the packed bytes end.
core::Expected<std::uint64_t> check_local_header(std::string_view archive, std::uint64_t directory,
                                                 const ZipEntry& entry) {
    if (entry.header > directory || directory - entry.header < local_header ||
        archive.substr(entry.header, 4) != "PK\x03\x04")
        return damaged("header", entry.name);
    const auto at = static_cast<std::size_t>(entry.header);
    const auto name_size = number_at<std::uint16_t>(archive, at + 26);
    const auto extra_size = number_at<std::uint16_t>(archive, at + 28);
    const std::uint64_t data = entry.header + local_header + name_size + extra_size;
    if (data > directory || entry.packed > directory - data) return damaged("header", entry.name);
    const auto flags = number_at<std::uint16_t>(archive, at + 6);
    if (archive.substr(at + local_header, name_size) != entry.name ||
        number_at<std::uint16_t>(archive, at + 8) != entry.method ||
        (flags & (flag_encrypted | flag_descriptor)) != (entry.flags & (flag_encrypted | flag_descriptor)))
        return damaged("header", entry.name);
    const auto packed = number_at<std::uint32_t>(archive, at + 18);
    const auto size = number_at<std::uint32_t>(archive, at + 22);
    const auto agrees = [](std::uint32_t local, std::uint64_t central) {
        return local == central || local == in_zip64;
    };
    if ((flags & flag_descriptor) == 0 && (number_at<std::uint32_t>(archive, at + 14) != entry.crc ||
                                           !agrees(packed, entry.packed) || !agrees(size, entry.size)))
        return damaged("header", entry.name);
    return data + entry.packed;
}

core::Expected<void> check_overlap(std::string_view archive, std::uint64_t directory,
                                   std::vector<ZipEntry> entries) {
    std::ranges::stable_sort(entries, {}, &ZipEntry::header);
    // Only a program that unpacks itself has something before its first part.
    if (!entries.empty() && entries.front().header != 0) return damaged("directory");
    std::uint64_t free_from = 0;
    for (const ZipEntry& entry : entries) {
        if (entry.header < free_from) return damaged("overlap", entry.name);
        const auto end = check_local_header(archive, directory, entry);
        if (!end) return tl::unexpected(end.error());
        free_from = *end;
    }
    return {};
}

std::string lower(std::string_view name) {
    std::string small{name};
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return small;
}

} // namespace

core::Expected<std::vector<ZipEntry>> read_directory(std::string_view archive, const Limits& limits) {
    const auto extent = find_directory(archive);
    if (!extent) return tl::unexpected(extent.error());
    std::vector<ZipEntry> entries;
    std::unordered_set<std::string> names;
    for (std::uint64_t at = extent->begin; at < extent->end;) {
        if (entries.size() == limits.entries)
            return core::fail(core::Error{"file.too-big"}
                                  .with("what", "entries")
                                  .with("maximum", std::to_string(limits.entries)));
        if (extent->end - at < central_header || archive.substr(at, 4) != "PK\x01\x02")
            return damaged("directory");
        const std::string_view head = archive.substr(at, central_header);
        const std::size_t name_size = number_at<std::uint16_t>(head, 28);
        const std::size_t extra_size = number_at<std::uint16_t>(head, 30);
        const std::size_t whole =
            central_header + name_size + extra_size + number_at<std::uint16_t>(head, 32);
        if (extent->end - at < whole) return damaged("directory");
        ZipEntry entry{
            .name = archive.substr(at + central_header, name_size),
            .packed = number_at<std::uint32_t>(head, 20),
            .size = number_at<std::uint32_t>(head, 24),
            .header = number_at<std::uint32_t>(head, 42),
            .crc = number_at<std::uint32_t>(head, 16),
            .method = number_at<std::uint16_t>(head, 10),
            .flags = number_at<std::uint16_t>(head, 8),
        };
        if (!read_zip64_sizes(archive.substr(at + central_header + name_size, extra_size), entry))
            return damaged("zip64");
        if (const auto fine = check_entry(entry, limits); !fine) return tl::unexpected(fine.error());
        if (!names.insert(lower(entry.name)).second) return damaged("duplicate-entry", entry.name);
        entries.push_back(entry);
        at += whole;
    }
    if (entries.size() != extent->entries) return damaged("directory");
    if (const auto fine = check_overlap(archive, extent->begin, entries); !fine)
        return tl::unexpected(fine.error());
    return entries;
}

} // namespace spreadsheet

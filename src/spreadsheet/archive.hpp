// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a zip archive held in memory, each streamed out with its size and checksum proven.
#pragma once

#include "core/expected.hpp"
#include "spreadsheet/zip_directory.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spreadsheet {

// One part, unpacked piece by piece.
class PartReader {
  public:
    ~PartReader();
    PartReader(PartReader&&) noexcept;
    const std::string& name() const { return m_name; }
    // Fills up to all of `into`; 0 at the end, and then the part had the size and checksum it declares.
    // Error: file.damaged (facts why: inflate, crc, size; part).
    core::Expected<std::size_t> read(std::span<char> into);

  private:
    friend class Archive;
    struct Handle;
    PartReader(std::unique_ptr<Handle> handle, std::string name, std::uint64_t size);
    std::unique_ptr<Handle> m_handle;
    std::string m_name;
    std::uint64_t m_left;
};

class Archive {
  public:
    ~Archive();
    Archive(Archive&&) noexcept;

    // `bytes` outlive the archive. Errors as read_directory(), and file.damaged (why: inconsistent).
    static core::Expected<Archive> open(std::string_view bytes, const Limits& limits);

    const std::vector<ZipEntry>& entries() const { return m_entries; }
    // By name, whatever the case of Latin letters, as OPC names compare.
    std::optional<std::size_t> find(std::string_view name) const;
    core::Expected<PartReader> read(std::size_t entry);

  private:
    struct Handle;
    Archive(std::unique_ptr<Handle> handle, std::vector<ZipEntry> entries);
    std::unique_ptr<Handle> m_handle;
    std::vector<ZipEntry> m_entries;
};

} // namespace spreadsheet

// SPDX-License-Identifier: GPL-3.0-or-later
// The table of contents of a zip archive, read with suspicion before any library trusts it: few parts, honest
// names, no two alike, none over another, none that swells beyond measure.
#pragma once

#include "core/expected.hpp"
#include "spreadsheet/limits.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace spreadsheet {

struct ZipEntry {
    std::string_view name; // a view into the archive
    std::uint64_t packed = 0;
    std::uint64_t size = 0;
    std::uint64_t header = 0; // where its local header stands
    std::uint32_t crc = 0;
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
};

// Errors: file.encrypted; file.too-big (facts what: entries, inflation; maximum; part); file.damaged (facts
// why: truncated, directory, entry-name, duplicate-entry, overlap, header, method, zip64; part).
core::Expected<std::vector<ZipEntry>> read_directory(std::string_view archive, const Limits& limits);

} // namespace spreadsheet

// SPDX-License-Identifier: GPL-3.0-or-later
// How much a file from outside may ask of this machine before it is refused.
#pragma once

#include <cstddef>
#include <cstdint>

namespace spreadsheet {

struct Limits {
    std::size_t entries = 500;                 // parts in the archive
    std::uint64_t inflation = 100;             // unpacked bytes per packed byte …
    std::uint64_t inflation_free = 100 * 1024; // … counted for parts larger than this
    std::uint32_t rows = 50'000;               // a value below this row is refused; blank rows are free
    std::uint32_t columns = 300;               // as rows
    // Bytes: the file, its strings, and what parsing takes. With the program itself, 256 MiB.
    std::size_t memory = std::size_t{232} << 20;
};

// The size of a worksheet in every program that writes .xlsx: the last cell is XFD1048576.
inline constexpr std::uint32_t sheet_rows = 1'048'576;
inline constexpr std::uint32_t sheet_columns = 16'384;

} // namespace spreadsheet

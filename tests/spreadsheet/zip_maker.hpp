// SPDX-License-Identifier: GPL-3.0-or-later
// Zip archives byte by byte, honest or lying in one chosen place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

struct ZipPart {
    std::string name{};
    std::string content{};
    bool stored = false;
    bool descriptor = false; // sizes and checksum follow the data, as streaming writers do
    bool zip64 = false;      // sizes stand in an extra field

    // Lies. What is not set is the truth.
    std::optional<std::uint32_t> crc{};        // in both headers
    std::optional<std::uint32_t> local_crc{};  // in the local header alone
    std::optional<std::uint32_t> size{};       // unpacked, in both headers
    std::optional<std::uint32_t> packed{};     // in both headers
    std::optional<std::uint16_t> method{};     // in both headers
    std::optional<std::string> local_name{};   // of the same length
    std::optional<std::size_t> same_data_as{}; // the directory points to that part's local header
    std::uint16_t flags = 0;                   // more flags, in both headers
};

struct ZipEnd {
    std::optional<std::uint16_t> count{};
    std::optional<std::uint32_t> directory_offset{};
    std::optional<std::uint32_t> directory_size{};
    std::string comment{};
    bool zip64 = false; // with a zip64 end record and its locator
    std::string before{};
    std::string after{};
};

std::string make_zip(const std::vector<ZipPart>& parts, const ZipEnd& end = {});

// What makes up a small workbook; empty parts are left out.
struct WorkbookText {
    std::string sheet_data{}; // inside <sheetData>
    std::string sheet{};      // the whole of sheet1.xml instead
    std::string shared_strings{};
    std::string styles{};
    std::string workbook{};
};

std::vector<ZipPart> workbook_parts(const WorkbookText& text);
std::string make_workbook(const WorkbookText& text);

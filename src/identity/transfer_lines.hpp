// SPDX-License-Identifier: GPL-3.0-or-later
// A chapter as lines of canonical JSON: what is signed, and what a stranger reads. transfer_file.hpp has the
// whole format.
#pragma once

#include "identity/transfer_chapter.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace identity {

// Limits on what is read, whatever the file says of itself.
inline constexpr std::size_t longest_line = std::size_t{4} << 20U;
inline constexpr std::size_t most_lines = 5'000;
inline constexpr std::size_t longest_text = 4'000; // bytes of a field
inline constexpr std::size_t longest_pack = 64 * 1024;
inline constexpr std::size_t largest_photo = 256 * 1024;
inline constexpr std::size_t largest_document = std::size_t{2} << 20U;

// The lines without the seal, each without its line feed.
std::vector<std::string> lines_of(const Chapter& chapter);

// One object with one member: its name and value. Errors: transfer.line {what}: not JSON, not canonical, too
// deep, too long.
struct Line {
    std::string name;
    std::string raw; // the member's value, as JSON
};
core::Expected<Line> read_line(std::string_view line);

// The lines of one chapter, without its seal. Errors: transfer.line, transfer.field {field}, with the place's
// row, counted from `first_row`; those of check_chapter().
core::Expected<Chapter> read_chapter(const std::vector<std::string_view>& lines, std::int64_t first_row);

// What a line is about in a person's words: "certificate 0202-2026-000001-K", or its name alone.
std::string describe_line(std::string_view line);

} // namespace identity

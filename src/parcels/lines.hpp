// SPDX-License-Identifier: GPL-3.0-or-later
// A parcel's rows as lines of canonical JSON, and back. parcel_file.hpp has the whole format.
#pragma once

#include "core/expected.hpp"
#include "parcels/content.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace parcels {

inline constexpr std::size_t most_lines = 200'000;

// The head first, then the rows, each after those it names.
std::vector<std::string> lines_of(const Head& head, const Content& content);

struct Told {
    Head head;
    Content content;
};

// Errors: parcel.line, parcel.field {field} with the row, counted from 2 as the file's: signed, but not as
// the format has it.
core::Expected<Told> read_lines(const std::vector<std::string_view>& lines);

// What a line is about in a person's words: "certificate 0202-2026-000001-K", or its name alone.
std::string describe_line(std::string_view line);

} // namespace parcels

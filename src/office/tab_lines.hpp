// SPDX-License-Identifier: GPL-3.0-or-later
// Our shipped lists are text: one entry a line, its fields apart by tabs, comments after #.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace office {

using Fields = std::vector<std::string_view>;

inline Fields fields_of(std::string_view line) {
    Fields fields;
    for (;;) {
        const auto tab = line.find('\t');
        fields.push_back(line.substr(0, tab));
        if (tab == std::string_view::npos) return fields;
        line.remove_prefix(tab + 1);
    }
}

// read(row, line) for each line that says something; rows count from 1.
template<typename Read>
void each_line(std::string_view text, Read read) {
    for (std::int64_t row = 1; !text.empty(); ++row) {
        const auto end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (!line.empty() && !line.starts_with('#')) read(row, line);
    }
}

} // namespace office

// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/list.hpp"

#include "core/resource.hpp"

#include <algorithm>
#include <stdexcept>

namespace demo {

std::string_view resource(std::string_view path); // made by the build

namespace {

std::string_view take_until(std::string_view& text, char end) {
    const std::size_t at = std::min(text.find(end), text.size());
    const std::string_view part = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return part;
}

std::vector<std::string> fields_of(std::string_view line) {
    std::vector<std::string> fields(1);
    for (const char c : line) {
        if (c == ',')
            fields.emplace_back();
        else
            fields.back() += c;
    }
    return fields;
}

} // namespace

std::vector<std::vector<std::string>> read_list(std::string_view csv) {
    std::vector<std::vector<std::string>> rows;
    while (!csv.empty()) {
        const std::string_view line = take_until(csv, '\n');
        if (line.empty() || line.starts_with('#')) continue;
        rows.push_back(fields_of(line));
        if (rows.back().size() != rows.front().size()) throw std::logic_error("a list with a ragged row");
    }
    if (!rows.empty()) rows.erase(rows.begin()); // the heading
    return rows;
}

std::vector<std::vector<std::string>> shipped_list(std::string_view name) {
    return read_list(resource("demo/" + std::string{name}));
}

} // namespace demo

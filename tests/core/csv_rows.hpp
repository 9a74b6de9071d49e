// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a sample CSV file, each by its heading.
#pragma once

#include "samples.hpp"

#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace test {

inline std::vector<std::string> csv_fields(const std::string& line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.emplace_back();
        else if (c != '\r')
            fields.back() += c;
    }
    return fields;
}

using CsvRow = std::map<std::string, std::string>;

inline std::vector<CsvRow> csv_rows(const std::string& name) {
    std::ifstream file{test::samples() / name};
    if (!file) throw std::runtime_error{"no sample " + name};
    std::string line;
    std::getline(file, line);
    const auto headings = csv_fields(line);
    std::vector<CsvRow> rows;
    while (std::getline(file, line)) {
        const auto fields = csv_fields(line);
        CsvRow row;
        for (std::size_t i = 0; i < headings.size() && i < fields.size(); ++i)
            row[headings[i]] = fields[i];
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace test

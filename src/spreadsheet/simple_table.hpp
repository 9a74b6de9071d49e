// SPDX-License-Identifier: GPL-3.0-or-later
// A list written as a workbook of one sheet: title lines, headings, rows, filter, frozen headings, print
// set-up.
#pragma once

#include "spreadsheet/writer.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace spreadsheet {

struct SimpleTable {
    std::string sheet;               // the sheet's name
    std::vector<std::string> titles; // lines above the table; the first is the title
    struct Column {
        std::string heading;
        double width_characters = 12;
        Style style = Style::text;
    };
    std::vector<Column> columns;
    // Cells as text, short rows allowed. Under a style of numbers a plain decimal becomes a number and
    // anything else stays text; under Style::date ISO text of a day becomes a date.
    std::vector<std::vector<std::string>> rows;
    bool landscape = true;
};

// Writes it to `path` whole or not at all. Throws WorldFailure file.write.
void write_table(const std::filesystem::path& path, const SimpleTable& table, const Properties& properties);

} // namespace spreadsheet

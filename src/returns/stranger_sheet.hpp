// SPDX-License-Identifier: GPL-3.0-or-later
// A spreadsheet of a district without Srok: which of its cells are labels of rows, which are headings of
// columns.
#pragma once

#include "spreadsheet/reader.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace returns {

struct StrangerWorkbook {
    struct Sheet {
        std::string name;
        spreadsheet::Table table;
    };
    std::vector<Sheet> sheets; // those that can be seen
    const Sheet* find(std::string_view name) const;
    std::vector<std::string> names() const;
};

// `name` is for messages. Errors: those of spreadsheet::open_workbook and of reading.
core::Expected<StrangerWorkbook> open_stranger(std::string bytes, std::string_view name);

struct FoundLabel {
    // What stands there; of a heading over several rows the parts apart by " / ", a repeated one with its
    // number: "ស្រី #2". A row without a label is "row 12", a column without a heading "column E".
    std::string text;
    std::uint32_t at = 0;    // the row or column, from 0
    bool has_values = false; // a figure stands behind or below it
};

struct StrangerSheet {
    std::string name;
    std::uint32_t label_column = 0;
    std::uint32_t heading_row = 0;
    std::uint32_t heading_rows = 0;
    std::vector<FoundLabel> rows;
    std::vector<FoundLabel> columns;
    std::size_t known = 0; // labels that knows_row knew
};

// The labels stand in the column where most of them are known; the headings in the rows, three at most, over
// the first row that has a figure.
StrangerSheet lay_out(const StrangerWorkbook::Sheet& sheet,
                      const std::function<bool(std::string_view)>& knows_row);

// Without the number of a repeated one.
std::string_view without_number(std::string_view label);

} // namespace returns

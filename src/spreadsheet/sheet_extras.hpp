// SPDX-License-Identifier: GPL-3.0-or-later
// What a written sheet can carry beside its cells: print set-up, rules for what may be typed, colours that
// follow values, charts.
#pragma once

#include "spreadsheet/cell.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace spreadsheet {

// A4. Header and footer are plain text for the left, the middle and the right; "&" is written as it is.
struct PrintSetup {
    bool landscape = false;
    bool fit_width = true; // one page wide, as many as it takes high
    struct Rows {
        std::uint32_t first = 0, last = 0;
    };
    std::optional<Rows> repeat{}; // on every page
    std::optional<Range> area{};  // what is printed; else all that holds something
    struct Strip {
        std::string left{}, centre{}, right{};
    };
    Strip header{};
    Strip footer{};
    bool page_numbers = true; // "2 / 5" at the right of the footer
    double margin_inches = 0.5;
};

// A drop-down list. Either the choices themselves (255 characters together, Excel's limit) or, for longer
// ones, the cells of a sheet that hold them.
struct Choices {
    Range where{};
    std::vector<std::string> list{};
    std::string from_sheet{};
    Range from{};
    std::string error_title{}; // shown when something else is typed; empty: the program's own words
    std::string error_message{};
};

// A number between two bounds, which are plain decimals.
struct NumberRule {
    Range where{};
    std::string minimum{};
    std::string maximum{};
    bool whole = false;
    // What may stand there instead of a number: "absent".
    std::vector<std::string> or_words{};
    std::string error_title{};
    std::string error_message{};
};

// A text of at most so many letters; what is asked for is shown when the cell is entered.
struct TextRule {
    Range where{};
    int most_letters = 0;
    std::string prompt_title{}; // at most 32 letters, the others at most 255
    std::string prompt{};
    std::string error_title{};
    std::string error_message{};
};

// Cells that satisfy it are coloured.
struct Highlight {
    Range where{};
    enum class When { below, above, equal, text_equal, blank, duplicate } when = When::below;
    std::string value{}; // a plain decimal, or the text
    enum class Colour { warning, wrong, good } colour = Colour::warning;
};

// Where a chart stands on the sheet, and the cells that hold what it shows: Excel draws from the cells, so
// that whoever changes a number sees the chart change.
struct ChartCells {
    std::string sheet{};
    Range categories{};
    std::vector<Range> values{}; // one for each series
    CellRef at{};
    std::uint32_t width_pixels = 640;
    std::uint32_t height_pixels = 320;
};

} // namespace spreadsheet

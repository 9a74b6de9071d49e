// SPDX-License-Identifier: GPL-3.0-or-later
// Official lists on A4: the head of an administrative paper, a table that runs over pages under repeated
// headings, a closing line and signature blocks. Result sheets, nominal rolls and empty registers are this.
#pragma once

#include "core/expected.hpp"
#include "documents/fonts.hpp"
#include "documents/page.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace documents {

// The first two lines of every official paper.
inline constexpr std::string_view kingdom = "ព្រះរាជាណាចក្រកម្ពុជា";
inline constexpr std::string_view motto = "ជាតិ សាសនា ព្រះមហាក្សត្រ";

enum class Align { left, centre, right };
enum class Orientation { portrait, landscape };

struct Column {
    std::string heading;
    // Share of the table's width, in any unit.
    double width = 1;
    Align align = Align::left;
    // Neighbours with the same group stand under one heading with this text.
    std::string group{};
    // The heading is turned to read upwards, for narrow columns.
    bool upright = false;
};

// One of the places where a person signs. Blocks are signed on different days, so each has its own dates; the
// dotted form for the pen is just text.
struct SignatureBlock {
    std::vector<std::string> date_lines; // the lunar line, then place and solar line
    std::string words;                   // "បានឃើញ និងឯកភាព", or empty
    std::string role;                    // "ប្រធានការិយាល័យ"
    std::string name;                    // under the room for signature and stamp, or empty
};

// A part of a paper under its own heading: a table, lines below it, or both.
struct Section {
    std::string title;
    std::vector<Column> columns{};
    std::vector<std::vector<std::string>> rows{};
    std::vector<std::string> lines{};
};

// A label and what it says: "ឈ្មោះ" and the name.
struct SheetFact {
    std::string label;
    std::string value;
};

struct Sheet {
    Orientation orientation = Orientation::portrait;
    // The issuing offices, from the highest down, at the left.
    std::vector<std::string> office_lines;
    // Headings of the paper, the first in Muol Light and larger.
    std::vector<std::string> titles;
    // Under the titles, two beside each other; and a JPEG of 4x6 at their right, or empty.
    std::vector<SheetFact> facts{};
    std::string photo{};
    // Under those, one below the other across the page: "កម្មវត្ថុ" and what the paper is about; without a
    // label, a paragraph.
    std::vector<SheetFact> opening{};
    // None: a paper of sections only.
    std::vector<Column> columns;
    // As many cells a row as columns; a shorter row is filled with empty cells.
    std::vector<std::vector<std::string>> rows;
    // Cells of those rows, from 0, in which nothing is to be written: they are grey.
    struct Cell {
        std::size_t row = 0, column = 0;
    };
    std::vector<Cell> shaded{};
    // Points; rows grow past it with their text. Registers to fill by hand want about 20.
    double row_height = 16;
    double text_size = 9;
    // After the table, each under its heading, over as many pages as they need.
    std::vector<Section> sections{};
    // Under the table: "បញ្ឈប់បញ្ជីត្រឹមលេខរៀង ២៥ នាក់ ស្រី ១៤ នាក់".
    std::vector<std::string> closing_lines;
    // From left to right: approvers first, who prepared it last.
    std::vector<SignatureBlock> signatures;
    // The text of a QR code at the left of the signatures, or empty; code_words stand under it, a line each.
    std::string code{};
    std::string code_words{};
    // At the foot of each page before "page/pages": what the paper is, or empty.
    std::string footer;
    bool sample = false;
};

// Errors: document.no-glyph {character, text}; document.text-too-long {text}; those of make_qr() and
// decode_image().
core::Expected<std::vector<Page>> lay_out(const Sheet& sheet, const Fonts& fonts);

} // namespace documents

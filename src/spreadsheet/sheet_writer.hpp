// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind a SheetWriter: the sheet that is being streamed, the row it has come to, the merges that
// are still open below it.
#pragma once

#include "core/error.hpp"
#include "spreadsheet/cell_formats.hpp"
#include "spreadsheet/writer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace spreadsheet {

// A disk or size failure while writing `file`; `error` is libxlsxwriter's.
core::WorldFailure write_failure(const std::string& file, std::string_view why);

// Text as a cell of a workbook can hold it, and read back the same: no characters that XML forbids, and what
// looks like an escape ("_x000D_") escaped. A view of `text` or of `changed`, always followed by a zero.
const char* storable_text(std::string_view text, std::string& changed);

struct SheetWriter::Impl {
    lxw_workbook* workbook;
    lxw_worksheet* sheet;
    const CellFormats& formats;
    const std::string& file;

    struct OpenMerge {
        Range range;
        lxw_format* format = nullptr;
    };
    std::vector<OpenMerge> open_merges{};
    std::uint32_t current_row = 0;
    std::string scratch{};

    // Goes down to `row`, drawing the merges on the way.
    void enter(std::uint32_t row, std::uint32_t column);
    // Draws what is left of the merges.
    void finish();
    // A merge's part in the current row; true when that was its last.
    bool draw(const OpenMerge& merge) const;
    // Choices that stand in the cells of a sheet.
    void offer_from(const Choices& choices, lxw_data_validation& rule) const;
    // Turns libxlsxwriter's answer into our exceptions.
    void check(lxw_error error) const;
};

} // namespace spreadsheet

// SPDX-License-Identifier: GPL-3.0-or-later
// What an .xlsx package says about itself: where its workbook is, its sheets, date system, date styles and
// shared strings' part.
#pragma once

#include "spreadsheet/archive.hpp"
#include "spreadsheet/memory.hpp"
#include "spreadsheet/reader.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace spreadsheet {

struct SheetPart {
    SheetInfo info;
    std::size_t entry = 0; // in the archive
};

struct Package {
    std::vector<SheetPart> sheets;
    DateSystem date_system = DateSystem::from_1900;
    std::optional<std::size_t> shared_strings; // entry in the archive
    std::optional<std::size_t> styles;
};

// Errors: file.ods, file.xlsb, file.not-a-spreadsheet (looks-like docx, pptx, odt, zip …), file.damaged (why:
// part-missing, no-sheets), file.too-big (what: items, name), and those of parse_xml.
core::Expected<Package> read_package(Archive& archive, MemoryBudget& budget);

} // namespace spreadsheet

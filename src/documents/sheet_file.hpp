// SPDX-License-Identifier: GPL-3.0-or-later
// An official list that a person saves, as paper; the room that made it knows it as a workbook too.
#pragma once

#include "core/clock.hpp"
#include "documents/pdf.hpp"
#include "documents/sheet.hpp"

#include <filesystem>
#include <vector>

namespace documents {

// Its title is the sheet's footer and its author the last of the office's lines.
PdfFacts facts_of(const Sheet& sheet, core::Moment made_at);

// As .pdf, whole or not at all, with those facts. Errors: file.kind {kinds} where the name ends otherwise;
// those of lay_out(). WorldFailure file.write, and as Fonts::load.
core::Expected<void> write_sheet_paper(const std::filesystem::path& path, const Sheet& sheet,
                                       const std::vector<std::filesystem::path>& font_folders,
                                       core::Moment made_at);

} // namespace documents

// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet as a workbook and as pages.
#pragma once

#include "documents/fonts.hpp"
#include "documents/page.hpp"
#include "documents/pdf.hpp"
#include "sheets/sheet.hpp"

#include <filesystem>

namespace sheets {

// One protected sheet on A4: headings, names and closed days are locked, without a password; what a cell may
// hold is offered or checked where it is typed. Written whole or not at all. Throws WorldFailure file.write.
void write_workbook(const std::filesystem::path& path, const Sheet& sheet);

// To fill in by hand, with room for signatures. Errors as documents::lay_out.
core::Expected<std::vector<documents::Page>> pages_of(const Sheet& sheet, const documents::Fonts& fonts);
// What a PDF of them says of itself.
documents::PdfFacts facts_of(const Sheet& sheet);
// The same as a PDF, written whole or not at all. WorldFailure file.write.
core::Expected<void> write_pdf(const std::filesystem::path& path, const Sheet& sheet,
                               const documents::Fonts& fonts);

} // namespace sheets

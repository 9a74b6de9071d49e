// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/sheet_file.hpp"

#include "documents/file.hpp"

namespace documents {

PdfFacts facts_of(const Sheet& sheet, core::Moment made_at) {
    const std::string author = sheet.office_lines.empty() ? std::string{} : sheet.office_lines.back();
    return {.title = sheet.footer, .author = author, .created = made_at};
}

core::Expected<void> write_sheet_paper(const std::filesystem::path& path, const Sheet& sheet,
                                       const std::vector<std::filesystem::path>& font_folders,
                                       core::Moment made_at) {
    if (path.extension() != ".pdf") return core::fail(core::Error{"file.kind"}.with("kinds", ".xlsx .pdf"));
    const auto pages = lay_out(sheet, Fonts::load(font_folders));
    if (!pages) return core::fail(pages.error());
    write_file(path, to_pdf(*pages, facts_of(sheet, made_at)));
    return {};
}

} // namespace documents

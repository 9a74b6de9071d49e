// SPDX-License-Identifier: GPL-3.0-or-later
// A class's results as schools print them: number, name, sex, subjects, total, average, rank, grade, result,
// a closing line with the women among them, the grades counted, and room for signatures. In Khmer.
#pragma once

#include "assessment/class_results.hpp"
#include "core/clock.hpp"
#include "documents/sheet.hpp"

#include <filesystem>

namespace assessment {

struct ResultSheet {
    std::vector<std::string> office_lines; // from the highest down
    std::string institution;
    std::string class_name;
    ClassResults results;
    // From left to right; who prepared the sheet comes last.
    std::vector<documents::SignatureBlock> signatures;
    core::Moment made_at{};
    bool sample = false;
};

// Written whole or not at all. Throws WorldFailure file.write.
void write_result_workbook(const std::filesystem::path& path, const ResultSheet& sheet);

documents::Sheet paper_of(const ResultSheet& sheet);

// Errors as documents::lay_out.
core::Expected<std::vector<documents::Page>> result_pages(const ResultSheet& sheet,
                                                          const documents::Fonts& fonts);

// To a file by its ending, .xlsx or .pdf, whole or not at all. Errors: file.kind {kinds}; as result_pages.
// WorldFailure file.write.
core::Expected<void> write_result_sheet(const std::filesystem::path& path, const ResultSheet& sheet,
                                        const std::vector<std::filesystem::path>& font_folders);

// The class teacher who prepared it and the head who agrees, with dotted lines where dates are written by
// pen.
std::vector<documents::SignatureBlock> result_signatures();

} // namespace assessment

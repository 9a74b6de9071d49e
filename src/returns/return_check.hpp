// SPDX-License-Identifier: GPL-3.0-or-later
// What a return's file is worth to an office: the verdict about the file, whose key signed it, and what its
// figures give rise to ask.
#pragma once

#include "core/progress.hpp"
#include "returns/findings.hpp"
#include "returns/received.hpp"
#include "returns/workbook_check.hpp"
#include "storage/database.hpp"

namespace returns {

struct CheckedReturn {
    CheckedFile file;
    // The key is pinned for that office, or is our own. A sample's key never is.
    bool signer_known = false;
    struct Placed {
        Finding finding;
        core::Place place;       // in the file
        std::string explanation; // what the office wrote beside it
    };
    std::vector<Placed> findings;
    // Of an office's return that can be read.
    std::optional<ToldLearners> learners{};
};

// wrong-key where this office has pinned another key. Beside the findings the file carries:
//   sample.key             hint     a sample office signed it
//   figures.sum            as the layout says  {figure} parts and whole disagree
//   return.unreadable      block    {sheet, row, column}
//   return.layout-unknown  block    {layout} neither the program nor this office has it
//   office.forked          explain  {period, version} it contradicts another return of that office
// Errors: those of check_file.
// WorldFailure "cancelled".
core::Expected<CheckedReturn> check_return(const storage::Database& database,
                                           const std::filesystem::path& path, core::Progress& progress);

// The findings of a signed text alone; with what was typed into the cells left open for explanations.
std::vector<Finding> findings_in(const storage::Database& database, const Canonical& content);
std::vector<Finding> findings_in(const storage::Database& database, const Canonical& content,
                                 const std::vector<Answer>& answers);

} // namespace returns

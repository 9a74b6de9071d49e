// SPDX-License-Identifier: GPL-3.0-or-later
// Every row of a list gets its verdict, and the list as a whole its findings. Nothing is written here.
#pragma once

#include "imports/importer.hpp"
#include "imports/outcome.hpp"

namespace imports {

// Fills the outcome's rows, counts and findings, from top to bottom. Errors: cancelled.
core::Expected<void> judge_list(const FoundSheet& found, const Vocabulary& vocabulary, Importer& importer,
                                Outcome& outcome, core::Progress& progress);

// The same for rows that were somebody's before: none of them is a heading or a closing line, and nothing is
// said of the whole.
core::Expected<void> judge_held_rows(const FoundSheet& found, Importer& importer, Outcome& outcome,
                                     core::Progress& progress);

// Columns with a heading and values that nothing was made of: a person should know before the paper is filed.
std::vector<core::Error> ignored_columns(const FoundSheet& found, const Vocabulary& vocabulary);

// The lines above the list and what its columns mean.
ListHead head_of(const FoundSheet& found, spreadsheet::DateSystem dates,
                 const std::optional<std::int64_t>& class_id);

} // namespace imports

// SPDX-License-Identifier: GPL-3.0-or-later
// From a request and an opened file to the list in it and who judges its rows.
#pragma once

#include "imports/import_file.hpp"
#include "imports/importer.hpp"

#include <memory>

namespace imports {

// The list in a file, and what had to be known to find it.
struct Located {
    FoundList list;
    // Scores: the class's programme says which subjects may head a column.
    std::optional<classes::Class> taught;
    std::vector<SubjectHeadings> subjects;
};

// As the person said it, the sheet also where nothing else was said.
Correction correction_of(const Request& request);

// Errors: those of find_list; for scores also class.needed, class.not-found, class.ambiguous, class.not-open.
core::Expected<Located> locate(const storage::Database& database, const Vocabulary& vocabulary,
                               const Request& request, spreadsheet::Workbook& workbook,
                               core::Progress& progress);

struct Judges {
    std::unique_ptr<Importer> importer;
    std::optional<classes::ClassId> class_id; // of marks and scores, or as asked for
};

// `file` is the file's name. Errors: for marks and scores class.needed, class.not-found, class.ambiguous,
// class.not-open, month.missing, period.missing, register.blank; of a sheet of ours those of prefilled.hpp.
core::Expected<Judges> make_importer(const storage::Database& database, const Vocabulary& vocabulary,
                                     const Request& request, const FoundSheet& found,
                                     const std::optional<classes::Class>& taught, const std::string& file,
                                     bool sent_before);

} // namespace imports

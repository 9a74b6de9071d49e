// SPDX-License-Identifier: GPL-3.0-or-later
// The whole of an import: open the file, find the list, judge each row, and write what may be written in one
// transaction. A preview is the same judging without the writing.
#pragma once

#include "classes/class.hpp"
#include "core/expected.hpp"
#include "core/progress.hpp"
#include "imports/outcome.hpp"
#include "imports/reading.hpp"
#include "spreadsheet/limits.hpp"
#include "storage/actor.hpp"
#include "storage/database.hpp"

#include <filesystem>
#include <functional>

namespace imports {

struct Request {
    Kind kind = Kind::learners;
    std::filesystem::path file;
    // Write changes to known learners; write look-alikes as other people and unknown villages as text.
    bool update = false;
    bool take_review = false;
    // What a person decided row by row goes before both.
    Decisions decisions{};
    std::optional<classes::ClassId> class_id{};
    // Of a workbook with a list on each of several sheets; else the one whose headings say most.
    std::optional<std::string> sheet{};
    // How the list is to be read, where a person set it right; remembered once the list is imported.
    Correction correction{};
    spreadsheet::Limits limits{};
};

// The name of its file, in UTF-8.
std::string file_name(const Request& request);

// How the list would be read, for a person to set right. What stands in the way of importing it is in
// `problem`. Errors: those of opening a file; "cancelled".
core::Expected<ListReading> read_list(const storage::Database& database, const Request& request,
                                      core::Progress& progress);

// Nothing is written. Errors: those of opening a file, header.missing, class.not-found, class.needed,
// class.ambiguous, sheet.not-found, month.missing, period.missing, register.blank; of a sheet that an office
// made those of prefilled.hpp; "cancelled".
core::Expected<Outcome> preview(const storage::Database& database, const Request& request,
                                core::Progress& progress);

// The same verdicts, and what they allow is written, with one audit row and the changeset that takes it back.
// A corrected layout is remembered. `before_commit` may write the refused rows elsewhere: when it throws
// nothing was imported.
core::Expected<Outcome> import_file(storage::Database& database, const storage::Actor& actor,
                                    const Request& request, core::Progress& progress,
                                    const std::function<void(const Outcome&)>& before_commit = {});

} // namespace imports

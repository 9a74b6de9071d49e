// SPDX-License-Identifier: GPL-3.0-or-later
// What an import says of a file: a verdict and a place for every row, and findings about the whole. The
// preview and the real run are the same code, so they cannot differ.
#pragma once

#include "core/error.hpp"
#include "imports/kind.hpp"
#include "storage/change.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace imports {

enum class ImportId : std::int64_t {};

// accept: written. same: already here. update: a known learner with changed fields, written only when asked
// for. review: held for a person. refuse: never written.
enum class Verdict : std::uint8_t { accept, same, update, review, refuse };
std::string_view to_text(Verdict verdict);

struct Margin {
    std::int64_t with_permission = 0;
    std::int64_t without_permission = 0;
    friend bool operator==(const Margin&, const Margin&) = default;
};

// Of an attendance row.
struct AttendanceFacts {
    std::optional<std::int64_t> learner;
    Margin counted;
    std::int64_t days = 0;
    // What the paper's own totals say, where they stand.
    std::optional<Margin> says;
};

// Of a row of scores: subject names with their mark as "7.50", and those absent.
struct ScoreFacts {
    std::optional<std::int64_t> learner;
    std::vector<std::pair<std::string, std::string>> marks;
    std::vector<std::string> absent;
    // Cells that were refused though the row was not.
    std::vector<core::Error> cells;
};

struct RowOutcome {
    // As the spreadsheet counts, from 1.
    std::uint32_t row = 0;
    Verdict verdict = Verdict::accept;
    // Why; for an accepted row its first finding. Empty code: nothing to say.
    core::Error reason;
    std::vector<core::Error> findings;
    // Update: what would change. Review and update: the learner it is about.
    std::vector<storage::FieldChange> changes;
    std::optional<std::int64_t> known;
    // The earlier row of this file it is about.
    std::optional<std::uint32_t> earlier_row;
    // For a person to recognise the row by.
    std::string name;
    // Every cell as it stood, to be handed back for mending.
    std::vector<std::string> cells;
    std::optional<AttendanceFacts> attendance;
    std::optional<ScoreFacts> scores;
};

struct Counts {
    std::int64_t accepted = 0;
    std::int64_t same = 0;
    std::int64_t updated = 0;
    std::int64_t review = 0;
    std::int64_t refused = 0;
};

struct Outcome {
    // Nothing for a dry run.
    std::optional<ImportId> import;
    Kind kind = Kind::learners;
    std::string file;
    std::string sheet;
    // From 1; 0 when the list has no headings.
    std::uint32_t header_row = 0;
    // The lines above the headings, and one heading for each column: enough to send rows of it again.
    std::vector<std::string> titles;
    std::vector<std::string> headings;
    Counts counts;
    std::vector<RowOutcome> rows;
    std::vector<core::Error> file_findings;
};

} // namespace imports

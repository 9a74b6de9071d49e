// SPDX-License-Identifier: GPL-3.0-or-later
// What an import says of a file: a verdict and a place for every row, and findings about the whole. The
// preview and the real run are the same code, so they cannot differ.
#pragma once

#include "core/error.hpp"
#include "imports/decision.hpp"
#include "imports/kept_row.hpp"
#include "imports/layout.hpp"
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
std::optional<Verdict> verdict_from_text(std::string_view text);

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
    // Review and update: the list's fields beside those of the learner or of the earlier row it is about.
    std::vector<storage::FieldChange> beside;
    // As they stood, where the row is not simply accepted: to be judged again, or handed back for mending.
    KeptCells cells;
    // What the import made of a row that is not simply accepted.
    Decided decided = Decided::no;
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

// The rows above a list's first one, and what its columns mean: what is needed to judge one of its rows
// again, or to hand it back.
struct ListHead {
    struct Line {
        std::uint32_t row = 0; // from 0
        KeptCells cells{};
    };
    std::vector<Line> lines;
    std::vector<spreadsheet::Range> merged;
    spreadsheet::DateSystem dates = spreadsheet::DateSystem::from_1900;
    Layout layout;
    // The class the list was of.
    std::optional<std::int64_t> class_id;
    // The layout is, or with this import will be, remembered by its headings.
    bool remembered = false;
};
std::string to_json(const ListHead& head);
ListHead head_from_json(std::string_view json);

struct Outcome {
    // Nothing for a dry run.
    std::optional<ImportId> import;
    Kind kind = Kind::learners;
    std::string file;
    std::string sheet;
    // From 1; 0 when the list has no headings.
    std::uint32_t header_row = 0;
    ListHead head;
    Counts counts;
    // What was written: new ones and changed ones. All 0 in a preview.
    struct Written {
        std::int64_t added = 0;
        std::int64_t changed = 0;
    } written;
    // The columns are read as a person set them right once.
    bool remembered = false;
    std::vector<RowOutcome> rows;
    std::vector<core::Error> file_findings;
};

} // namespace imports

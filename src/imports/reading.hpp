// SPDX-License-Identifier: GPL-3.0-or-later
// How a list was read: which sheet, where its headings are, what each column means; and what a person says of
// it who knows better.
#pragma once

#include "core/progress.hpp"
#include "imports/kept_row.hpp"
#include "imports/layout_store.hpp"

#include <map>

namespace imports {

// What a person said. What is not said is as remembered, or found by itself.
struct Correction {
    // The row of headings and the columns below are of this sheet.
    std::optional<std::string> sheet{};
    // Rows count from 0; the inner nothing says that the list has no headings.
    std::optional<std::optional<std::uint32_t>> header_row{};
    // By column; nothing leaves the column out.
    std::map<std::uint32_t, std::optional<Meaning>> columns{};
    // What was remembered of this layout is neither used nor kept.
    bool forget = false;

    bool says_anything() const { return sheet || header_row || !columns.empty() || forget; }
    friend bool operator==(const Correction&, const Correction&) = default;
};

// The sheet of ours, if there is one; else the list where it was found, or the likeliest sheet with
// `readable` false. Errors: those of reading the sheet; header.missing where no sheet is to be seen;
// sheet.not-found {sheet}; cancelled.
struct KeyedSheet;
struct FoundList {
    FoundSheet found;
    bool readable = false;
    bool remembered = false;
};
core::Expected<FoundList> find_list(spreadsheet::Workbook& workbook, Kind kind, const Vocabulary& vocabulary,
                                    const std::vector<SubjectHeadings>& subjects,
                                    const std::vector<RememberedLayout>& known, const Correction& correction,
                                    const std::optional<KeyedSheet>& keyed, core::Progress& progress);

// For the eye: the sheet's first lines, and above each column what was made of it.
struct ListReading {
    struct ReadColumn {
        std::uint32_t column = 0;
        std::string heading; // of both rows where there are two
        std::optional<Meaning> meaning{};
    };
    struct SampleRow {
        std::uint32_t row = 0; // from 0
        std::vector<std::string> cells{};
    };
    std::vector<std::string> sheets; // all of the file, hidden ones too
    std::string sheet;
    std::optional<std::uint32_t> header_row;
    std::uint32_t first_row = 0;
    std::vector<ReadColumn> columns;
    std::vector<SampleRow> sample;
    // All that a column of such a list can mean.
    std::vector<Meaning> meanings;
    // As the class's programme names them, for Meaning::index of a subject.
    std::vector<std::string> subjects;
    bool remembered = false;
    // It is a sheet that this office made.
    bool prefilled = false;
    // Why nothing can be imported as it is read now: header.missing, class.needed …
    std::optional<core::Error> problem;
};
ListReading describe(const FoundList& list, const spreadsheet::Workbook& workbook, Kind kind,
                     const Vocabulary& vocabulary, const std::vector<SubjectHeadings>& subjects);

} // namespace imports

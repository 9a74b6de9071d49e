// SPDX-License-Identifier: GPL-3.0-or-later
// How a list stands in a sheet: where its headings are and what each column holds, found by words and by
// content.
#pragma once

#include "core/expected.hpp"
#include "imports/kind.hpp"
#include "imports/vocabulary.hpp"
#include "spreadsheet/reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace imports {

// What a column holds.
struct Meaning {
    Field field{};
    // The day of the month for Field::day, the subject's place for Field::subject.
    std::uint32_t index = 0;
    friend bool operator==(const Meaning&, const Meaning&) = default;
};

struct Column {
    std::uint32_t column = 0;
    Field field{};
    // The day of the month for Field::day, the subject's place for Field::subject.
    std::uint32_t index = 0;
    friend bool operator==(const Column&, const Column&) = default;
};

struct Layout {
    // Rows count from 0. Without headings (a bare CSV) header_row is nothing.
    std::optional<std::uint32_t> header_row;
    std::uint32_t first_row = 0;
    std::vector<Column> columns;

    std::optional<std::uint32_t> find(Field field) const;
    bool has(Field field) const { return find(field).has_value(); }
    // The columns of a field that may stand in several, in order.
    std::vector<std::uint32_t> all(Field field) const;
};

// A subject as the programme names it, with every other way to head its column.
struct SubjectHeadings {
    std::vector<std::string> names;
};

// The list in this sheet. Errors: header.missing when no row of the first forty names a learner's columns.
core::Expected<Layout> find_layout(const spreadsheet::Table& table, Kind kind, const Vocabulary& vocabulary,
                                   const std::vector<SubjectHeadings>& subjects);

// The list as a person says it stands: headings in this row (and in the next where they go on there), or
// none.
Layout layout_at(const spreadsheet::Table& table, Kind kind, const Vocabulary& vocabulary,
                 const std::vector<SubjectHeadings>& subjects, std::optional<std::uint32_t> header_row);

// The columns tell enough to read such a list.
bool tells_enough(Kind kind, const std::vector<Column>& columns);

// A list of one meaning may have several such columns: what stands in them is joined.
bool may_repeat(Field field);

struct FoundSheet {
    std::size_t sheet = 0;
    std::string name;
    spreadsheet::Table table;
    Layout layout;
};

} // namespace imports

// SPDX-License-Identifier: GPL-3.0-or-later
// How a list stands in a sheet: where its headings are and what each column holds, found by words and by
// content.
#pragma once

#include "core/date.hpp"
#include "core/expected.hpp"
#include "imports/kind.hpp"
#include "imports/vocabulary.hpp"
#include "sheets/key.hpp"
#include "spreadsheet/reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace imports {

// Of a day whose morning and afternoon stand in columns of their own.
enum class Part : std::uint8_t { whole, morning, afternoon };
std::string_view to_text(Part part);
Part part_from_text(std::string_view text); // whole where it is none of the halves

// What a column holds.
struct Meaning {
    Field field{};
    // The day of the month for Field::day, the subject's place for Field::subject.
    std::uint32_t index = 0;
    Part part = Part::whole;
    friend bool operator==(const Meaning&, const Meaning&) = default;
};

struct Column {
    using Part = imports::Part;
    std::uint32_t column = 0;
    Field field{};
    std::uint32_t index = 0; // as of Meaning
    Part part = Part::whole;

    Meaning meaning() const { return {field, index, part}; }
    friend bool operator==(const Column&, const Column&) = default;
};

struct Layout {
    // Rows count from 0. Without headings (a bare CSV) header_row is nothing.
    std::optional<std::uint32_t> header_row;
    std::uint32_t first_row = 0;
    std::vector<Column> columns;
    // What the heading says its numbers stand for: "ភេទ (១=ប្រុស, ២=ស្រី)" gives 1 m and 2 f.
    std::vector<std::pair<std::string, std::string>> sex_numbers;
    // Where days are headed with their dates.
    std::optional<core::Month> month;

    std::optional<std::uint32_t> find(Field field) const;
    bool has(Field field) const { return find(field).has_value(); }
    // The columns of a field that may stand in several, in order.
    std::vector<std::uint32_t> all(Field field) const;
};

// "f" or "m": the word for a sex, or a number that the heading explains.
std::optional<std::string_view> sex_meaning(const Layout& layout, const Vocabulary& vocabulary,
                                            std::string_view text);

// A subject as the programme names it, with every other way to head its column.
struct SubjectHeadings {
    std::vector<std::string> names;
};

// What stands in a cell above the list, a date as ISO text.
std::string heading_at(const spreadsheet::Table& table, spreadsheet::CellRef at,
                       spreadsheet::DateSystem dates);

// The list in this sheet. Errors: header.missing when no row of the first forty names a learner's columns.
core::Expected<Layout> find_layout(const spreadsheet::Table& table, Kind kind, const Vocabulary& vocabulary,
                                   const std::vector<SubjectHeadings>& subjects,
                                   spreadsheet::DateSystem dates = spreadsheet::DateSystem::from_1900);

// The list as a person says it stands: headings in this row (and in the next where they go on there), or
// none.
Layout layout_at(const spreadsheet::Table& table, Kind kind, const Vocabulary& vocabulary,
                 const std::vector<SubjectHeadings>& subjects, std::optional<std::uint32_t> header_row,
                 spreadsheet::DateSystem dates = spreadsheet::DateSystem::from_1900);

// What the headings of known columns say beside the columns: the numbers of the sexes, the month of the days.
void read_beside_columns(const spreadsheet::Table& table, const Vocabulary& vocabulary,
                         spreadsheet::DateSystem dates, Layout& layout);

// The columns tell enough to read such a list.
bool tells_enough(Kind kind, const std::vector<Column>& columns);

// Somebody's name stands below the headings.
bool holds_list(const spreadsheet::Table& table, const Layout& layout);

// A list of one meaning may have several such columns: what stands in them is joined.
bool may_repeat(Field field);

struct FoundSheet {
    std::size_t sheet = 0;
    std::string name;
    spreadsheet::Table table;
    Layout layout;
    // Visible sheets that hold such a list as well, when none was asked for.
    std::vector<std::string> others{};
    // Where it is a sheet of ours.
    std::optional<sheets::FoundKey> key{};
    // False of rows that an import held: the list is known in part.
    bool whole = true;
};

} // namespace imports

// SPDX-License-Identifier: GPL-3.0-or-later
// How a list stands in a sheet: where its headings are and what each column holds, found by words and by
// content.
#pragma once

#include "core/date.hpp"
#include "core/expected.hpp"
#include "imports/kind.hpp"
#include "imports/vocabulary.hpp"
#include "spreadsheet/reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace imports {

struct Column {
    std::uint32_t column = 0;
    Field field{};
    // The day of the month for Field::day, the subject's place for Field::subject.
    std::uint32_t index = 0;
    // Of a day whose morning and afternoon stand in columns of their own.
    enum class Part : std::uint8_t { whole, morning, afternoon } part = Part::whole;
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

// The sheet that was asked for, else the visible one whose headings say most. Errors: header.missing,
// sheet.not-found {sheet}.
struct FoundSheet {
    std::size_t sheet = 0;
    std::string name;
    spreadsheet::Table table;
    Layout layout;
    // Visible sheets that hold such a list as well, when none was asked for.
    std::vector<std::string> others{};
};
core::Expected<FoundSheet> find_sheet(spreadsheet::Workbook& workbook, Kind kind,
                                      const Vocabulary& vocabulary,
                                      const std::vector<SubjectHeadings>& subjects,
                                      const std::optional<std::string>& wanted);

} // namespace imports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/layout.hpp"

#include "core/date_text.hpp"
#include "core/numerals.hpp"
#include "imports/called_row.hpp"
#include "imports/column_content.hpp"
#include "imports/heading_reader.hpp"

#include <algorithm>

namespace imports {
namespace {

using spreadsheet::Table;

constexpr std::uint32_t rows_searched = 40;

// The first column of a meaning counts; a second one of the same is somebody's own.
void add(std::vector<Column>& columns, Column found) {
    const bool known = std::any_of(columns.begin(), columns.end(), [&](const Column& c) {
        return c.field == found.field && c.index == found.index && c.part == found.part &&
               !may_repeat(found.field);
    });
    if (!known) columns.push_back(found);
}

// A date as a person would write it; what else stands there as it is.
std::string heading_text(const spreadsheet::Cell& cell, spreadsheet::DateSystem dates) {
    const auto day = cell.date ? spreadsheet::day_from_serial(cell.text, dates) : std::nullopt;
    return day ? core::to_iso(*day) : std::string{cell.text};
}

// The heading above a column, also where merged cells hold it in their first column only.
std::string upper_text(const Table& table, spreadsheet::CellRef at, spreadsheet::DateSystem dates) {
    const auto* range = table.facts().merged_at(at);
    return heading_at(table, range != nullptr ? range->first : at, dates);
}

std::vector<Column> read_row(const HeadingReader& reader, const spreadsheet::Row& row,
                             spreadsheet::DateSystem dates) {
    std::vector<Column> columns;
    for (const spreadsheet::Cell& cell : row.cells)
        if (const auto column = reader.read(cell.column, heading_text(cell, dates))) add(columns, *column);
    return columns;
}

// The month of days that are headed with their dates, when it is one.
std::optional<core::Month> month_of_headings(const Table& table, const Layout& layout,
                                             spreadsheet::DateSystem dates) {
    constexpr core::Day far_ahead{std::chrono::year{2100} / 12 / 31};
    std::optional<core::Month> month;
    if (!layout.header_row) return month;
    for (const Column& column : layout.columns) {
        if (column.field != Field::day) continue;
        const auto date =
            core::read_date(heading_at(table, {*layout.header_row, column.column}, dates), far_ahead);
        if (!date || !date->date.full()) continue;
        if (month && *month != core::month_of(date->date.day)) return std::nullopt;
        month = core::month_of(date->date.day);
    }
    return month;
}

// One word for a sex below a heading of sexes is somebody's; ប and ស beside each other head two columns.
bool is_somebodys(const Table& table, const HeadingReader& reader, std::uint32_t upper) {
    std::size_t sexes = 0;
    bool below_sex = false;
    for (std::uint32_t column = 0; column < table.facts().columns; ++column) {
        if (!reader.is_sex(table.text(upper + 1, column))) continue;
        ++sexes;
        const auto above = reader.read(column, table.text(upper, column));
        below_sex = below_sex || (above && above->field == Field::sex);
    }
    return sexes == 1 && below_sex;
}

// Two rows read as one heading, or nothing when the lower one is already a learner's.
std::vector<Column> read_two_rows(const Table& table, const HeadingReader& reader, std::uint32_t upper,
                                  spreadsheet::DateSystem dates) {
    std::vector<Column> columns;
    if (is_somebodys(table, reader, upper)) return columns;
    for (std::uint32_t column = 0; column < table.facts().columns; ++column) {
        const std::string above = upper_text(table, {upper, column}, dates);
        const std::string below = heading_at(table, {upper + 1, column}, dates);
        const auto* merged = table.facts().merged_at({upper + 1, column});
        const bool one_tall_cell = merged != nullptr && merged->first.row <= upper;
        if (!below.empty() && !one_tall_cell && !reader.read(column, above, below)) {
            // A word below a heading that means nothing here is still a heading; a number or a date is not.
            if (core::read_hundredths(below) || looks_like_data(below)) return {};
            continue;
        }
        if (const auto found =
                reader.read(column, above, one_tall_cell ? std::string_view{} : std::string_view{below}))
            add(columns, *found);
    }
    return columns;
}

bool names_somebody(const std::vector<Column>& columns) {
    return std::any_of(columns.begin(), columns.end(), [](const Column& c) {
        return c.field == Field::name_km || c.field == Field::name || c.field == Field::family_name_km ||
               c.field == Field::given_name_km || c.field == Field::family_name || c.field == Field::number;
    });
}

// The columns of a row of headings, and over how many rows it goes.
struct Headings {
    std::vector<Column> columns;
    std::uint32_t rows = 1;
};
Headings read_headings(const Table& table, const HeadingReader& reader, const spreadsheet::Row& row,
                       spreadsheet::DateSystem dates) {
    auto one = read_row(reader, row, dates);
    auto two = read_two_rows(table, reader, row.index, dates);
    // A title above the headings is no heading: the upper row must name columns of its own.
    if (one.size() >= 2 && two.size() > one.size()) return {std::move(two), 2};
    return {std::move(one), 1};
}

// A name headed once over two merged columns is a family name and a given name beside it.
void split_merged_names(const Table& table, Layout& layout) {
    const auto name = layout.find(Field::name_km);
    if (!name || !layout.header_row) return;
    const auto* range = table.facts().merged_at({*layout.header_row, *name});
    if (range == nullptr || range->last.column != *name + 1) return;
    const bool second_used = std::any_of(layout.columns.begin(), layout.columns.end(),
                                         [&](const Column& c) { return c.column == *name + 1; });
    if (second_used || !column_holds(table, layout.first_row, *name + 1, Content::khmer_words)) return;
    for (Column& column : layout.columns)
        if (column.field == Field::name_km) column.field = Field::family_name_km;
    layout.columns.push_back({*name + 1, Field::given_name_km, 0});
}

// From the heading of the column, whichever of its rows says it.
std::vector<std::pair<std::string, std::string>>
sex_numbers_of(const Table& table, const Vocabulary& vocabulary, const Layout& layout) {
    const auto sex = layout.find(Field::sex);
    if (!sex || !layout.header_row) return {};
    for (std::uint32_t row = *layout.header_row; row < layout.first_row; ++row)
        if (auto numbers = sex_numbers_in(vocabulary, table.text(row, *sex)); !numbers.empty())
            return numbers;
    return {};
}

// A day headed once over two merged columns is a morning and an afternoon.
void split_merged_days(const Table& table, Layout& layout) {
    if (!layout.header_row) return;
    const auto used = [&](std::uint32_t at) {
        return std::any_of(layout.columns.begin(), layout.columns.end(),
                           [&](const Column& c) { return c.column == at; });
    };
    const std::size_t count = layout.columns.size();
    for (std::size_t i = 0; i < count; ++i) {
        Column& column = layout.columns[i];
        if (column.field != Field::day || column.part != Column::Part::whole) continue;
        const auto* range = table.facts().merged_at({*layout.header_row, column.column});
        if (range == nullptr || range->last.column != column.column + 1 || used(column.column + 1)) continue;
        column.part = Column::Part::morning;
        const Column afternoon{column.column + 1, Field::day, column.index, Column::Part::afternoon};
        layout.columns.push_back(afternoon);
    }
}

// ព below a day is Wednesday unless another column of the day is its afternoon.
void join_single_sessions(Layout& layout) {
    for (Column& column : layout.columns) {
        const bool paired = std::any_of(layout.columns.begin(), layout.columns.end(), [&](const Column& c) {
            return &c != &column && c.field == Field::day && c.index == column.index;
        });
        if (column.field == Field::day && !paired) column.part = Column::Part::whole;
    }
}

void finish(const Table& table, const Vocabulary& vocabulary, spreadsheet::DateSystem dates, Layout& layout) {
    split_merged_names(table, layout);
    split_merged_days(table, layout);
    join_single_sessions(layout);
    read_beside_columns(table, vocabulary, dates, layout);
    std::sort(layout.columns.begin(), layout.columns.end(),
              [](const Column& a, const Column& b) { return a.column < b.column; });
}

} // namespace

std::string_view to_text(Part part) {
    switch (part) {
    case Part::whole:
        return "whole";
    case Part::morning:
        return "morning";
    case Part::afternoon:
        return "afternoon";
    }
    return "whole";
}

Part part_from_text(std::string_view text) {
    for (const Part part : {Part::morning, Part::afternoon})
        if (to_text(part) == text) return part;
    return Part::whole;
}

std::string heading_at(const Table& table, spreadsheet::CellRef at, spreadsheet::DateSystem dates) {
    const spreadsheet::Cell* cell = table.find(at.row, at.column);
    return cell == nullptr ? std::string{} : heading_text(*cell, dates);
}

std::optional<std::string_view> sex_meaning(const Layout& layout, const Vocabulary& vocabulary,
                                            std::string_view text) {
    if (const auto word = vocabulary.meaning("sex", text)) return word;
    const std::string key = word_key(text);
    for (const auto& [number, sex] : layout.sex_numbers)
        if (number == key) return sex;
    return std::nullopt;
}

std::optional<std::uint32_t> Layout::find(Field field) const {
    for (const Column& column : columns)
        if (column.field == field) return column.column;
    return std::nullopt;
}

std::vector<std::uint32_t> Layout::all(Field field) const {
    std::vector<std::uint32_t> found;
    for (const Column& column : columns)
        if (column.field == field) found.push_back(column.column);
    return found;
}

void read_beside_columns(const Table& table, const Vocabulary& vocabulary, spreadsheet::DateSystem dates,
                         Layout& layout) {
    layout.sex_numbers = sex_numbers_of(table, vocabulary, layout);
    layout.month = month_of_headings(table, layout, dates);
}

bool may_repeat(Field field) {
    return field == Field::birthplace || field == Field::guardian || field == Field::note;
}

bool holds_list(const Table& table, const Layout& layout) {
    if (!layout.header_row) return false;
    for (std::size_t nth = 0; nth < table.size(); ++nth) {
        const spreadsheet::Row row = table.row(nth);
        if (row.index < layout.first_row) continue;
        for (const Field name : {Field::name_km, Field::name, Field::given_name_km, Field::given_name})
            if (const auto column = layout.find(name); column && row.find(*column) != nullptr) return true;
    }
    return false;
}

bool tells_enough(Kind kind, const std::vector<Column>& columns) {
    const auto count = [&](Field field) {
        return std::count_if(columns.begin(), columns.end(),
                             [&](const Column& c) { return c.field == field; });
    };
    if (!names_somebody(columns)) return false;
    if (kind == Kind::attendance) return count(Field::day) >= 7;
    if (kind == Kind::scores) return count(Field::subject) >= 1;
    return columns.size() >= 2;
}

core::Expected<Layout> find_layout(const Table& table, Kind kind, const Vocabulary& vocabulary,
                                   const std::vector<SubjectHeadings>& subjects,
                                   spreadsheet::DateSystem dates) {
    const HeadingReader reader(kind, vocabulary, subjects);
    Layout best;
    for (std::size_t nth = 0; nth < std::min<std::size_t>(table.size(), rows_searched); ++nth) {
        const spreadsheet::Row row = table.row(nth);
        Headings headings = read_headings(table, reader, row, dates);
        if (headings.columns.size() > best.columns.size() && tells_enough(kind, headings.columns))
            best = {row.index, row.index + headings.rows, std::move(headings.columns), {}, {}};
    }
    if (best.columns.empty() && kind == Kind::learners) best = layout_by_content(table, vocabulary);
    if (!tells_enough(kind, best.columns)) return core::fail(core::Error{"header.missing"});
    if (kind == Kind::learners) complete_by_content(table, vocabulary, best);
    finish(table, vocabulary, dates, best);
    take_in_called(table, kind, vocabulary, best);
    return best;
}

Layout layout_at(const Table& table, Kind kind, const Vocabulary& vocabulary,
                 const std::vector<SubjectHeadings>& subjects, std::optional<std::uint32_t> header_row,
                 spreadsheet::DateSystem dates) {
    Layout layout;
    for (std::size_t nth = 0; header_row && nth < table.size(); ++nth) {
        const spreadsheet::Row row = table.row(nth);
        if (row.index != *header_row) continue;
        Headings headings = read_headings(table, HeadingReader(kind, vocabulary, subjects), row, dates);
        layout = {row.index, row.index + headings.rows, std::move(headings.columns), {}, {}};
    }
    if (kind == Kind::learners) complete_by_content(table, vocabulary, layout);
    finish(table, vocabulary, dates, layout);
    take_in_called(table, kind, vocabulary, layout);
    return layout;
}

} // namespace imports

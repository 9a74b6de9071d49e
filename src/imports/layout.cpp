// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/layout.hpp"

#include "core/numerals.hpp"
#include "imports/column_content.hpp"

#include <algorithm>
#include <map>

namespace imports {
namespace {

using spreadsheet::Table;

constexpr std::uint32_t rows_searched = 40;

// Reads headings: what one cell, or a cell below another, says its column holds.
class HeadingReader {
  public:
    HeadingReader(Kind kind, const Vocabulary& vocabulary, const std::vector<SubjectHeadings>& subjects)
        : m_kind(kind)
        , m_vocabulary(vocabulary) {
        for (std::uint32_t i = 0; i < subjects.size(); ++i)
            for (const std::string& name : subjects[i].names)
                m_subjects.emplace(word_key(name), i);
    }

    std::optional<Column> read(std::uint32_t column, std::string_view text) const {
        const std::string key = word_key(text);
        if (key.empty()) return std::nullopt;
        if (const auto whole = read_whole(column, text)) return whole;
        if (const auto field = m_vocabulary.heading(m_kind, text)) return Column{column, *field, 0};
        return std::nullopt;
    }

    // Only what the words say as a whole, or without what stands in brackets: "អំណាន (១០)".
    std::optional<Column> read_whole(std::uint32_t column, std::string_view text) const {
        if (m_kind == Kind::attendance)
            if (const auto day = day_of(text)) return Column{column, Field::day, *day};
        for (const std::string& key : {word_key(text), word_key(without_brackets(text))})
            if (const auto subject = m_subjects.find(key); subject != m_subjects.end())
                return Column{column, Field::subject, subject->second};
        if (const auto field = m_vocabulary.whole_heading(m_kind, text)) return Column{column, *field, 0};
        return std::nullopt;
    }

    // A heading over two rows: the words together, else the lower ones, unless the upper ones make them
    // something else (ភូមិ below ទីកន្លែងកំណើត is where one was born, ឈ្មោះ below ឪពុក is the father's).
    std::optional<Column> read(std::uint32_t column, std::string_view upper, std::string_view lower) const {
        if (lower.empty()) return read(column, upper);
        if (upper.empty()) return read(column, lower);
        const std::string together = std::string{upper} + " " + std::string{lower};
        if (auto both = read_whole(column, together)) return both;
        const auto above = read(column, upper);
        const auto below = read_whole(column, lower);
        if (above && above->field == Field::birthplace) return above;
        if (above && above->field == Field::guardian)
            return below && below->field == Field::name_km ? above : std::nullopt;
        return below ? below : read(column, together);
    }

  private:
    // "១", "01", "ថ្ងៃទី ១", "Day 1".
    std::optional<std::uint32_t> day_of(std::string_view text) const {
        const std::string key = word_key(text);
        const std::size_t digits = key.find_first_of("0123456789");
        if (digits == std::string::npos) return std::nullopt;
        const std::string_view word = std::string_view{key}.substr(0, digits);
        if (!word.empty() && m_vocabulary.meaning("heading", word) != "day") return std::nullopt;
        const auto day = core::read_integer(std::string_view{key}.substr(digits));
        if (!day || *day < 1 || *day > 31) return std::nullopt;
        return static_cast<std::uint32_t>(*day);
    }

    Kind m_kind;
    const Vocabulary& m_vocabulary;
    std::map<std::string, std::uint32_t, std::less<>> m_subjects;
};

// The first column of a meaning counts; a second one of the same is somebody's own.
void add(std::vector<Column>& columns, Column found) {
    const bool known = std::any_of(columns.begin(), columns.end(), [&](const Column& c) {
        return c.field == found.field && c.index == found.index && !may_repeat(found.field);
    });
    if (!known) columns.push_back(found);
}

// The heading above a column, also where merged cells hold it in their first column only.
std::string_view upper_text(const Table& table, std::uint32_t row, std::uint32_t column) {
    if (const auto* range = table.facts().merged_at({row, column}))
        return table.text(range->first.row, range->first.column);
    return table.text(row, column);
}

std::vector<Column> read_row(const HeadingReader& reader, const spreadsheet::Row& row) {
    std::vector<Column> columns;
    for (const spreadsheet::Cell& cell : row.cells)
        if (const auto column = reader.read(cell.column, cell.text)) add(columns, *column);
    return columns;
}

// Two rows read as one heading, or nothing when the lower one is already a learner's.
std::vector<Column> read_two_rows(const Table& table, const HeadingReader& reader, std::uint32_t upper) {
    std::vector<Column> columns;
    for (std::uint32_t column = 0; column < table.facts().columns; ++column) {
        const std::string_view above = upper_text(table, upper, column);
        const std::string_view below = table.text(upper + 1, column);
        const auto* merged = table.facts().merged_at({upper + 1, column});
        const bool one_tall_cell = merged != nullptr && merged->first.row <= upper;
        if (!below.empty() && !one_tall_cell && !reader.read(column, above, below)) {
            // A word below a heading that means nothing here is still a heading; a number or a date is not.
            if (core::read_hundredths(below) || looks_like_data(below)) return {};
            continue;
        }
        if (const auto found = reader.read(column, above, one_tall_cell ? std::string_view{} : below))
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
Headings read_headings(const Table& table, const HeadingReader& reader, const spreadsheet::Row& row) {
    auto one = read_row(reader, row);
    auto two = read_two_rows(table, reader, row.index);
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

void finish(const Table& table, Layout& layout) {
    split_merged_names(table, layout);
    std::sort(layout.columns.begin(), layout.columns.end(),
              [](const Column& a, const Column& b) { return a.column < b.column; });
}

} // namespace

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

bool may_repeat(Field field) {
    return field == Field::birthplace || field == Field::guardian || field == Field::note;
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
                                   const std::vector<SubjectHeadings>& subjects) {
    const HeadingReader reader(kind, vocabulary, subjects);
    Layout best;
    for (std::size_t nth = 0; nth < std::min<std::size_t>(table.size(), rows_searched); ++nth) {
        const spreadsheet::Row row = table.row(nth);
        Headings headings = read_headings(table, reader, row);
        if (headings.columns.size() > best.columns.size() && tells_enough(kind, headings.columns))
            best = {row.index, row.index + headings.rows, std::move(headings.columns)};
    }
    if (best.columns.empty() && kind == Kind::learners) best = layout_by_content(table, vocabulary);
    if (!tells_enough(kind, best.columns)) return core::fail(core::Error{"header.missing"});
    if (kind == Kind::learners) complete_by_content(table, vocabulary, best);
    finish(table, best);
    return best;
}

Layout layout_at(const Table& table, Kind kind, const Vocabulary& vocabulary,
                 const std::vector<SubjectHeadings>& subjects, std::optional<std::uint32_t> header_row) {
    Layout layout;
    for (std::size_t nth = 0; header_row && nth < table.size(); ++nth) {
        const spreadsheet::Row row = table.row(nth);
        if (row.index != *header_row) continue;
        Headings headings = read_headings(table, HeadingReader(kind, vocabulary, subjects), row);
        layout = {row.index, row.index + headings.rows, std::move(headings.columns)};
    }
    if (kind == Kind::learners) complete_by_content(table, vocabulary, layout);
    finish(table, layout);
    return layout;
}

} // namespace imports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/lines.hpp"

#include "core/numerals.hpp"
#include "imports/called_row.hpp"

#include <algorithm>

namespace imports {
namespace {

bool blank(const spreadsheet::Cell& cell) {
    return !cell.formula && word_key(cell.text).empty();
}

// What tells that somebody stands in a row, beside the name.
bool identifies(Field field) {
    switch (field) {
    case Field::number:
    case Field::name:
    case Field::given_name_km:
    case Field::family_name:
    case Field::given_name:
    case Field::sex:
    case Field::sex_m:
    case Field::sex_f:
    case Field::born:
    case Field::born_year:
    case Field::village:
    case Field::village_code:
    case Field::phone:
    case Field::kind:
    case Field::programme:
    case Field::institution:
    case Field::first_day:
        return true;
    default:
        return false;
    }
}

// A form's empty rows may come with their number and their village filled in already.
bool tells_of_a_person(Field field) {
    return identifies(field) && field != Field::village && field != Field::village_code;
}

// Totals of a day or of a subject stand under these, too.
bool is_mark(Field field) {
    return field == Field::day || field == Field::subject;
}

bool is_name(Field field) {
    return field == Field::name_km || field == Field::family_name_km || field == Field::name ||
           field == Field::number;
}

bool is_birth(Field field) {
    return field == Field::born || field == Field::born_day || field == Field::born_month ||
           field == Field::born_year;
}

} // namespace

Lines::Lines(const spreadsheet::Table& table, const Layout& layout, const Vocabulary& vocabulary, Kind kind)
    : m_table(table)
    , m_layout(layout)
    , m_vocabulary(vocabulary)
    , m_kind(kind) {}

LineKind Lines::next(const spreadsheet::Row& row) {
    const bool proven = proves_somebody(row);
    if (!proven && m_kind == Kind::attendance && is_called_row(m_vocabulary, row)) return LineKind::called;
    if (!proven && is_signature(row)) {
        m_signed = true;
        return LineKind::other;
    }
    LineKind kind = classify(row, proven);
    if (kind == LineKind::other && is_name_alone(row)) kind = LineKind::learner;
    if (kind == LineKind::learner && m_signed && !proven) kind = LineKind::other;
    if (kind == LineKind::learner) m_next_row = row.index + 1;
    return kind;
}

// Somebody of whom nothing else was filled in. In a list of learners it has to follow somebody and must not
// be the title of a group; where rows are numbered, it is one.
bool Lines::is_name_alone(const spreadsheet::Row& row) const {
    const spreadsheet::Cell* name = nullptr;
    std::size_t filled = 0;
    for (const Column& column : m_layout.columns) {
        const spreadsheet::Cell* cell = row.find(column.column);
        if (cell == nullptr || blank(*cell)) continue;
        ++filled;
        if (is_name(column.field) && column.field != Field::number) name = cell;
    }
    if (name == nullptr || m_table.facts().merged_at({row.index, name->column}) != nullptr) return false;
    if (m_kind == Kind::institutions) return true;
    const bool numbered = m_layout.has(Field::row_number);
    if (filled > 1 || numbered || m_vocabulary.begins_with("group", "line", name->text)) return false;
    // Who was never absent has no mark in the register; what we hand back says why beside the name.
    const bool register_row = m_kind == Kind::attendance || m_kind == Kind::scores;
    return register_row || m_next_row == row.index || row.cells.size() > 1;
}

// A row's own number, or a word that is a sex: no closing line or signature has one.
bool Lines::proves_somebody(const spreadsheet::Row& row) const {
    return std::any_of(m_layout.columns.begin(), m_layout.columns.end(), [&](const Column& column) {
        const spreadsheet::Cell* cell = row.find(column.column);
        if (cell == nullptr) return false;
        if (column.field == Field::row_number) return core::read_integer(cell->text).has_value();
        return column.field == Field::sex && sex_meaning(m_layout, m_vocabulary, cell->text).has_value();
    });
}

// It may reach into the name column. A birth date may begin as the day of signing does.
bool Lines::is_signature(const spreadsheet::Row& row) const {
    std::size_t filled = 0;
    bool begins = false;
    for (const spreadsheet::Cell& cell : row.cells) {
        if (blank(cell)) continue;
        ++filled;
        const bool birth =
            std::any_of(m_layout.columns.begin(), m_layout.columns.end(),
                        [&](const Column& c) { return c.column == cell.column && is_birth(c.field); });
        const bool alone = row.cells.size() == 1;
        begins = begins ||
                 ((!birth || alone || m_signed) && m_vocabulary.begins_with("signature", "line", cell.text));
    }
    return begins && filled <= 3;
}

// Most filled cells say again what their column's heading says.
bool Lines::repeats_headings(const spreadsheet::Row& row) const {
    if (!m_layout.header_row) return false;
    std::size_t same = 0;
    for (const spreadsheet::Cell& cell : row.cells) {
        const std::string key = word_key(cell.text);
        for (std::uint32_t r = *m_layout.header_row; r < m_layout.first_row; ++r)
            if (!key.empty() && key == word_key(m_table.text(r, cell.column))) {
                ++same;
                break;
            }
    }
    return same >= 2 && same * 2 > row.cells.size();
}

LineKind Lines::classify(const spreadsheet::Row& row, bool proven) const {
    std::size_t filled = 0;
    std::size_t identifying = 0;
    std::size_t personal = 0;
    std::size_t marks = 0;
    bool named = false;
    bool numbered = false;
    const spreadsheet::Cell* first = nullptr;
    for (const spreadsheet::Cell& cell : row.cells) {
        if (blank(cell)) continue;
        if (first == nullptr) first = &cell;
        ++filled;
        for (const Column& column : m_layout.columns) {
            if (column.column != cell.column) continue;
            named = named || is_name(column.field);
            numbered = numbered || (column.field == Field::row_number && core::read_integer(cell.text));
            identifying += identifies(column.field) ? 1U : 0U;
            personal += tells_of_a_person(column.field) ? 1U : 0U;
            marks += is_mark(column.field) ? 1U : 0U;
        }
    }
    if (filled == 0) return LineKind::blank;
    if (!proven && repeats_headings(row)) return LineKind::heading_again;
    if (!proven && m_vocabulary.begins_with("closing", "line", first->text)) return LineKind::closing;
    // "ស្រី | 14 | នាក់" on a line of its own.
    const auto counts = proven ? std::nullopt : m_vocabulary.meaning("closing", first->text);
    if (counts == "female" || counts == "male") return LineKind::closing;
    if (!proven && m_vocabulary.begins_with("closing", "average", first->text)) return LineKind::other;
    if (named && (numbered || identifying + marks > 0)) return LineKind::learner;
    // Somebody without a name: a person has to see that, too. A form's empty numbered rows are blank.
    if (identifying >= 2 || (numbered && personal + marks > 0)) return LineKind::learner;
    return numbered && filled == 1 ? LineKind::blank : LineKind::other;
}

} // namespace imports

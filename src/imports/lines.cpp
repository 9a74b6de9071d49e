// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/lines.hpp"

#include "core/numerals.hpp"

#include <algorithm>

namespace imports {
namespace {

bool blank(std::string_view text) {
    return word_key(text).empty();
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
    case Field::day:
    case Field::subject:
    case Field::kind:
    case Field::programme:
    case Field::institution:
    case Field::first_day:
        return true;
    default:
        return false;
    }
}

bool is_name(Field field) {
    return field == Field::name_km || field == Field::family_name_km || field == Field::name ||
           field == Field::number;
}

// Most filled cells say again what their column's heading says.
bool repeats_headings(const spreadsheet::Table& table, const Layout& layout, const spreadsheet::Row& row) {
    if (!layout.header_row) return false;
    std::size_t same = 0;
    for (const spreadsheet::Cell& cell : row.cells) {
        const std::string key = word_key(cell.text);
        for (std::uint32_t r = *layout.header_row; r < layout.first_row; ++r)
            if (!key.empty() && key == word_key(table.text(r, cell.column))) {
                ++same;
                break;
            }
    }
    return same >= 2 && same * 2 > row.cells.size();
}

} // namespace

LineKind classify(const spreadsheet::Table& table, const Layout& layout, const spreadsheet::Row& row,
                  const Vocabulary& vocabulary) {
    std::size_t filled = 0;
    std::size_t identifying = 0;
    bool named = false;
    bool numbered = false;
    const spreadsheet::Cell* first = nullptr;
    for (const spreadsheet::Cell& cell : row.cells) {
        if (!cell.formula && blank(cell.text)) continue;
        if (first == nullptr) first = &cell;
        ++filled;
        for (const Column& column : layout.columns) {
            if (column.column != cell.column) continue;
            named = named || is_name(column.field);
            numbered = numbered || (column.field == Field::row_number && core::read_integer(cell.text));
            identifying += identifies(column.field) ? 1U : 0U;
        }
    }
    if (filled == 0) return LineKind::blank;
    if (repeats_headings(table, layout, row)) return LineKind::heading_again;
    if (vocabulary.begins_with("closing", "line", first->text) && !numbered) return LineKind::closing;
    const bool signature =
        std::any_of(row.cells.begin(), row.cells.end(), [&](const spreadsheet::Cell& cell) {
            return vocabulary.begins_with("signature", "line", cell.text);
        });
    // A signature line may reach into the name column, but nobody's sex or birth stands beside it.
    if (signature && !numbered && filled <= 3) return LineKind::other;
    if (named && (numbered || identifying > 0)) return LineKind::learner;
    // Somebody without a name: a person has to see that, too. A form's empty numbered rows are blank.
    if (identifying >= 2) return LineKind::learner;
    return numbered && filled == 1 ? LineKind::blank : LineKind::other;
}

ClosingLine read_closing(const spreadsheet::Row& row, const Vocabulary& vocabulary) {
    ClosingLine line;
    // "Female" may end one cell and its number fill the next.
    bool female_next = false;
    for (const spreadsheet::Cell& cell : row.cells) {
        if (line.cell.empty()) line.cell = spreadsheet::cell_name(row.index, cell.column);
        const std::string key = word_key(cell.text);
        const auto female_at = vocabulary.find_after("closing", "female", key);
        for (std::size_t i = 0; i < key.size();) {
            if (key[i] < '0' || key[i] > '9') {
                ++i;
                continue;
            }
            std::size_t end = i;
            while (end < key.size() && key[end] >= '0' && key[end] <= '9')
                ++end;
            const auto number = core::read_integer(std::string_view{key}.substr(i, end - i));
            const bool of_women = female_next || (female_at && i >= *female_at);
            if (number && of_women && !line.female) line.female = *number;
            if (number && !of_women && !line.total) line.total = *number;
            i = end;
        }
        female_next = female_at.has_value() && *female_at == key.size();
    }
    return line;
}

} // namespace imports

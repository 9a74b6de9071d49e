// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/column_content.hpp"

#include "core/date_text.hpp"
#include "core/numerals.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <array>

namespace imports {
namespace {

using spreadsheet::Table;

constexpr std::size_t rows_sampled = 60;
constexpr core::Day latest{std::chrono::year{2100} / 12 / 31};

std::size_t digits_in(std::string_view text) {
    std::size_t count = 0;
    for (const char32_t c : core::code_points(text))
        count += core::digit_value(c) ? 1U : 0U;
    return count;
}

bool is_phone(std::string_view text) {
    const std::string latin = core::to_latin_digits(text);
    const std::size_t digits = digits_in(latin);
    const bool only_phone_signs = latin.find_first_not_of("0123456789 +-./()") == std::string::npos;
    return only_phone_signs && digits >= 8 && digits <= 12 &&
           (latin.find('0') == 0 || latin.starts_with("+855"));
}

bool is_village_code(std::string_view text) {
    const std::string latin = core::to_latin_digits(text);
    return latin.size() == 8 && digits_in(latin) == 8 && latin[0] <= '2';
}

bool is_date(const spreadsheet::Cell& cell) {
    if (cell.kind == spreadsheet::CellKind::number) return cell.date;
    // A year alone is no proof of a column of dates.
    return digits_in(cell.text) >= 5 && core::read_date(cell.text, latest).has_value();
}

Content of_letters(std::string_view text) {
    std::size_t khmer = 0;
    std::size_t latin = 0;
    for (const char32_t c : core::code_points(text)) {
        if (c >= 0x1780 && c <= 0x17D3) ++khmer;
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) ++latin;
    }
    if (khmer >= 2 && khmer > latin) return Content::khmer_words;
    if (latin >= 2 && latin > khmer) return Content::latin_words;
    return Content::other;
}

Content content_of_cell(const spreadsheet::Cell& cell, const Vocabulary* vocabulary) {
    if (vocabulary != nullptr && vocabulary->meaning("sex", cell.text)) return Content::sex;
    if (is_date(cell)) return Content::date;
    if (is_village_code(cell.text)) return Content::village_code;
    if (is_phone(cell.text)) return Content::phone;
    if (digits_in(cell.text) > 0) return Content::other;
    return of_letters(cell.text);
}

struct Sample {
    std::array<std::size_t, 7> of{};
    std::size_t filled = 0;
    // Names have a blank between family and given name.
    std::size_t with_blank = 0;
};

Sample sample(const Table& table, std::uint32_t first_row, std::uint32_t column,
              const Vocabulary* vocabulary) {
    Sample counted;
    for (std::size_t nth = 0; nth < table.size() && counted.filled < rows_sampled; ++nth) {
        const spreadsheet::Row row = table.row(nth);
        const spreadsheet::Cell* cell = row.index < first_row ? nullptr : row.find(column);
        if (cell == nullptr) continue;
        ++counted.filled;
        ++counted.of[static_cast<std::size_t>(content_of_cell(*cell, vocabulary))];
        const std::size_t blank = cell->text.find_first_not_of(' ');
        if (blank != std::string_view::npos && cell->text.find(' ', blank) != std::string_view::npos)
            ++counted.with_blank;
    }
    return counted;
}

bool most_are(const Sample& counted, Content content) {
    return counted.filled >= 3 && counted.of[static_cast<std::size_t>(content)] * 10 >= counted.filled * 7;
}

bool is_name(const Sample& counted) {
    return counted.with_blank * 2 >= counted.filled;
}

void swap_fields(Layout& layout, Field from, Field to) {
    for (Column& column : layout.columns)
        if (column.field == from) column.field = to;
}

} // namespace

Content content_of(const Table& table, std::uint32_t first_row, std::uint32_t column,
                   const Vocabulary& vocabulary) {
    const Sample counted = sample(table, first_row, column, &vocabulary);
    for (const Content content : {Content::sex, Content::date, Content::village_code, Content::phone,
                                  Content::khmer_words, Content::latin_words})
        if (most_are(counted, content)) return content;
    return Content::other;
}

bool column_holds(const Table& table, std::uint32_t first_row, std::uint32_t column, Content content) {
    const Sample counted = sample(table, first_row, column, nullptr);
    return counted.filled >= 1 && counted.of[static_cast<std::size_t>(content)] * 2 >= counted.filled;
}

bool looks_like_data(std::string_view text) {
    return is_phone(text) || (digits_in(text) >= 5 && core::read_date(text, latest).has_value());
}

void complete_by_content(const Table& table, const Vocabulary& vocabulary, Layout& layout) {
    const auto name = layout.find(Field::name);
    if (name && !layout.has(Field::name_km) && !layout.has(Field::family_name_km) &&
        column_holds(table, layout.first_row, *name, Content::khmer_words))
        swap_fields(layout, Field::name, Field::name_km);
    const auto name_km = layout.find(Field::name_km);
    if (name_km && !layout.has(Field::name) && !layout.has(Field::family_name) &&
        column_holds(table, layout.first_row, *name_km, Content::latin_words))
        swap_fields(layout, Field::name_km, Field::name);
    for (std::uint32_t column = 0; column < table.facts().columns; ++column) {
        const bool used = std::any_of(layout.columns.begin(), layout.columns.end(),
                                      [&](const Column& c) { return c.column == column; });
        if (used) continue;
        const auto take = [&](Field field, bool wanted) {
            if (wanted) layout.columns.push_back({column, field, 0});
        };
        const bool words = is_name(sample(table, layout.first_row, column, nullptr));
        switch (content_of(table, layout.first_row, column, vocabulary)) {
        case Content::sex:
            take(Field::sex, !layout.has(Field::sex) && !layout.has(Field::sex_f));
            break;
        case Content::date:
            take(Field::born, !layout.has(Field::born) && !layout.has(Field::born_year));
            break;
        case Content::phone:
            take(Field::phone, !layout.has(Field::phone));
            break;
        case Content::village_code:
            take(Field::village_code, !layout.has(Field::village_code));
            break;
        case Content::khmer_words:
            take(Field::name_km, words && !layout.has(Field::name_km) && !layout.has(Field::family_name_km));
            break;
        case Content::latin_words:
            take(Field::name, words && !layout.has(Field::name) && !layout.has(Field::family_name));
            break;
        case Content::other:
            break;
        }
    }
}

Layout layout_by_content(const Table& table, const Vocabulary& vocabulary) {
    Layout layout;
    complete_by_content(table, vocabulary, layout);
    return layout;
}

} // namespace imports

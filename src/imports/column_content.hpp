// SPDX-License-Identifier: GPL-3.0-or-later
// What a column holds by looking at its cells: for lists whose headings are missing, wrong or our own
// invention.
#pragma once

#include "imports/layout.hpp"

namespace imports {

enum class Content : std::uint8_t { sex, date, phone, khmer_words, latin_words, village_code, other };

// What most of the filled cells from `first_row` on are; `other` when they do not agree, or are fewer than
// three.
Content content_of(const spreadsheet::Table& table, std::uint32_t first_row, std::uint32_t column,
                   const Vocabulary& vocabulary);

// At least half of the filled cells are Khmer words (or Latin ones, …), vocabulary not needed.
bool column_holds(const spreadsheet::Table& table, std::uint32_t first_row, std::uint32_t column,
                  Content content);

// A date or a phone number: never part of a heading.
bool looks_like_data(std::string_view text);

// Fills the fields of a learners' list that headings did not give, and sets right a Khmer name headed as a
// Latin one (or the other way round).
void complete_by_content(const spreadsheet::Table& table, const Vocabulary& vocabulary, Layout& layout);

// A list of learners without any headings.
Layout layout_by_content(const spreadsheet::Table& table, const Vocabulary& vocabulary);

} // namespace imports

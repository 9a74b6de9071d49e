// SPDX-License-Identifier: GPL-3.0-or-later
// The official words of the sheets for centres, from resources/sheets/sheets.txt.
#pragma once

#include "core/date.hpp"
#include "core/expected.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sheets {

struct Wording {
    std::string version;
    std::string learners_title, register_title, scores_title;
    std::string learners_tab, register_tab, scores_tab;
    // {} of `month` is its name, then the year; of `class_line` the institution, then the class.
    std::string month, class_line;
    // Headings of the columns; {} of `subject` is its name, then its maximum.
    std::string row_number, number, name_km, name, sex, born, village, commune, phone, guardian, note;
    std::string with_permission, without_permission, absences, subject;
    // The row of the days on which the roll was called.
    std::string called;
    std::string man, woman;
    // Separate words: what stands in that row (the first is ours: the fonts have it), Monday first, January
    // first, what may stand instead of a mark.
    std::string ticks, weekdays, months, score_words;
    // How to fill it in; {} of `wrong_score` and `wrong_number` is the maximum.
    std::string learners_help, register_help, scores_help;
    std::string wrong_title, wrong_mark, wrong_score, wrong_number;
    // {} of `closing` is how many, then how many of them are women.
    std::string closing, agreed, head, teacher, lunar_date, solar_date;
    std::string sample;
};

// The words shipped with the program.
const Wording& wording();

// Errors: sheet-wording.unreadable {key} at the row: unknown, empty, missing, with too few or too many {}, or
// a list of words of another length.
core::Expected<Wording> parse_wording(std::string_view text);

// The words of a list, apart by blanks.
std::vector<std::string> words_of(std::string_view list);

// "ខែធ្នូ ឆ្នាំ២០២៥"
std::string month_line(core::Month month);

} // namespace sheets

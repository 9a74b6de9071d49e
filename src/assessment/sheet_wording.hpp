// SPDX-License-Identifier: GPL-3.0-or-later
// The official words of a class's result sheet, from resources/assessment/result-sheet.txt.
#pragma once

#include "core/expected.hpp"

#include <string>
#include <string_view>

namespace assessment {

struct SheetWording {
    std::string version;
    std::string title;
    // Headings of the columns; `marks` stands over the subjects.
    std::string number, name, sex, marks, total, average, rank, grade, result;
    // What stands in the cells.
    std::string man, woman, absent, pass, fail, incomplete;
    // In place of pass and fail where the programme says what they mean for the learner.
    std::string promoted, passed_by_retest, retest, repeats, repeats_for_absence;
    // Under the list. {} of `people` is how many, then how many of them are women; of `closing` those people.
    std::string all, female, people, closing;
    std::string agreed, head, prepared, lunar_date, solar_date;
    std::string sample;
};

// The one shipped with the program.
const SheetWording& sheet_wording();

// Errors: sheet-wording.unreadable {key} at the row: unknown, empty, missing, or with
// too few or too many {}.
core::Expected<SheetWording> parse_sheet_wording(std::string_view text);

} // namespace assessment

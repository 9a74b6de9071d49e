// SPDX-License-Identifier: GPL-3.0-or-later
// What the workbook and the printed result sheet say alike: headings, titles, and the cells as texts.
#pragma once

#include "assessment/result_sheet.hpp"
#include "assessment/sheet_wording.hpp"

namespace assessment::words {

const std::string& sex_text(core::Sex sex);
const std::string& verdict_text(Verdict verdict);
// Empty for none.
const std::string& standing_text(Standing standing);
// The standing where there is one, else pass or fail.
const std::string& result_text(const Result& result);

// A period that is the mean of others has no marks of its own to show, and no total, but their averages.
std::vector<const programmes::Subject*> shown_subjects(const ClassResults& results);
std::vector<const programmes::Period*> shown_parts(const ClassResults& results);
// The average of such a part; empty while a mark is missing.
std::string part_text(const ClassResults& results, const ResultRow& row, const programmes::Period& part);

// Null while there is none.
const Score* find_score(const ResultRow& row, const std::string& period, const std::string& subject);

const std::string& name_of(const ResultRow& row);

// The sheet's own title first.
std::vector<std::string> titles(const ResultSheet& sheet);

// With the programme's decimals; empty while a mark is missing.
std::string average_text(const ResultSheet& sheet, const Result& result);
std::string total_text(const Result& result);

// The headings with their share of the width.
std::vector<documents::Column> columns(const ResultSheet& sheet);

} // namespace assessment::words

// SPDX-License-Identifier: GPL-3.0-or-later
// What the workbook and the printed result sheet say alike: headings, titles, and the cells as texts.
#pragma once

#include "assessment/result_sheet.hpp"

#include <string_view>

namespace assessment::words {

inline constexpr std::string_view title = "តារាងលទ្ធផល";
inline constexpr std::string_view number_heading = "ល.រ";
inline constexpr std::string_view name_heading = "គោត្តនាម និងនាម";
inline constexpr std::string_view sex_heading = "ភេទ";
inline constexpr std::string_view marks_heading = "ពិន្ទុតាមមុខវិជ្ជា";
inline constexpr std::string_view total_heading = "ពិន្ទុសរុប";
inline constexpr std::string_view average_heading = "មធ្យមភាគ";
inline constexpr std::string_view rank_heading = "ចំណាត់ថ្នាក់";
inline constexpr std::string_view grade_heading = "និទ្ទេស";
inline constexpr std::string_view result_heading = "លទ្ធផល";
inline constexpr std::string_view whole_heading = "សរុប";
inline constexpr std::string_view female_heading = "ស្រី";
inline constexpr std::string_view sample_words = "គំរូ SAMPLE";

std::string_view sex_text(core::Sex sex);
std::string_view verdict_text(Verdict verdict);

// A period that is the mean of others has no marks of its own to show.
std::vector<const programmes::Subject*> shown_subjects(const ClassResults& results);

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

// SPDX-License-Identifier: GPL-3.0-or-later
// The headings of returns, in Khmer and English, and the rows of figures in the order they stand.
#pragma once

#include "returns/figures.hpp"
#include "returns/findings.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace returns::words {

struct Label {
    std::string_view km;
    std::string_view en;
    // "ថ្នាក់រៀន\nClass", as a column's heading.
    std::string both() const { return std::string{km} + '\n' + std::string{en}; }
};

inline constexpr Label total{"សរុប", "Total"};
inline constexpr Label female{"ស្រី", "Female"};
inline constexpr Label all{"រួម", "All"};
inline constexpr std::string_view sample_mark = "គំរូ SAMPLE";

// A row of figures: of people (`key` is one of Figures::counts), or a heading over the rows that follow.
struct FigureRow {
    enum class Kind { heading, classes, people, days_taken, days_present, rate } kind = Kind::people;
    std::string key;
    std::string km;
    std::string en;
};

// Every fixed row, and one for each ethnicity that `figures` hold; in the order of the sheet.
std::vector<FigureRow> figure_rows(const AgeBands& bands, const Figures& figures);

// "ខែធ្នូ ឆ្នាំ២០២៥" and "December 2025".
std::string month_km(core::Month month);
std::string month_en(core::Month month);

Label reason(classes::LeavingReason reason);
Label weight(Weight weight);
std::string_view sex_km(core::Sex sex);
// "មាន" or "គ្មាន"; empty where it was not asked.
std::string_view disability_km(const std::optional<bool>& disability);
// "ក្រ១" or "ក្រ២".
std::string_view equity_km(const std::optional<learners::EquityLevel>& level);

// 17 December 2025 in Khmer digits: "១៧/១២/២០២៥".
std::string date_text(core::Day day);

} // namespace returns::words

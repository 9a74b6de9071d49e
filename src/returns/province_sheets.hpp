// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets of the province's workbook: a row for each district, and the province's own below them.
#pragma once

#include "returns/province_month.hpp"
#include "returns/return_sheets.hpp"

namespace returns::province_sheets {

inline constexpr std::string_view districts_name = "តាមស្រុក";

// What every sheet begins with: a district's code and name.
std::vector<ListColumn> district_columns();
inline constexpr std::uint32_t first_figure = 2;
// A district's row; the closing one has no district.
void begin_row(SignedSheet& sheet, const DistrictMonth* district);
void blanks(SignedSheet& sheet, std::uint32_t from, std::size_t columns);
std::string titled(std::string_view title, core::Month month);
std::string titled_en(std::string_view title, core::Month month);

// The main figures beside those of the month before.
void write_districts(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceMonth& province);
// By programme, movement, reasons of leaving, age, disability and equity: a sheet each.
void write_figures(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceMonth& province);
void write_ethnicities(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceMonth& province);
// A row for each district and programme that has results.
void write_results(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceMonth& province);
// Who sent what, and who has not.
void write_sent(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceMonth& province);

} // namespace returns::province_sheets

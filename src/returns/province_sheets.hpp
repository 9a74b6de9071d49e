// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets of the province's workbook: a row for each district, and the province's own below them.
#pragma once

#include "returns/province_content.hpp"
#include "returns/return_sheets.hpp"

namespace returns::province_sheets {

inline constexpr std::string_view districts_name = "តាមស្រុក";

// What every sheet begins with: a district's code and name.
std::vector<ListColumn> district_columns();
inline constexpr std::uint32_t first_figure = 2;
// A district's row; the closing one has no district.
void begin_row(SignedSheet& sheet, const DistrictContent* district);
void blanks(SignedSheet& sheet, std::uint32_t from, std::size_t columns);
std::string titled(std::string_view title, const ReturnPeriod& period);
std::string titled_en(std::string_view title, const ReturnPeriod& period);

// The main figures beside those of the period before.
void write_districts(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province);
// The main sheet's figures: learners by programme, and a sheet for each of its sections.
void write_figures(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province);
// The districts' tables added up.
void write_tables(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province);
// The layout's indicators by district, each with what it is a share of.
void write_indicators(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province);
// What was declared beside the registers, by district; nothing where nobody declared anything.
void write_declared(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province);
// The last periods side by side, with a chart.
void write_trend(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province);
// How good each district's return is as data, and what it should mend next.
void write_quality(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province);
// A row for each district and programme that has results.
void write_results(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province);
// Who sent what, and who has not.
void write_sent(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province);

} // namespace returns::province_sheets

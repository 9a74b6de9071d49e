// SPDX-License-Identifier: GPL-3.0-or-later
// What a period's figures look like: learners by programme, by age and sex, results, who left and why, and
// attendance month by month. Every number is one that the return has too.
#pragma once

#include "core/chart.hpp"
#include "core/progress.hpp"
#include "returns/figures.hpp"
#include "returns/province_content.hpp"
#include "returns/return_content.hpp"
#include "storage/database.hpp"
#include "wording/language.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace returns {

// In one language, over figures of one period, which `note` names.
struct ChartWords {
    wording::Language language = wording::Language::khmer;
    std::string note{};
};

// Of the sheet's groups, which are programmes, institutions or levels.
core::Chart learners_by_group(const FilledSheet& sheet, const ChartWords& words);
// Oldest above, men at the left.
core::Chart learners_by_age(const FilledSheet& sheet, const ChartWords& words);
core::Chart left_by_reason(const FilledSheet& sheet, const ChartWords& words);
// By grade where the sheet tells grades, else by pass and fail.
core::Chart results_by_band(const FilledSheet& sheet, const ChartWords& words);
// Of a province's districts that have sent.
core::Chart learners_by_district(const ProvinceContent& province, const ChartWords& words);
core::Chart rates_by_district(const ProvinceContent& province, const ChartWords& words);
// Of the periods that its returns count in.
core::Chart learners_by_period(const ProvinceContent& province, const ChartWords& words);

struct PeriodCharts {
    std::string title; // "Charts, December 2025"
    std::vector<core::Chart> charts;
};

// A district counts its registers, a province the returns that it accepted. Errors: those of layout_for and
// gather_province. WorldFailure "cancelled".
core::Expected<PeriodCharts> load_charts(const storage::Database& database, const ReturnPeriod& period,
                                         wording::Language language, core::Progress& progress);

// The same on A4 as .pdf, whole or not at all. Errors and WorldFailure also as documents::write_chart_paper.
core::Expected<void> write_charts(const storage::Database& database, const ReturnPeriod& period,
                                  wording::Language language, const std::filesystem::path& out,
                                  const std::vector<std::filesystem::path>& font_folders,
                                  core::Progress& progress);

} // namespace returns

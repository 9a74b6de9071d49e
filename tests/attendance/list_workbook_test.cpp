// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/list_workbook.hpp"
#include "attendance/paper_office.hpp"
#include "spreadsheet/reader.hpp"

#include <boost/test/unit_test.hpp>

using attendance::RateBy;
using attendance::Scope;
using namespace std::chrono_literals;

namespace {

struct Fixture : test::PaperOffice {
    test::Folder folder;
    core::NoProgress silent;
    Scope scope{.period = {2025y / 11 / 1, 2025y / 12 / 31}, .open_only = true};

    // The cells of the written sheet, row by row.
    std::vector<std::vector<std::string>> written(attendance::ListSheet sheet) {
        const auto file = folder / "list.xlsx";
        BOOST_REQUIRE(write_list(file, database, scope.period, std::move(sheet)));
        auto workbook = spreadsheet::open_workbook(file).value();
        std::vector<std::vector<std::string>> rows;
        BOOST_REQUIRE(workbook.read(0, [&](const spreadsheet::Row& row) {
            auto& cells = rows.emplace_back();
            for (const spreadsheet::Cell& cell : row.cells) {
                cells.resize(cell.column + 1);
                cells[cell.column] = cell.text;
            }
            return true;
        }));
        return rows;
    }
    static bool holds(const std::vector<std::vector<std::string>>& rows,
                      const std::vector<std::string>& wanted) {
        return std::find(rows.begin(), rows.end(), wanted) != rows.end();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(list_workbook, Fixture)

BOOST_AUTO_TEST_CASE(a_list_of_learners_names_them_and_writes_figures_as_numbers) {
    const auto rows = written(list_sheet(attendance::find_low_rates(database, scope, silent)));
    BOOST_TEST(rows[0][0] == "រដ្ឋបាលស្រុកថ្មគោល");
    BOOST_TEST(rows[2][0] == "គំរូ SAMPLE");
    BOOST_TEST(rows[4][0] == "ពីថ្ងៃទី០១ ខែវិច្ឆិកា ឆ្នាំ២០២៥ ដល់ថ្ងៃទី៣១ ខែធ្នូ ឆ្នាំ២០២៥");
    BOOST_TEST(
        holds(rows, {"learner 100", "learner 100", "ស្រី", "អក្ខរកម្ម ក", "ជ្រៃ", "10", "1", "2", "75", "80"}));
}

BOOST_AUTO_TEST_CASE(days_not_recorded_and_long_absences_are_written_with_their_days) {
    auto rows = written(list_sheet(attendance::find_not_recorded(database, scope, silent)));
    BOOST_TEST(rows.back()[2] == "23");
    BOOST_TEST(rows.back()[3].starts_with("03/11/2025, 04/11/2025"));
    mark(1, 2025y / 12 / 4, attendance::Mark::absent);
    mark(1, 2025y / 12 / 5, attendance::Mark::permission);
    rows = written(list_sheet(attendance::find_long_absences(database, scope, 2, silent)));
    BOOST_TEST(rows.back()[5] == "2");
    BOOST_TEST(rows.back()[6] == "1");
    BOOST_TEST(rows.back().back() == "✓");
}

BOOST_AUTO_TEST_CASE(rates_end_with_the_total_of_all) {
    const auto rates = attendance::load_group_rates(database, scope, RateBy::month, silent);
    const auto rows = written(list_sheet(rates, RateBy::month));
    BOOST_TEST(rows[rows.size() - 3][0] == "វិច្ឆិកា 2025");
    BOOST_TEST((rows.back() ==
                std::vector<std::string>{"សរុប", "3", "2", "30", "20", "1", "2", "1", "91.67", "87.5"}));
}

BOOST_AUTO_TEST_CASE(rates_are_drawn_below_their_list) {
    const auto rates = attendance::load_group_rates(database, scope, RateBy::month, silent);
    const auto sheet = list_sheet(rates, RateBy::month);
    BOOST_REQUIRE(sheet.drawn.has_value());
    BOOST_TEST((sheet.drawn->chart.kind == core::ChartKind::columns));
    BOOST_REQUIRE(sheet.drawn->chart.categories.size() == sheet.rows.size());
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        const auto value = sheet.drawn->chart.series[0].values[row];
        BOOST_TEST(sheet.rows[row][sheet.drawn->column] == (value ? core::format_decimal(*value, 2) : ""));
        BOOST_TEST(sheet.drawn->chart.categories[row] == sheet.rows[row][0]);
    }
    BOOST_TEST(written(sheet).size() > 4U);
    BOOST_TEST(!list_sheet(attendance::GroupRates{}, RateBy::month).drawn.has_value());
}

BOOST_AUTO_TEST_CASE(an_empty_list_is_a_workbook_too_and_another_ending_is_refused) {
    BOOST_TEST(written(list_sheet(attendance::find_over_limits(database, scope, silent))).size() > 4U);
    const auto refused = write_list(folder / "list.pdf", database, scope.period,
                                    list_sheet(std::vector<attendance::LowRate>{}));
    BOOST_TEST(refused.error().code == "file.kind");
}

BOOST_AUTO_TEST_SUITE_END()

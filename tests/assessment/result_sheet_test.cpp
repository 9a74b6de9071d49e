// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/result_sheet.hpp"
#include "assessment/sample_pack.hpp"
#include "documents/pdf.hpp"
#include "spreadsheet/reader.hpp"
#include "storage/test_file.hpp"

#include <boost/test/unit_test.hpp>

using assessment::ResultSheet;
using assessment::Score;
using assessment::Scores;

namespace {

void add(ResultSheet& sheet, const std::string& name, core::Sex sex, Scores scores) {
    assessment::ResultRow row;
    row.learner.name_km = name;
    row.learner.sex = sex;
    row.scores = std::move(scores);
    sheet.results.rows.push_back(std::move(row));
}

// Three learners: D and second, absent in one subject, A and first.
ResultSheet sample_sheet() {
    ResultSheet sheet;
    sheet.office_lines = {"រដ្ឋបាលស្រុកថ្មគោល", "ការិយាល័យអប់រំ យុវជន និងកីឡា"};
    sheet.institution = "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ ជ្រៃ";
    sheet.class_name = "អក្ខរកម្ម ក";
    sheet.signatures = assessment::result_signatures();
    auto& results = sheet.results;
    results.pack = test::sample_pack();
    for (auto& subject : results.pack.subjects)
        subject.name.km = "មុខវិជ្ជា";
    results.period = "S1";
    add(sheet, "ងួន សំបូរ", core::Sex::male, test::marks(results.pack, {600, 825, 575, 525}));
    Scores absent = test::marks(results.pack, {575, 625, 0, 275});
    absent[{"S1", "c"}] = Score{Score::State::absent};
    add(sheet, "អ៊ុក សាវឿន", core::Sex::female, absent);
    add(sheet, "ញឹម ចន្ថា", core::Sex::female, test::marks(results.pack, {950, 900, 925, 900}));
    std::vector<Scores> all;
    for (const auto& row : results.rows)
        all.push_back(row.scores);
    const auto worked_out = assessment::results_of(results.pack, "S1", all);
    for (std::size_t at = 0; at < all.size(); ++at)
        results.rows[at].result = worked_out[at];
    return sheet;
}

// The row whose second cell is this text.
std::vector<std::string> find_row(const spreadsheet::Table& table, std::string_view name) {
    for (std::size_t nth = 0; nth < table.size(); ++nth) {
        const auto row = table.row(nth);
        if (table.text(row.index, 1) != name) continue;
        std::vector<std::string> cells;
        for (std::uint32_t column = 0; column < 12; ++column)
            cells.emplace_back(table.text(row.index, column));
        return cells;
    }
    return {};
}

} // namespace

BOOST_AUTO_TEST_SUITE(result_sheet)

BOOST_AUTO_TEST_CASE(the_workbook_says_what_the_results_are) {
    const test::Folder folder;
    assessment::write_result_workbook(folder / "results.xlsx", sample_sheet());
    auto workbook = spreadsheet::open_workbook(folder / "results.xlsx").value();
    const auto table = workbook.load(0).value();
    const auto check = [&](const char* name, std::vector<std::string> expected) {
        BOOST_TEST_CONTEXT(name)
        BOOST_TEST(find_row(table, name) == expected, boost::test_tools::per_element());
    };
    check("គោត្តនាម និងនាម", {"ល.រ", "គោត្តនាម និងនាម", "ភេទ", "មុខវិជ្ជា", "មុខវិជ្ជា", "មុខវិជ្ជា", "មុខវិជ្ជា", "ពិន្ទុសរុប",
                            "មធ្យមភាគ", "ចំណាត់ថ្នាក់", "និទ្ទេស", "លទ្ធផល"});
    check("ងួន សំបូរ", {"1", "ងួន សំបូរ", "ប", "6", "8.25", "5.75", "5.25", "25.25", "6.31", "2", "D", "ជាប់"});
    check("អ៊ុក សាវឿន", {"2", "អ៊ុក សាវឿន", "ស", "5.75", "6.25", "អវត្តមាន", "2.75", "", "", "", "", "ខ្វះពិន្ទុ"});
    check("ញឹម ចន្ថា", {"3", "ញឹម ចន្ថា", "ស", "9.5", "9", "9.25", "9", "36.75", "9.19", "1", "A", "ជាប់"});
    check("សរុប", {"", "សរុប", "3", "2", "", "", "", "", "", "", "", ""});
    check("និទ្ទេស A", {"", "និទ្ទេស A", "1", "1", "", "", "", "", "", "", "", ""});
    check("ខ្វះពិន្ទុ", {"", "ខ្វះពិន្ទុ", "1", "1", "", "", "", "", "", "", "", ""});
}

BOOST_AUTO_TEST_CASE(a_class_of_thirty_is_laid_on_paper_with_its_closing_line) {
    ResultSheet sheet = sample_sheet();
    while (sheet.results.rows.size() < 30)
        sheet.results.rows.push_back(sheet.results.rows[sheet.results.rows.size() % 3]);
    const auto fonts = documents::Fonts::load(documents::font_folders({}));
    const auto pages = assessment::result_pages(sheet, fonts);
    BOOST_REQUIRE(pages.has_value());
    BOOST_TEST(pages->size() <= 2U);
    BOOST_TEST(documents::to_pdf(*pages, {}).starts_with("%PDF-"));
}

BOOST_AUTO_TEST_CASE(a_period_that_is_a_mean_shows_the_averages_of_its_parts_and_no_total) {
    ResultSheet sheet = sample_sheet();
    sheet.results.pack.periods[0].name.km = "ឆមាសទី១";
    sheet.results.pack.periods.push_back({"YEAR", {}, {"S1"}});
    sheet.results.period = "YEAR";
    const test::Folder folder;
    assessment::write_result_workbook(folder / "results.xlsx", sheet);
    auto workbook = spreadsheet::open_workbook(folder / "results.xlsx").value();
    const auto table = workbook.load(0).value();
    BOOST_TEST(find_row(table, "គោត្តនាម និងនាម").at(3) == "ឆមាសទី១");
    BOOST_TEST(find_row(table, "គោត្តនាម និងនាម").at(4) == "មធ្យមភាគ");
    // 25.25 / 4 = 6.3125
    BOOST_TEST(find_row(table, "ងួន សំបូរ").at(3) == "6.31");
    BOOST_TEST(find_row(table, "អ៊ុក សាវឿន").at(3) == "");
}

BOOST_AUTO_TEST_CASE(what_the_years_result_means_stands_in_place_of_pass_and_fail) {
    ResultSheet sheet = sample_sheet();
    sheet.results.pack.promotion.emplace();
    sheet.results.rows[0].result.standing = assessment::Standing::promoted;
    sheet.results.rows[2].result.standing = assessment::Standing::retest;
    const test::Folder folder;
    assessment::write_result_workbook(folder / "results.xlsx", sheet);
    auto workbook = spreadsheet::open_workbook(folder / "results.xlsx").value();
    const auto table = workbook.load(0).value();
    BOOST_TEST(find_row(table, "ងួន សំបូរ").at(11) == "ឡើងថ្នាក់");
    BOOST_TEST(find_row(table, "ញឹម ចន្ថា").at(11) == "ប្រឡងសង");
    BOOST_TEST(find_row(table, "អ៊ុក សាវឿន").at(11) == "ខ្វះពិន្ទុ");
    // Counted below, with the women: one man, one woman.
    BOOST_TEST(find_row(table, "ឡើងថ្នាក់").at(3) == "0");
    BOOST_TEST(find_row(table, "ប្រឡងសង").at(3) == "1");
}

BOOST_AUTO_TEST_SUITE_END()

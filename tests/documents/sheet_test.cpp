// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/page_content.hpp"
#include "documents/paper.hpp"
#include "documents/sheet.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using documents::Align;
using documents::Sheet;

namespace {

Sheet roll(int rows) {
    Sheet sheet;
    sheet.office_lines = {"រដ្ឋបាលស្រុកថ្មគោល", "ការិយាល័យអប់រំ យុវជន និងកីឡា"};
    sheet.titles = {"បញ្ជីរាយនាម", "ថ្នាក់អក្ខរកម្ម ក១"};
    sheet.columns = {{"ល.រ", 1, Align::centre},
                     {"គោត្តនាម-នាម", 5},
                     {"អំណាន", 2, Align::right, "ពិន្ទុ"},
                     {"គណិតវិទ្យា", 2, Align::right, "ពិន្ទុ"},
                     {"ផ្សេងៗ", 3}};
    for (int i = 1; i <= rows; ++i)
        sheet.rows.push_back({std::to_string(i), "កែវ ស៊ីណា", "7.50", "8.25", "row-" + std::to_string(i)});
    sheet.closing_lines = {"បញ្ឈប់បញ្ជីត្រឹមលេខរៀងទី " + std::to_string(rows) + " នាក់"};
    sheet.signatures = {
        {{"ថ្ងៃ........ ខែ........", "ថ្មគោល, ថ្ងៃទី....."}, "បានឃើញ និងឯកភាព", "នាយកសាលា", "ហេង សុវណ្ណ"},
        {{"ថ្ងៃពុធ ១២រោច ខែមិគសិរ", "ថ្មគោល, ថ្ងៃទី១៧ ខែធ្នូ ឆ្នាំ២០២៥"}, "", "អ្នកធ្វើតារាង", "ម៉ៅ ស្រីនាង"}};
    return sheet;
}

std::vector<documents::Page> pages_of(const Sheet& sheet) {
    auto pages = documents::lay_out(sheet, paper::fonts());
    BOOST_REQUIRE(pages.has_value());
    return *pages;
}

std::vector<std::string> lines_of(const std::vector<documents::Page>& pages) {
    return paper::text_lines(documents::to_pdf(pages, paper::facts()), "-raw");
}

std::ptrdiff_t count(const std::vector<std::string>& lines, const std::string& part) {
    return std::count_if(lines.begin(), lines.end(),
                         [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

} // namespace

BOOST_AUTO_TEST_SUITE(sheet)

BOOST_AUTO_TEST_CASE(a_short_list_is_one_page_with_everything_on_it, *paper::needs_readers()) {
    const auto pages = pages_of(roll(5));
    BOOST_TEST(pages.size() == 1U);
    BOOST_TEST((pages[0].size() == documents::a4_portrait));
    const auto lines = lines_of(pages);
    for (const char* line :
         {"ព្រះរាជាណាចក្រកម្ពុជា", "ជាតិ សាសនា ព្រះមហាក្សត្រ", "រដ្ឋបាលស្រុកថ្មគោល", "ការិយាល័យអប់រំ យុវជន និងកីឡា", "បញ្ជីរាយនាម",
          "ថ្នាក់អក្ខរកម្ម ក១", "5 កែវ ស៊ីណា 7.50 8.25 row-5", "បញ្ឈប់បញ្ជីត្រឹមលេខរៀងទី 5 នាក់", "អ្នកធ្វើតារាង",
          "ហេង សុវណ្ណ ម៉ៅ ស្រីនាង", "បានឃើញ និងឯកភាព", "១/១"})
        BOOST_TEST(paper::holds(lines, line), line);
}

BOOST_AUTO_TEST_CASE(a_cell_in_which_nothing_is_to_be_written_is_grey_on_its_page) {
    // Neighbouring pixels of one grey: the edges of letters and rules have none so wide.
    const auto grey = [](const documents::Page& page) {
        const documents::Image image = page.render(600);
        const auto is_grey = [&](std::size_t at) {
            return image.rgb[at] > 200 && image.rgb[at] < 225 && image.rgb[at] == image.rgb[at + 1] &&
                   image.rgb[at] == image.rgb[at + 2];
        };
        int count = 0;
        for (std::size_t at = 0; at + 14 < image.rgb.size(); at += 3)
            count += is_grey(at) && is_grey(at + 3) && is_grey(at + 6) && is_grey(at + 9) ? 1 : 0;
        return count;
    };
    Sheet sheet = roll(60);
    const auto plain = pages_of(sheet);
    sheet.shaded = {{50, 4}};
    const auto one = pages_of(sheet);
    sheet.shaded = {{50, 4}, {51, 4}};
    const auto two = pages_of(sheet);
    BOOST_REQUIRE(one.size() == 2U);
    const int cell = grey(one[1]) - grey(plain[1]);
    BOOST_TEST(cell > 100);
    BOOST_TEST(grey(two[1]) - grey(plain[1]) > cell * 3 / 2);
    BOOST_TEST(grey(two[0]) == grey(plain[0]));
}

BOOST_AUTO_TEST_CASE(headings_are_repeated_and_no_row_is_lost, *paper::needs_readers()) {
    const auto pages = pages_of(roll(120));
    BOOST_TEST(pages.size() == 4U);
    const auto lines = lines_of(pages);
    BOOST_TEST(count(lines, "គោត្តនាម-នាម") == 4);
    BOOST_TEST(count(lines, "ពិន្ទុ") == 4);
    BOOST_TEST(count(lines, "កែវ ស៊ីណា") == 120);
    BOOST_TEST(count(lines, "ព្រះរាជាណាចក្រកម្ពុជា") == 1);
    BOOST_TEST(paper::holds(lines, "៣/៤"));
}

BOOST_AUTO_TEST_CASE(signatures_never_stand_alone_and_never_leave_the_page, *paper::needs_readers()) {
    for (int rows = 25; rows < 50; rows += 3) {
        const auto pages = pages_of(roll(rows));
        const std::vector<documents::Page> last{pages.back()};
        const auto lines = lines_of(last);
        BOOST_TEST(count(lines, "ម៉ៅ ស្រីនាង") == 1, rows);
        BOOST_TEST(count(lines, "row-" + std::to_string(rows)) == 1, rows);
    }
}

BOOST_AUTO_TEST_CASE(landscape_is_wide_and_an_empty_register_keeps_its_lines, *paper::needs_readers()) {
    Sheet sheet = roll(0);
    sheet.orientation = documents::Orientation::landscape;
    sheet.row_height = 20;
    sheet.columns = {{"ល.រ", 2}, {"ឈ្មោះ", 8}};
    for (int day = 1; day <= 31; ++day)
        sheet.columns.push_back({std::to_string(day), 1, Align::centre, "ខែធ្នូ ២០២៥"});
    sheet.rows = {{"1", "កែវ ស៊ីណា"}, {"2"}, {}};
    const auto pages = pages_of(sheet);
    BOOST_TEST((pages[0].size() == documents::a4_landscape));
    BOOST_TEST(paper::holds(lines_of(pages), "1 កែវ ស៊ីណា"));
    // A sheet without any row still has its headings.
    BOOST_TEST(count(lines_of(pages_of(roll(0))), "គោត្តនាម-នាម") == 1);
}

BOOST_AUTO_TEST_CASE(a_long_cell_takes_more_rows_and_a_long_word_in_a_heading_shrinks,
                     *paper::needs_readers()) {
    Sheet sheet = roll(1);
    sheet.rows[0][4] = "ផ្លាស់ទីលំនៅទៅខេត្តបាត់ដំបង ហើយបានត្រឡប់មកវិញនៅខែមេសា";
    sheet.columns[3].width = 0.8;
    sheet.columns[2].upright = true;
    const auto lines = lines_of(pages_of(sheet));
    std::string all;
    for (const std::string& line : lines)
        all += line;
    std::erase(all, ' ');
    BOOST_TEST(all.find("គណិតវិទ្យា") != std::string::npos);
    BOOST_TEST(all.find("អំណាន") != std::string::npos);
    BOOST_TEST(count(lines, "ត្រឡប់មកវិញ") == 1);
}

BOOST_AUTO_TEST_CASE(a_paper_may_begin_with_labelled_lines_and_paragraphs, *paper::needs_readers()) {
    Sheet sheet = roll(2);
    sheet.opening = {{"កម្មវត្ថុ", "ការជូនដំណឹង"}, {"", "សូមជម្រាបជូនថា"}};
    const auto lines = lines_of(pages_of(sheet));
    BOOST_TEST(paper::holds(lines, "កម្មវត្ថុ ការជូនដំណឹង"));
    BOOST_TEST(paper::holds(lines, "សូមជម្រាបជូនថា"));
    // Far too much for a page goes on to the next, and nothing is lost.
    sheet.opening.assign(60, {"", "សូមជម្រាបជូនថា"});
    const auto pages = pages_of(sheet);
    BOOST_TEST(pages.size() == 3U);
    BOOST_TEST(count(lines_of(pages), "សូមជម្រាបជូនថា") == 60);
}

BOOST_AUTO_TEST_CASE(a_character_in_no_font_is_named) {
    Sheet sheet = roll(1);
    sheet.rows[0][1] = "كريم";
    const auto pages = documents::lay_out(sheet, paper::fonts());
    BOOST_REQUIRE(!pages.has_value());
    BOOST_TEST(pages.error().code == "document.no-glyph");
}

BOOST_AUTO_TEST_CASE(a_sample_says_so_on_every_page, *paper::needs_readers()) {
    Sheet sheet = roll(60);
    sheet.sample = true;
    const auto pages = pages_of(sheet);
    for (const auto& page : pages) {
        const std::vector<documents::Page> one{page};
        std::string all;
        for (const std::string& line : lines_of(one))
            all += line;
        BOOST_TEST(all.find("SAMPLE") != std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()

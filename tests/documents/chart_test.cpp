// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/chart.hpp"
#include "documents/paper.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>

using core::Chart;
using core::ChartKind;

namespace {

Chart by_programme() {
    return {.kind = ChartKind::bars,
            .title = "អ្នកសិក្សាតាមកម្មវិធី",
            .note = "ខែធ្នូ ឆ្នាំ២០២៥",
            .categories = {"អក្ខរកម្ម", "Primary equivalency"},
            .series = {{"សរុប", {200, 100}}, {"ស្រី", {100, 100}}},
            .told = "{1} ស្រី {2}"};
}

Chart rates() {
    return {.kind = ChartKind::columns,
            .unit = core::ChartUnit::percent,
            .title = "Attendance",
            .categories = {"11/2025", "12/2025"},
            .series = {{"Attendance", {9000, 6000}}},
            .line = core::ChartLine{8000, "80 %", "under"}};
}

constexpr documents::Size size{400, 200};

documents::DrawnChart drawn(const Chart& chart, const documents::ChartLook& look = {}) {
    auto made = documents::draw_chart(chart, size, look, paper::fonts());
    BOOST_REQUIRE(made.has_value());
    return *made;
}

// How bright the middle of a part of the picture is on average, as a black printer has it: 0 to 255.
double brightness(const documents::Image& image, double x1, double y1, double x2, double y2) {
    const double scale = image.width / size.width;
    double sum = 0;
    int count = 0;
    for (int y = static_cast<int>(y1 * scale); y < static_cast<int>(y2 * scale); ++y)
        for (int x = static_cast<int>(x1 * scale); x < static_cast<int>(x2 * scale); ++x, ++count) {
            const std::uint8_t* at = &image.rgb[3 * (static_cast<std::size_t>(y) * image.width + x)];
            sum += 0.299 * at[0] + 0.587 * at[1] + 0.114 * at[2];
        }
    return sum / count;
}

// The runs of pixels of one darkness along the middle of a box.
int dark_pixels(const documents::Image& image, const documents::ChartBox& box, double darkest) {
    const double scale = image.width / size.width;
    const int y = static_cast<int>((box.y + box.height / 2) * scale);
    int count = 0;
    for (int x = static_cast<int>(box.x * scale); x < static_cast<int>((box.x + box.width) * scale); ++x)
        count += brightness(image, x / scale, y / scale, (x + 1) / scale, (y + 1) / scale) <= darkest;
    return count;
}

} // namespace

BOOST_AUTO_TEST_SUITE(chart)

BOOST_AUTO_TEST_CASE(every_word_and_number_stands_on_paper_as_text, *paper::needs_readers()) {
    const auto chart = drawn(by_programme());
    const auto lines = paper::text_lines(documents::to_pdf(std::array{chart.page}, paper::facts()), "-raw");
    for (const char* words : {"អ្នកសិក្សាតាមកម្មវិធី", "ខែធ្នូ ឆ្នាំ២០២៥", "សរុប", "ស្រី", "អក្ខរកម្ម 200 ស្រី 100",
                              "Primary equivalency 100 ស្រី 100"})
        BOOST_TEST(
            std::any_of(lines.begin(), lines.end(),
                        [&](const std::string& line) { return line.find(words) != std::string::npos; }),
            words);
}

BOOST_AUTO_TEST_CASE(the_dark_part_of_a_bar_is_as_long_as_its_number_asks) {
    // Women are a half of the first bar and all of the second, which is half as long: as much ink in both.
    const auto chart = drawn(by_programme());
    const auto image = chart.page.render(1600);
    BOOST_REQUIRE(chart.boxes.size() == 2U);
    const int first = dark_pixels(image, chart.boxes[0], 90);
    const int second = dark_pixels(image, chart.boxes[1], 90);
    BOOST_TEST(first > 200);
    // Letters stand on that line too, about as many in both.
    BOOST_TEST(std::abs(first - second) < first / 4);
}

BOOST_AUTO_TEST_CASE(a_black_printer_tells_whole_part_and_what_is_too_low_apart) {
    const documents::ChartLook look;
    const auto grey = [](core::Rgb one) { return 0.299 * one.red + 0.587 * one.green + 0.114 * one.blue; };
    BOOST_TEST(grey(look.whole) - grey(look.part) > 100);
    // The low column is hatched: brighter than a filled one, darker than paper.
    const auto chart = drawn(rates());
    const auto image = chart.page.render(1600);
    const auto middle = [&](std::size_t at) {
        const documents::ChartBox& box = chart.boxes[at];
        const double x = box.x + box.width / 2, base = box.y + box.height - 24;
        return brightness(image, x - 15, base - 30, x + 15, base);
    };
    BOOST_TEST(middle(0) < 110);
    BOOST_TEST(middle(1) > 150);
    BOOST_TEST(middle(1) < 245);
}

BOOST_AUTO_TEST_CASE(categories_stand_within_the_drawing_and_apart) {
    for (const Chart& chart : {by_programme(), rates()}) {
        const auto boxes = drawn(chart).boxes;
        for (const documents::ChartBox& box : boxes) {
            BOOST_TEST(box.x >= 0);
            BOOST_TEST(box.x + box.width <= size.width);
            BOOST_TEST(box.y + box.height <= size.height);
        }
        const bool below = boxes[0].y + boxes[0].height <= boxes[1].y;
        const bool beside = boxes[0].x + boxes[0].width <= boxes[1].x;
        BOOST_TEST((below || beside));
    }
}

BOOST_AUTO_TEST_CASE(a_pyramid_has_its_sides_back_to_back) {
    Chart chart = by_programme();
    chart.kind = ChartKind::pyramid;
    chart.series = {{"ប្រុស", {100, 0}}, {"ស្រី", {0, 100}}};
    const auto made = drawn(chart);
    const auto image = made.page.render(800);
    const auto side = [&](std::size_t at, bool right) {
        const documents::ChartBox& box = made.boxes[at];
        const double middle = box.y + box.height / 2;
        const double x = right ? size.width - 110 : 75;
        return brightness(image, x, middle - 3, x + 35, middle + 3);
    };
    BOOST_TEST(side(0, false) < 240); // men, light
    BOOST_TEST(side(0, true) > 250);
    BOOST_TEST(side(1, false) > 250);
    BOOST_TEST(side(1, true) < 110); // women, dark
}

BOOST_AUTO_TEST_CASE(a_chart_of_nobody_is_a_sentence, *paper::needs_readers()) {
    Chart chart = by_programme();
    chart.series = {{"សរុប", {0, 0}}, {"ស្រី", {0, 0}}};
    chart.nothing = "Nobody was in a class.";
    const auto lines =
        paper::text_lines(documents::to_pdf(std::array{drawn(chart).page}, paper::facts()), "-raw");
    BOOST_TEST(paper::holds(lines, "Nobody was in a class."));
    BOOST_TEST(documents::chart_height(chart, 400, paper::fonts()) <
               documents::chart_height(by_programme(), 400, paper::fonts()));
}

BOOST_AUTO_TEST_CASE(a_letter_that_no_font_has_is_an_error_and_not_a_box) {
    Chart chart = by_programme();
    chart.categories[0] = "學校";
    const auto made = documents::draw_chart(chart, size, {}, paper::fonts());
    BOOST_REQUIRE(!made.has_value());
    BOOST_TEST(made.error().code == "document.no-glyph");
}

BOOST_AUTO_TEST_CASE(many_charts_go_over_several_pages_and_the_same_give_the_same_bytes) {
    const paper::Folder folder;
    documents::ChartPaper sheet{.office = "ការិយាល័យអប់រំ", .title = "គំនូសតាង", .charts = {}};
    for (int i = 0; i < 12; ++i)
        sheet.charts.push_back(by_programme());
    const auto pages = documents::lay_out(sheet, paper::fonts());
    BOOST_REQUIRE(pages.has_value());
    BOOST_TEST(pages->size() == 3U);
    for (const char* name : {"a.pdf", "b.pdf"})
        BOOST_TEST(documents::write_chart_paper(folder / name, sheet, paper::fonts(), paper::facts().created)
                       .has_value());
    BOOST_TEST((paper::read(folder / "a.pdf") == paper::read(folder / "b.pdf")));
    BOOST_TEST(documents::write_chart_paper(folder / "a.png", sheet, paper::fonts(), {}).error().code ==
               "file.kind");
}

BOOST_AUTO_TEST_SUITE_END()

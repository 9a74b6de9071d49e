// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart.hpp"

#include <boost/test/unit_test.hpp>

using core::Chart;

namespace {

Chart learners() {
    return {.kind = core::ChartKind::bars,
            .title = "Learners by programme",
            .note = "December 2025",
            .categories = {"Literacy", "Primary"},
            .series = {{"Total", {1245, 8}}, {"Female", {900, 0}}},
            .told = "{1}, {2} female",
            .nothing = "Nobody was in a class."};
}

Chart rates() {
    return {.kind = core::ChartKind::columns,
            .unit = core::ChartUnit::percent,
            .title = "Attendance",
            .categories = {"11/2025", "12/2025", "01/2026"},
            .series = {{"Attendance", {9250, 7999, std::nullopt}}},
            .line = core::ChartLine{8000, "80 %", "under the line"}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(chart)

BOOST_AUTO_TEST_CASE(a_reader_is_told_every_number_that_is_drawn) {
    BOOST_TEST(learners().in_words() ==
               "Learners by programme, December 2025; Literacy: 1,245, 900 female; Primary: 8, 0 female");
}

BOOST_AUTO_TEST_CASE(what_is_under_the_line_is_said_and_a_month_without_a_register_is_not) {
    const Chart chart = rates();
    BOOST_TEST(!chart.is_low(0));
    BOOST_TEST(chart.is_low(1));
    BOOST_TEST(!chart.is_low(2));
    BOOST_TEST(chart.sentence(0) == "11/2025: 92.50 %");
    BOOST_TEST(chart.sentence(1) == "12/2025: 79.99 %, under the line");
    BOOST_TEST(chart.sentence(2) == "01/2026: –");
    BOOST_TEST(chart.largest() == 10'000); // of percents always the whole
}

BOOST_AUTO_TEST_CASE(khmer_papers_have_khmer_digits) {
    Chart chart = learners();
    chart.khmer_digits = true;
    chart.told = "{1} ស្រី {2}";
    BOOST_TEST(chart.label(0) == "១,២៤៥ ស្រី ៩០០");
}

BOOST_AUTO_TEST_CASE(a_chart_of_nobody_says_so) {
    Chart chart = learners();
    chart.series = {{"Total", {0, 0}}, {"Female", {std::nullopt, 0}}};
    BOOST_TEST(chart.empty());
    BOOST_TEST(chart.in_words() == "Learners by programme, December 2025; Nobody was in a class.");
    BOOST_TEST(!learners().empty());
}

BOOST_AUTO_TEST_CASE(what_a_value_reads_like_is_not_a_place_for_another) {
    Chart chart = learners();
    chart.told = "{2} of {1}";
    BOOST_TEST(chart.label(0) == "900 of 1,245");
    BOOST_TEST(chart.value_text(1'234'567) == "1,234,567");
    BOOST_TEST(chart.value_text(-1234) == "-1,234");
    BOOST_TEST(chart.value_text(123) == "123");
}

BOOST_AUTO_TEST_SUITE_END()

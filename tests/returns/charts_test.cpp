// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/charts.hpp"
#include "returns/gather.hpp"
#include "returns/layout_store.hpp"
#include "returns/month_office.hpp"

#include <boost/test/unit_test.hpp>

#include <numeric>

using namespace std::chrono_literals;

namespace {

const returns::ChartWords english{wording::Language::english, {}};

struct Fixture : test::MonthOffice {
    Fixture() { fill(); }
    returns::Gathered gathered() {
        return returns::gather(database, returns::ReturnPeriod{test::december},
                               returns::shipped_layouts().front(), progress);
    }
};

std::int64_t sum(const core::ChartSeries& series) {
    return std::accumulate(series.values.begin(), series.values.end(), std::int64_t{0},
                           [](std::int64_t all, const auto& one) { return all + one.value_or(0); });
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(charts, Fixture)

BOOST_AUTO_TEST_CASE(a_charts_numbers_are_those_of_the_return) {
    const returns::Gathered month = gathered();
    const returns::FilledSheet& main = *month.content.main();
    const core::Chart programmes = returns::learners_by_group(main, english);
    BOOST_REQUIRE(programmes.categories.size() == main.groups.size());
    for (std::size_t at = 0; at < main.groups.size(); ++at) {
        const returns::Count count = main.groups[at].figures.count("learners");
        BOOST_TEST(programmes.series[0].values[at].value() == count.total);
        BOOST_TEST(programmes.series[1].values[at].value() == count.female);
    }
    // Whoever is in the period is of one age and one sex.
    const core::Chart ages = returns::learners_by_age(main, english);
    const returns::Count all = main.all.count("learners");
    BOOST_REQUIRE(all.total > all.female);
    BOOST_TEST(sum(ages.series[0]) == all.total - all.female);
    BOOST_TEST(sum(ages.series[1]) == all.female);
    BOOST_TEST((ages.kind == core::ChartKind::pyramid));
    const core::Chart left = returns::left_by_reason(main, english);
    BOOST_TEST(sum(left.series[0]) == main.all.count("left").total);
    BOOST_TEST(sum(left.series[0]) > 0);
}

BOOST_AUTO_TEST_CASE(the_oldest_stand_above_and_whose_age_is_not_known_below) {
    const returns::Gathered month = gathered();
    const core::Chart ages = returns::learners_by_age(*month.content.main(), english);
    BOOST_TEST(ages.categories.front() == "46 and over");
    // Whose age is not known stands below the youngest.
    const auto at = ages.categories.size();
    BOOST_REQUIRE(at > 2U);
    BOOST_TEST(ages.categories[at - 2] == "Under 15");
    BOOST_TEST(ages.categories[at - 1] == "Age not known");
}

BOOST_AUTO_TEST_CASE(a_months_charts_are_in_the_language_asked_for) {
    for (const auto language : {wording::Language::khmer, wording::Language::english}) {
        const auto made =
            returns::load_charts(database, returns::ReturnPeriod{test::december}, language, progress);
        BOOST_REQUIRE(made.has_value());
        BOOST_TEST(made->charts.size() == 5U);
        const bool khmer = language == wording::Language::khmer;
        BOOST_TEST(made->charts[0].title == (khmer ? "អត្រាវត្តមាន" : "Attendance rate"));
        BOOST_TEST(made->charts[0].categories.back() == (khmer ? "រួម" : "All"));
        // November and December have been; the registers of December were taken.
        BOOST_TEST(made->charts[0].series[0].values.back().has_value());
        for (const core::Chart& chart : made->charts)
            BOOST_TEST(chart.khmer_digits == khmer);
    }
}

BOOST_AUTO_TEST_CASE(the_page_of_charts_is_written_whole_or_not_at_all) {
    const auto write = [&](const char* name) {
        return returns::write_charts(database, returns::ReturnPeriod{test::december},
                                     wording::Language::khmer, folder / name,
                                     {"/usr/share/fonts/truetype/khmeros"}, progress);
    };
    BOOST_TEST(write("charts.png").error().code == "file.kind");
    BOOST_TEST(!std::filesystem::exists(folder / "charts.png"));
    BOOST_TEST(write("charts.pdf").has_value());
    BOOST_TEST(std::filesystem::file_size(folder / "charts.pdf") > 10'000U);
}

BOOST_AUTO_TEST_SUITE_END()

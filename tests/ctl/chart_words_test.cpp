// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

namespace {

// A small sample office, made once for all.
struct Fixture {
    Fixture() {
        if (!std::filesystem::exists(prompt().folder / "demo.srok")) prompt().sample_office("demo.srok");
    }
    static test::Prompt& prompt() {
        static test::Prompt one;
        return one;
    }
    static std::string file(std::string_view name) { return prompt().file(name); }
    static test::Typed charts(std::vector<std::string> more) {
        more.insert(more.begin(), {"charts", file("demo.srok")});
        return prompt().ask(more);
    }
};

std::int64_t sum(const ctl::Json& values) {
    std::int64_t all = 0;
    for (const auto& value : values)
        if (!value.is_null()) all += value.get<std::int64_t>();
    return all;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(chart_words, Fixture)

BOOST_AUTO_TEST_CASE(the_charts_of_a_period_have_the_figures_of_its_return) {
    const ctl::Json drawn = charts({"2025-12"}).json()["charts"];
    const ctl::Json figures =
        prompt()
            .ask({"return", file("demo.srok"), "figures", "2025-12", "--sheet", "figures"})
            .json()["sheets"][0];
    BOOST_REQUIRE(drawn.size() == 5U);
    const auto chart = [&](const char* title) {
        return *std::find_if(drawn.begin(), drawn.end(),
                             [&](const auto& one) { return one["title"] == title; });
    };
    const auto programmes = chart("Learners by programme");
    BOOST_REQUIRE(programmes["categories"].size() == figures["groups"].size());
    for (std::size_t at = 0; at < figures["groups"].size(); ++at) {
        const auto& learners = figures["groups"][at]["figures"]["learners"];
        BOOST_TEST(programmes["series"][0]["values"][at] == learners["total"]);
        BOOST_TEST(programmes["series"][1]["values"][at] == learners["female"]);
    }
    const auto ages = chart("Learners by age and sex");
    BOOST_TEST(sum(ages["series"][0]["values"]) + sum(ages["series"][1]["values"]) ==
               figures["all"]["learners"]["total"].get<std::int64_t>());
    BOOST_TEST(chart("Attendance rate")["to_reach"] == 8000);
}

BOOST_AUTO_TEST_CASE(a_chart_can_be_read_without_being_seen) {
    const auto words = prompt().type({"charts", file("demo.srok"), "2025-12"}).out;
    BOOST_TEST((words.find("Learners by programme, December 2025; ") != std::string::npos));
    BOOST_TEST((words.find(" female") != std::string::npos));
}

BOOST_AUTO_TEST_CASE(they_are_written_on_paper_and_never_over_an_office_file) {
    BOOST_TEST(charts({"2025-12", "--out", file("charts.pdf")}).json()["file"] == file("charts.pdf"));
    BOOST_TEST(std::filesystem::file_size(prompt().folder / "charts.pdf") > 10'000U);
    BOOST_TEST(charts({"2025-12", "--out", file("demo.srok")}).error() == "file.would-be-lost");
    BOOST_TEST(charts({"2025-12", "--out", file("charts.png")}).error() == "file.kind");
    BOOST_TEST(charts({"December"}).error() == "period.unreadable");
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

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
    static std::filesystem::path path(const char* name) { return prompt().folder / name; }
    static test::Typed results(std::vector<std::string> more) {
        more.insert(more.begin(), {"results", file("demo.srok")});
        return prompt().ask(more);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(result_words, Fixture)

BOOST_AUTO_TEST_CASE(results_come_in_the_pinned_form) {
    const ctl::Json document = results({"1"}).json();
    const auto& learners = document["learners"];
    BOOST_REQUIRE(learners.size() > 20U);
    int best = 0;
    for (const auto& learner : learners) {
        BOOST_TEST(learner["id"].is_number_integer());
        BOOST_TEST(!learner["name_km"].get<std::string>().empty());
        const bool complete = learner["result"] != "incomplete";
        BOOST_TEST(learner["average"].is_string() == complete);
        BOOST_TEST(learner["total"].is_string() == complete);
        BOOST_TEST(learner["rank"].is_number_integer() == complete);
        BOOST_TEST(learner["grade"].is_string() == complete);
        best += complete && learner["rank"] == 1 ? 1 : 0;
    }
    BOOST_TEST(best >= 1);
    BOOST_TEST(document["counted"]["total"] == learners.size());
}

BOOST_AUTO_TEST_CASE(the_result_sheet_is_written_as_workbook_and_on_paper) {
    BOOST_TEST(results({"1", "--out", file("results.xlsx")}).json()["file"] == file("results.xlsx"));
    BOOST_TEST(results({"1", "--out", file("results.pdf")}).exit == 0);
    BOOST_TEST(std::filesystem::file_size(path("results.xlsx")) > 5'000U);
    BOOST_TEST(std::filesystem::file_size(path("results.pdf")) > 5'000U);
    BOOST_TEST(results({"1", "--out", file("results.doc")}).error() == "file.kind");
    BOOST_TEST(!std::filesystem::exists(path("results.doc")));
}

BOOST_AUTO_TEST_CASE(what_does_not_exist_is_named) {
    BOOST_TEST(results({"999"}).error() == "class.not-found");
    BOOST_TEST(results({"999"}).exit == 2);
    BOOST_TEST(results({"1", "--period", "S9"}).error() == "period.unknown");
}

BOOST_AUTO_TEST_CASE(hints_stand_beside_the_results_and_change_nothing) {
    const ctl::Json plain = results({"1"}).json();
    BOOST_TEST(!plain.contains("hints"));
    const auto hinted = results({"1", "--hints"});
    BOOST_TEST(hinted.exit == 0);
    ctl::Json document = hinted.json();
    BOOST_REQUIRE(document.contains("hints"));
    for (const auto& hint : document["hints"]) {
        BOOST_TEST(hint["code"].get<std::string>().starts_with("hint."));
        BOOST_TEST(!hint["message"].get<std::string>().empty());
    }
    document.erase("hints");
    BOOST_TEST((document == plain));
}

BOOST_AUTO_TEST_CASE(a_period_is_locked_once_and_unlocked_with_a_reason) {
    // The last class of the sample is open.
    const ctl::Json classes = prompt().ask({"class", file("demo.srok"), "list"}).json()["classes"];
    std::string open;
    for (const auto& one : classes)
        if (one["status"] == "open" && one["programme"] == "primary-equivalency") open = one["id"].dump();
    BOOST_REQUIRE(!open.empty());
    const auto scores = [](std::vector<std::string> more) {
        more.insert(more.begin(), {"scores", file("demo.srok")});
        return prompt().ask(more);
    };
    const auto locked = scores({"lock", open, "S1"}).json();
    BOOST_REQUIRE(locked["locks"].size() == 1U);
    BOOST_TEST(locked["locks"][0]["period"] == "S1");
    BOOST_TEST(scores({"lock", open, "S1"}).error() == "period.locked");
    BOOST_TEST(scores({"lock", open, "S9"}).error() == "period.unknown");
    BOOST_TEST(scores({"unlock", open, "S1"}).exit == 2); // a reason is needed
    BOOST_TEST(scores({"unlock", open, "S1", "--reason", "the sheets came late"}).json()["locks"].empty());
    BOOST_TEST(scores({"unlock", open, "S1", "--reason", "again"}).error() == "period.not-locked");
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
// The word rollover on the sample office: planned, done once, taken back.
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>

namespace {

struct Clerk : test::Prompt {
    std::string office = sample_office("sample.srok");

    test::Typed plan(std::vector<std::string> more = {}) {
        more.insert(more.begin(), {"rollover", office, "plan", "--year", "2025-2026"});
        return ask(std::move(more));
    }
    test::Typed apply(std::vector<std::string> more = {}) {
        more.insert(more.begin(), {"rollover", office, "apply", "--year", "2025-2026"});
        return ask(std::move(more));
    }
    ctl::Json classes() { return ask({"class", office, "list"}).json()["classes"]; }
    // The first learner of whom the rules say so.
    ctl::Json learner(std::string_view decision) {
        const ctl::Json learners = plan().json()["learners"];
        for (const auto& one : learners)
            if (one["by_rule"] == decision) return one;
        BOOST_FAIL("nobody");
        return {};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(rollover_words, Clerk)

BOOST_AUTO_TEST_CASE(the_plan_says_what_is_not_done_and_what_becomes_of_each_learner) {
    const auto before = classes();
    const auto typed = plan();
    BOOST_TEST(typed.exit == 1); // classes are open
    const auto json = typed.json();
    BOOST_TEST(json["year"] == "2025-2026");
    BOOST_TEST(json["next"] == "2026-2027");
    BOOST_TEST(!json["checks"].empty());
    BOOST_TEST(!json["learners"].empty());
    for (const auto& one : json["learners"]) {
        BOOST_TEST(one["by_rule"] == one["decision"]);
        const bool stays = one["decision"] == "promote" || one["decision"] == "repeat";
        BOOST_TEST(one["into"].is_null() == !stays);
        // Who neither goes up nor has completed is told why.
        if (one["decision"] == "repeat") BOOST_TEST(!one["why"].empty());
    }
    BOOST_TEST(classes() == before);
}

BOOST_AUTO_TEST_CASE(the_plan_is_a_workbook_too) {
    const std::string out = file("plan.xlsx");
    BOOST_TEST(plan({"--out", out}).json()["file"] == out);
    BOOST_TEST(std::filesystem::file_size(folder / "plan.xlsx") > 4000U);
    BOOST_TEST(plan({"--out", file("plan.pdf")}).error() == "file.kind");
}

BOOST_AUTO_TEST_CASE(applying_it_twice_does_nothing_the_second_time) {
    const auto before = classes().size();
    const auto done = apply();
    BOOST_TEST(done.exit == 1);
    const auto json = done.json();
    BOOST_TEST(json["rollover"].is_number());
    BOOST_TEST(json["enrolled"].get<int>() > 0);
    BOOST_TEST(classes().size() == before + json["opened"].size());
    const auto again = apply();
    BOOST_TEST(again.exit == 1);
    BOOST_TEST(again.json()["rollover"].is_null());
    BOOST_TEST(again.json()["reason"]["code"] == "rollover.done-already");
    BOOST_TEST(classes().size() == before + json["opened"].size());
}

BOOST_AUTO_TEST_CASE(it_is_listed_and_taken_back) {
    const auto before = classes();
    const auto id = apply().json()["rollover"].dump();
    const auto listed = ask({"rollover", office, "list"}).json()["rollovers"];
    BOOST_REQUIRE(listed.size() == 1U);
    BOOST_TEST(listed[0]["year"] == "2025-2026");
    BOOST_TEST(listed[0]["undone"] == false);
    BOOST_TEST(ask({"rollover", office, "undo", id}).exit == 0);
    BOOST_TEST(classes() == before);
    BOOST_TEST(ask({"rollover", office, "list"}).json()["rollovers"][0]["undone"] == true);
    BOOST_TEST(ask({"rollover", office, "undo", id}).error() == "rollover.undone-already");
    BOOST_TEST(ask({"check", office}).exit == 0);
}

BOOST_AUTO_TEST_CASE(another_decision_is_taken_with_its_reason) {
    const auto one = learner("repeat");
    const std::string number = one["number"].get<std::string>();
    BOOST_TEST(apply({"--leave", number}).error() == "rollover.no-reason");
    const auto json = plan({"--leave", number, "--reason", "moved away", "--in", one["class"].dump()}).json();
    for (const auto& line : json["learners"])
        if (line["number"] == number && line["class"] == one["class"]) {
            BOOST_TEST(line["decision"] == "leave");
            BOOST_TEST(line["reason"] == "moved away");
            BOOST_TEST(line["into"].is_null());
        }
    BOOST_TEST(apply({"--leave", number, "--reason", "moved away"}).json()["leave"].get<int>() >= 1);
}

BOOST_AUTO_TEST_CASE(a_class_goes_on_empty_where_that_is_said) {
    const std::string in = learner("repeat")["class"].dump();
    std::vector<std::string> nobody{"--in", in, "--reason", "x"};
    const ctl::Json learners = plan().json()["learners"];
    for (const auto& one : learners)
        if (one["class"].dump() == in && one["decision"] == "repeat")
            nobody.insert(nobody.end(), {"--leave", one["number"].get<std::string>()});
    const auto comes = [&](const std::vector<std::string>& more) {
        const ctl::Json all = plan(more).json()["classes"];
        for (const auto& one : all)
            if (one["like"].dump() == in) return one["comes"].get<bool>();
        return false;
    };
    BOOST_TEST(comes({}));
    BOOST_TEST(!comes(nobody));
    nobody.insert(nobody.end(), {"--open", in});
    BOOST_TEST(comes(nobody));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_named) {
    BOOST_TEST(ask({"rollover", office, "plan", "--year", "2025"}).error() == "rollover.year-unreadable");
    BOOST_TEST(ask({"rollover", office, "apply", "--year", "1999-2000"}).error() == "rollover.nothing");
    BOOST_TEST(plan({"--leave", "999999", "--reason", "x"}).error() == "learner.unknown");
    BOOST_TEST(ask({"rollover", office, "undo", "7"}).error() == "rollover.unknown");
}

BOOST_AUTO_TEST_SUITE_END()

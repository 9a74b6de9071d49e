// SPDX-License-Identifier: GPL-3.0-or-later
// The board asks: and if we asked for less?
#include "ctl/shell.hpp"
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

namespace {

struct Board : test::Prompt {
    // The sample's year is over.
    Board() { clock.set(core::Day{std::chrono::year{2026} / 9 / 1}); }

    std::string office = sample_office("sample.srok");

    std::string closed_class() {
        const ctl::Json all = ask({"class", office, "list"}).json();
        for (const ctl::Json& one : all["classes"])
            if (one["status"] == "closed") return one["id"].dump();
        BOOST_FAIL("no class is closed");
        return {};
    }
    static std::size_t eligible(const ctl::Json& learners) {
        std::size_t count = 0;
        for (const ctl::Json& one : learners)
            count += one["eligible"].get<bool>() ? 1 : 0;
        return count;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(eligible_words, Board)

BOOST_AUTO_TEST_CASE(a_rule_may_be_tried_out_and_nothing_is_kept_of_it) {
    const std::string id = closed_class();
    const auto before = ask({"eligible", office, id}).json();
    const auto stricter = ask({"eligible", office, id, "--what-if", "attendance.minimum-percent=100"}).json();
    BOOST_REQUIRE(stricter["learners"].size() == before["learners"].size());
    BOOST_TEST(eligible(stricter["learners"]) == eligible(before["learners"]));
    BOOST_TEST(stricter["fewer"].get<int>() > 0);
    BOOST_TEST(stricter["more"] == 0);
    for (const ctl::Json& one : stricter["learners"])
        if (one["eligible"] == true && one["then"]["eligible"] == false)
            BOOST_TEST(one["then"]["reasons"][0]["code"] == "attendance.below");
    BOOST_TEST((ask({"eligible", office, id}).json() == before));
}

BOOST_AUTO_TEST_CASE(several_rules_are_tried_together) {
    const std::string id = closed_class();
    const std::string days = "attendance.minimum-percent=0";
    const auto one = ask({"eligible", office, id, "--what-if", days}).json();
    const auto both =
        ask({"eligible", office, id, "--what-if", days, "--what-if", "unit.life-skills.minimum=0"}).json();
    BOOST_TEST(one["more"].get<int>() > 0);
    BOOST_TEST(both["more"].get<int>() > one["more"].get<int>());
    BOOST_TEST(both["fewer"] == 0);
}

BOOST_AUTO_TEST_CASE(a_rule_that_cannot_be_is_refused) {
    const std::string id = closed_class();
    const auto tried = [&](const std::string& rule) {
        return ask({"eligible", office, id, "--what-if", rule});
    };
    BOOST_TEST(tried("attendance.minimum-percent").error() == "rule.no-value");
    BOOST_TEST(tried("attendance.minimum-percent=170").error() == "pack.out-of-range");
    BOOST_TEST(tried("attendance.least=70").error() == "pack.unknown-key");
    BOOST_TEST(tried("attendance.least=70").exit == 2);
}

BOOST_AUTO_TEST_SUITE_END()

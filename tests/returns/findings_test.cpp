// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/findings.hpp"
#include "returns/layout_store.hpp"
#include "returns/return_content.hpp"

#include <boost/test/unit_test.hpp>

using namespace std::chrono_literals;

namespace {

struct Month {
    returns::ReturnContent content;

    Month() {
        content.period = returns::ReturnPeriod{2025y / 12};
        content.layout = returns::shipped_layouts().front();
        content.sheets.push_back({*content.layout.sheet("figures"), {}, {}, {}});
        for (const char* key : {"learners", "at-start", "at-end", "age:unknown", "ethnicity:not-stated"})
            all().counts[key] = {2, 1};
        returns::ClassLine line;
        line.uid.bytes[0] = std::byte{1};
        line.name = "អក្ខរកម្ម ក";
        line.learners = {2, 1};
        content.classes.push_back(line);
    }
    // "weight code column" of each.
    std::string found(core::Day today = 2026y / 1 / 5) const {
        std::string text;
        for (const returns::Finding& one : returns::findings_of(content, today))
            text += std::string{to_text(one.weight)} + ' ' + one.what.code + ' ' + one.about.column + '\n';
        return text;
    }
    returns::Figures& all() { return content.sheets.front().all; }
    returns::ClassLine& taught() { return content.classes.front(); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(findings, Month)

BOOST_AUTO_TEST_CASE(a_complete_month_gives_rise_to_nothing) {
    BOOST_TEST(found() == "");
}

BOOST_AUTO_TEST_CASE(what_was_not_recorded_must_be_explained) {
    taught().not_recorded = 3;
    BOOST_TEST(found() == "explain register.not-recorded not-recorded\n");
    BOOST_TEST(!returns::blocked(returns::findings_of(content, 2026y / 1 / 5)));
}

BOOST_AUTO_TEST_CASE(a_class_that_ended_owes_its_results) {
    taught().ended = true;
    BOOST_TEST(found() == "explain results.missing class\n");
    taught().has_results = true;
    BOOST_TEST(found() == "");
    returns::ResultLine line;
    line.class_uid = taught().uid;
    line.period = "S1";
    line.incomplete = {1, 0};
    content.results.push_back(line);
    BOOST_TEST(found() == "hint results.incomplete incomplete.total\n");
    taught().ended = false;
    BOOST_TEST(found() == "");
}

BOOST_AUTO_TEST_CASE(an_empty_class_and_an_empty_month_are_hints) {
    all() = {};
    taught().learners = {};
    BOOST_TEST(found() == "hint class.empty learners.total\nhint figures.nobody all.total\n");
}

BOOST_AUTO_TEST_CASE(a_month_that_is_not_over_is_a_hint_until_its_last_day_is_past) {
    BOOST_TEST(found(2025y / 12 / 31) == "hint period.not-over value\n");
    BOOST_TEST(found(2026y / 1 / 1) == "");
}

BOOST_AUTO_TEST_CASE(figures_that_do_not_add_up_block) {
    all().counts["at-end"] = {3, 1};
    BOOST_TEST(found() == "block figures.sum all.total\n");
    BOOST_TEST(returns::blocked(returns::findings_of(content, 2026y / 1 / 5)));
}

BOOST_AUTO_TEST_CASE(ages_that_hardly_anybody_has_are_asked_about) {
    BOOST_TEST(!returns::age_finding("n", "n", 5).has_value());
    BOOST_TEST(!returns::age_finding("n", "n", 100).has_value());
    BOOST_TEST(returns::age_finding("n", "n", 4).has_value());
    BOOST_TEST(returns::age_finding("n", "n", -1).has_value());
    const auto finding = returns::age_finding("0202-000001-W", "0202-000001-W", 101);
    BOOST_REQUIRE(finding.has_value());
    BOOST_TEST(finding->what.fact("age") == "101");
    BOOST_TEST((finding->about == returns::ValueKey{"learners", "0202-000001-W", "born"}));
}

BOOST_AUTO_TEST_SUITE_END()

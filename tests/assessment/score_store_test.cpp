// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/score_store.hpp"
#include "attendance/sample_class.hpp"
#include "storage/audit.hpp"

#include <boost/test/unit_test.hpp>

using assessment::Cell;
using assessment::correct_score;
using assessment::load_results;
using assessment::Score;
using assessment::set_score;
using assessment::Verdict;
using storage::Transaction;
using test::code_of;
using namespace std::chrono_literals;

namespace {

const std::vector<std::string> subjects = {"reading", "dictation", "mathematics", "life-skills"};

struct Fixture : test::SampleClass {
    auto set(std::size_t learner, const Cell& cell, std::optional<Score> score) {
        return change([&](Transaction& tx) { return set_score(tx, enrolments[learner], cell, score); });
    }
    auto correct(std::size_t learner, const Cell& cell, Score score, const std::string& reason) {
        return change(
            [&](Transaction& tx) { return correct_score(tx, enrolments[learner], cell, score, reason); });
    }
    void set_all(std::size_t learner, std::initializer_list<assessment::Hundredths> marks) {
        std::size_t at = 0;
        for (const auto mark : marks)
            BOOST_REQUIRE(set(learner, {"S1", subjects[at++]}, Score::of(mark)));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(score_store, Fixture)

BOOST_AUTO_TEST_CASE(results_of_a_class_come_in_register_order_with_ranks) {
    set_all(0, {600, 825, 575, 525});
    set_all(1, {475, 550, 600, 1000});
    set_all(2, {900, 900, 900});
    const auto results = load_results(database, class_id).value();
    BOOST_TEST(results.period == "S1");
    BOOST_REQUIRE(results.rows.size() == 3U);
    BOOST_TEST(results.rows[0].learner.name_km == "learner 100");
    BOOST_TEST(results.rows[0].result.average.value_or(-1) == 631);
    BOOST_TEST(results.rows[0].result.total.value_or(-1) == 2525);
    BOOST_TEST(results.rows[0].result.rank.value_or(-1) == 2);
    BOOST_TEST(results.rows[1].result.rank.value_or(-1) == 1);
    BOOST_TEST((results.rows[2].result.verdict == Verdict::incomplete));
}

BOOST_AUTO_TEST_CASE(grades_and_results_are_counted_with_the_women_among_them) {
    set_all(0, {600, 825, 575, 525}); // D, a woman
    set_all(1, {100, 100, 100, 100}); // F, a man
    const auto counted = assessment::distribution_of(load_results(database, class_id).value());
    BOOST_TEST((counted.learners == assessment::Count{3, 2}));
    BOOST_TEST((counted.pass == assessment::Count{1, 1}));
    BOOST_TEST((counted.fail == assessment::Count{1, 0}));
    BOOST_TEST((counted.incomplete == assessment::Count{1, 1}));
    BOOST_REQUIRE(counted.grades.size() == 6U);
    BOOST_TEST((counted.grades[3].count == assessment::Count{1, 1}));
    BOOST_TEST((counted.grades[5].count == assessment::Count{1, 0}));
}

BOOST_AUTO_TEST_CASE(whoever_left_has_no_result) {
    leave(enrolments[1], 2025y / 12 / 1, "work");
    BOOST_TEST(load_results(database, class_id).value().rows.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_score_is_replaced_and_taken_back) {
    const Cell cell{"S1", "reading"};
    set(0, cell, Score::of(500));
    set(0, cell, Score{Score::State::absent});
    BOOST_TEST((assessment::load_scores(database, enrolments[0]).at(cell) == Score{Score::State::absent}));
    set(0, cell, std::nullopt);
    BOOST_TEST(assessment::load_scores(database, enrolments[0]).empty());
    BOOST_TEST(storage::audit_entries(database, 1).front().change.value_or("") ==
               R"({"S1/reading":["absent",null]})");
}

BOOST_AUTO_TEST_CASE(what_the_programme_does_not_know_or_allow_is_refused) {
    BOOST_TEST(code_of(set(0, {"S9", "reading"}, Score::of(1))) == "period.unknown");
    BOOST_TEST(code_of(set(0, {"S1", "latin"}, Score::of(1))) == "subject.unknown");
    const auto over = set(0, {"S1", "reading"}, Score::of(1001));
    BOOST_TEST(code_of(over) == "mark.over-maximum");
    BOOST_TEST(over.error().fact("maximum") == "10.00");
    BOOST_TEST(code_of(load_results(database, class_id, "S9")) == "period.unknown");
    BOOST_TEST(assessment::load_scores(database, enrolments[0]).empty());
}

BOOST_AUTO_TEST_CASE(a_closed_class_takes_only_corrections_with_a_reason) {
    const Cell cell{"S1", "reading"};
    set(0, cell, Score::of(450));
    BOOST_TEST(code_of(correct(0, cell, Score::of(540), "typed the wrong way round")) == "score.not-locked");
    set_status("closed");
    BOOST_TEST(code_of(set(0, cell, Score::of(540))) == "class.not-open");
    BOOST_TEST(code_of(correct(0, cell, Score::of(540), "")) == "score.no-reason");
    BOOST_TEST(code_of(correct(0, cell, Score::of(540), "typed the wrong way round")) == "");
    const auto entry = storage::audit_entries(database, 1).front();
    BOOST_TEST(entry.verb == "score.correct");
    BOOST_TEST(entry.change.value_or("") ==
               R"({"S1/reading":["4.50","5.40"],"reason":[null,"typed the wrong way round"]})");
    set_status("issued");
    BOOST_TEST(code_of(correct(0, cell, Score::of(600), "again")) == "class.issued");
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/results.hpp"
#include "assessment/sample_pack.hpp"
#include "core/numerals.hpp"
#include "core/random.hpp"
#include "samples.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

using assessment::result_of;
using assessment::results_of;
using assessment::Score;
using assessment::Scores;
using assessment::unit_result;
using assessment::Verdict;
using core::Ratio;
using programmes::Pack;
using programmes::Ranking;
using programmes::Rounding;
using test::marks;
using test::sample_pack;

namespace {

std::vector<int> ranks(const Pack& pack, const std::vector<Scores>& learners) {
    std::vector<int> found;
    for (const auto& result : results_of(pack, "S1", learners))
        found.push_back(result.rank.value_or(0));
    return found;
}

// Two semesters; the first is the mean of the monthly mean and the examination.
Pack year_pack() {
    Pack pack = sample_pack();
    pack.subjects = {{"a", {}}};
    pack.periods = {{"M1", {}},
                    {"M2", {}},
                    {"S1-months", {}, {"M1", "M2"}},
                    {"S1-exam", {}},
                    {"S1", {}, {"S1-months", "S1-exam"}},
                    {"S2", {}},
                    {"YEAR", {}, {"S1", "S2"}}};
    return pack;
}

Scores year_marks(std::initializer_list<std::pair<const char*, assessment::Hundredths>> list) {
    Scores scores;
    for (const auto& [period, value] : list)
        scores[{period, "a"}] = Score::of(value);
    return scores;
}

nlohmann::json expected_scores() {
    std::ifstream file(test::samples() / "expected.json");
    return nlohmann::json::parse(file).at("scores-semester1.xlsx");
}

Scores sample_row(const nlohmann::json& row, const Pack& pack) {
    Scores scores;
    for (std::size_t at = 0; at < pack.subjects.size(); ++at)
        if (!row.at("marks").at(at).is_null())
            scores[{"S1", pack.subjects[at].key}] =
                Score::of(*core::read_hundredths(row.at("marks").at(at).dump()));
    return scores;
}

} // namespace

BOOST_AUTO_TEST_SUITE(results)

BOOST_AUTO_TEST_CASE(the_sample_semester_comes_out_under_both_rounding_rules) {
    Pack pack = sample_pack();
    Pack truncating = pack;
    truncating.averaging.rounding = Rounding::truncate;
    int complete = 0;
    const auto check = [&](const Pack& rules, const Scores& scores, const nlohmann::json& expected) {
        const auto average = result_of(rules, "S1", scores).average;
        BOOST_REQUIRE(average.has_value() == !expected.is_null());
        if (average) BOOST_TEST(assessment::format_average(rules, *average) == expected.get<std::string>());
    };
    const nlohmann::json expected = expected_scores();
    for (const auto& row : expected.at("rows")) {
        const Scores scores = sample_row(row, pack);
        BOOST_TEST_CONTEXT(row.at("name").get<std::string>()) {
            check(pack, scores, row.at("average"));
            check(truncating, scores, row.at("average_truncated"));
        }
        complete += scores.size() == 4U ? 1 : 0;
    }
    BOOST_TEST(complete == 28);
}

BOOST_AUTO_TEST_CASE(a_result_worked_out_by_hand) {
    const Pack pack = sample_pack();
    // 7.25 + 6.75 + 5.75 + 8 = 27.75; ÷ 4 = 6.9375
    const auto result = result_of(pack, "S1", marks(pack, {725, 675, 575, 800}));
    BOOST_TEST(result.total.value_or(-1) == 2775);
    BOOST_TEST(result.average.value_or(-1) == 694);
    BOOST_TEST(result.grade == "D");
    BOOST_TEST((result.verdict == Verdict::pass));
}

BOOST_AUTO_TEST_CASE(rounding_decides_grade_and_pass_at_the_edge) {
    Pack pack = sample_pack();
    // 19.98 ÷ 4 = 4.995
    const Scores edge = marks(pack, {500, 500, 500, 498});
    BOOST_TEST(result_of(pack, "S1", edge).average.value_or(-1) == 500);
    BOOST_TEST((result_of(pack, "S1", edge).verdict == Verdict::pass));
    BOOST_TEST(result_of(pack, "S1", edge).grade == "E");
    pack.averaging.rounding = Rounding::truncate;
    BOOST_TEST(result_of(pack, "S1", edge).average.value_or(-1) == 499);
    BOOST_TEST((result_of(pack, "S1", edge).verdict == Verdict::fail));
    BOOST_TEST(result_of(pack, "S1", edge).grade == "F");
}

BOOST_AUTO_TEST_CASE(one_decimal_is_printed_with_one_decimal) {
    Pack pack = sample_pack();
    pack.averaging.decimals = 1;
    const auto result = result_of(pack, "S1", marks(pack, {725, 675, 575, 800}));
    BOOST_TEST(result.average.value_or(-1) == 690);
    BOOST_TEST(assessment::format_average(pack, *result.average) == "6.9");
    // 25.80 ÷ 4 = 6.45
    BOOST_TEST(result_of(pack, "S1", marks(pack, {645, 645, 645, 645})).average.value_or(-1) == 650);
}

BOOST_AUTO_TEST_CASE(a_missing_or_absent_mark_leaves_the_result_incomplete) {
    const Pack pack = sample_pack();
    Scores scores = marks(pack, {900, 900, 900});
    BOOST_TEST((result_of(pack, "S1", scores) == assessment::Result{}));
    scores[{"S1", "d"}] = Score{Score::State::absent};
    BOOST_TEST((result_of(pack, "S1", scores) == assessment::Result{}));
    BOOST_TEST((result_of(pack, "S1", {}).verdict == Verdict::incomplete));
}

BOOST_AUTO_TEST_CASE(an_exempt_subject_leaves_sum_and_divisor) {
    Pack pack = sample_pack();
    Scores scores = marks(pack, {800, 700, 600});
    scores[{"S1", "d"}] = Score{Score::State::exempt};
    BOOST_TEST(result_of(pack, "S1", scores).average.value_or(-1) == 700);
    pack.averaging.divisor = 400;
    BOOST_TEST(result_of(pack, "S1", scores).average.value_or(-1) == 700);
    for (auto& [cell, score] : scores)
        score = Score{Score::State::exempt};
    BOOST_TEST((result_of(pack, "S1", scores).verdict == Verdict::incomplete));
}

BOOST_AUTO_TEST_CASE(an_annulled_paper_counts_as_zero) {
    const Pack pack = sample_pack();
    Scores scores = marks(pack, {800, 800, 800});
    scores[{"S1", "d"}] = Score{Score::State::cheating};
    BOOST_TEST(result_of(pack, "S1", scores).average.value_or(-1) == 600);
}

BOOST_AUTO_TEST_CASE(a_fixed_divisor_gives_the_lower_secondary_average) {
    Pack pack = sample_pack();
    pack.subjects = {{"khmer", {}, {}, 10000}, {"maths", {}, {}, 10000}, {"physics", {}, {}, 5000}};
    pack.averaging.divisor = 500; // 250 in all, out of 50
    pack.averaging.maximum = 5000;
    pack.averaging.pass_minimum = 2500;
    pack.bands = {{"A", 4500, {}}, {"F", 0, {}}};
    const auto result = result_of(pack, "S1", marks(pack, {7550, 6025, 3300}));
    BOOST_TEST(result.total.value_or(-1) == 16875);
    BOOST_TEST(result.average.value_or(-1) == 3375);
}

BOOST_AUTO_TEST_CASE(weights_count_in_total_and_average) {
    Pack pack = sample_pack();
    pack.subjects[0].weight = 200;
    const auto result = result_of(pack, "S1", marks(pack, {1000, 500, 500, 500}));
    BOOST_TEST(result.total.value_or(-1) == 3500);
    BOOST_TEST(result.average.value_or(-1) == 700);
}

BOOST_AUTO_TEST_CASE(semester_and_year_are_means_taken_before_rounding) {
    const Pack pack = year_pack();
    const Scores scores = year_marks({{"M1", 625}, {"M2", 650}, {"S1-exam", 700}, {"S2", 555}});
    // months 6.375; S1 (6.375 + 7) ÷ 2 = 6.6875; year (6.6875 + 5.55) ÷ 2 = 6.11875
    BOOST_TEST((assessment::average_of(pack, "S1", scores) == Ratio{66875, 10000}));
    BOOST_TEST((assessment::average_of(pack, "YEAR", scores) == Ratio{611875, 100000}));
    BOOST_TEST(result_of(pack, "YEAR", scores).average.value_or(-1) == 612);
    BOOST_TEST(!result_of(pack, "YEAR", scores).total.has_value());
    BOOST_TEST(assessment::final_period(pack) == "YEAR");
    Scores without_exam = scores;
    without_exam.erase({"S1-exam", "a"});
    BOOST_TEST((result_of(pack, "YEAR", without_exam).verdict == Verdict::incomplete));
}

BOOST_AUTO_TEST_CASE(ties_share_a_rank_or_follow_the_list) {
    Pack pack = sample_pack();
    const std::vector<Scores> learners = {
        marks(pack, {700, 700, 700, 700}), marks(pack, {900, 900, 900, 900}),
        marks(pack, {800, 600, 700, 700}), marks(pack, {500, 500, 500}), marks(pack, {600, 600, 600, 600})};
    BOOST_TEST(ranks(pack, learners) == (std::vector<int>{2, 1, 2, 0, 4}), boost::test_tools::per_element());
    pack.averaging.ranking = Ranking::distinct;
    BOOST_TEST(ranks(pack, learners) == (std::vector<int>{2, 1, 3, 0, 4}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(averages_that_look_equal_share_a_rank) {
    const Pack pack = sample_pack();
    // 6.125 and 6.13 are both printed 6.13
    const std::vector<Scores> learners = {marks(pack, {612, 612, 613, 613}),
                                          marks(pack, {613, 613, 613, 613})};
    BOOST_TEST(ranks(pack, learners) == (std::vector<int>{1, 1}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_unit_stands_on_its_own_subjects) {
    Pack pack = sample_pack();
    pack.units = {{"first", {}, {"a", "b"}, 500}, {"second", {}, {"c", "d"}, 650}};
    const Scores scores = marks(pack, {400, 500, 700, 600});
    BOOST_TEST(unit_result(pack, pack.units[0], scores).average.value_or(-1) == 450);
    BOOST_TEST((unit_result(pack, pack.units[0], scores).verdict == Verdict::fail));
    BOOST_TEST((unit_result(pack, pack.units[1], scores).verdict == Verdict::pass));
    BOOST_TEST((unit_result(pack, pack.units[1], marks(pack, {400, 500})).verdict == Verdict::incomplete));
}

BOOST_AUTO_TEST_CASE(ranks_equal_a_naive_count_over_random_classes) {
    core::SeededRandom random{11};
    for (int round = 0; round < 300; ++round) {
        const Pack pack = sample_pack();
        std::vector<Scores> learners;
        for (std::uint64_t n = 1 + random.below(30); n > 0; --n) {
            learners.push_back(marks(pack, {}));
            for (const auto& subject : pack.subjects)
                if (random.below(20) > 0)
                    learners.back()[{"S1", subject.key}] =
                        Score::of(static_cast<assessment::Hundredths>(random.below(9)) * 125);
        }
        const auto results = results_of(pack, "S1", learners);
        for (const auto& result : results) {
            if (!result.average) {
                BOOST_REQUIRE(!result.rank.has_value());
                continue;
            }
            const auto better = std::count_if(results.begin(), results.end(), [&](const auto& other) {
                return other.average && *other.average > *result.average;
            });
            BOOST_REQUIRE(*result.rank == better + 1);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
// Totals, averages, ranks, grades and results of any class under any pack's rules equal a plain recomputation
// in whole numbers.
#include "assessment/sample_pack.hpp"
#include "core/random.hpp"

#include <boost/test/unit_test.hpp>

#include <numeric>

using assessment::Hundredths;
using assessment::Result;
using assessment::Score;
using assessment::Scores;
using assessment::Verdict;
using programmes::Pack;

namespace {

// A fraction of whole numbers, as on paper.
struct Fraction {
    std::int64_t over = 0;
    std::int64_t under = 1;
    Fraction reduced() const {
        const auto both = std::gcd(over, under);
        return {over / both, under / both};
    }
};

Fraction operator+(const Fraction& a, const Fraction& b) {
    return Fraction{a.over * b.under + b.over * a.under, a.under * b.under}.reduced();
}

// Of hundredths, to the pack's last printed digit.
Hundredths rounded(const Fraction& value, programmes::Rounding rounding, int decimals) {
    const std::int64_t unit = decimals == 1 ? 10 : 1;
    const std::int64_t under = value.under * unit;
    return (rounding == programmes::Rounding::half_up ? (2 * value.over + under) / (2 * under)
                                                      : value.over / under) *
           unit;
}

Pack any_pack(core::SeededRandom& dice) {
    Pack pack = test::sample_pack();
    pack.subjects.resize(1 + dice.below(4));
    for (auto& subject : pack.subjects) {
        subject.maximum = 1000 * static_cast<Hundredths>(1 + dice.below(5));
        subject.weight = 50 * static_cast<Hundredths>(1 + dice.below(4));
    }
    if (dice.below(3) == 0) pack.averaging.divisor = 100 * static_cast<Hundredths>(1 + dice.below(9));
    pack.averaging.rounding =
        dice.below(2) == 0 ? programmes::Rounding::half_up : programmes::Rounding::truncate;
    pack.averaging.decimals = dice.below(2) == 0 ? 2 : 1;
    pack.averaging.ranking =
        dice.below(2) == 0 ? programmes::Ranking::ties_share : programmes::Ranking::distinct;
    if (dice.below(2) == 0) {
        pack.periods = {{"S1", {}}, {"S2", {}}, {"YEAR", {}, {"S1", "S2"}}};
        if (dice.below(2) == 0) pack.periods.push_back({"ALL", {}, {"YEAR", "S2"}});
    }
    return pack;
}

// Few different marks, so that averages meet.
Scores any_scores(const Pack& pack, core::SeededRandom& dice) {
    Scores scores;
    for (const auto& period : pack.periods)
        for (const auto& subject : pack.subjects) {
            if (!period.takes_marks() || dice.below(20) == 0) continue;
            Score score = Score::of(subject.maximum / 8 * static_cast<Hundredths>(dice.below(9)));
            if (dice.below(12) == 0) score = {Score::State::exempt};
            if (dice.below(25) == 0) score = {Score::State::absent};
            if (dice.below(25) == 0) score = {Score::State::cheating};
            scores[{period.key, subject.key}] = score;
        }
    return scores;
}

struct Sums {
    std::int64_t marks = 0;   // hundredths x hundredths
    std::int64_t weights = 0; // of the subjects that count
    std::int64_t maxima = 0;
    std::int64_t all_maxima = 0;
};

std::optional<Sums> sums_of(const Pack& pack, const std::string& period, const Scores& scores) {
    Sums sums;
    for (const auto& subject : pack.subjects) {
        const auto found = scores.find({period, subject.key});
        if (found == scores.end() || found->second.state == Score::State::absent) return std::nullopt;
        sums.all_maxima += subject.maximum * subject.weight;
        if (found->second.state == Score::State::exempt) continue;
        sums.marks += found->second.hundredths * subject.weight;
        sums.weights += subject.weight;
        sums.maxima += subject.maximum * subject.weight;
    }
    if (sums.weights == 0) return std::nullopt;
    return sums;
}

std::optional<Fraction> average(const Pack& pack, const programmes::Period& period, const Scores& scores) {
    if (!period.takes_marks()) {
        Fraction sum;
        for (const std::string& key : period.mean_of) {
            const auto part = average(pack, *programmes::find_period(pack, key), scores);
            if (!part) return std::nullopt;
            sum = sum + *part;
        }
        return Fraction{sum.over, sum.under * static_cast<std::int64_t>(period.mean_of.size())}.reduced();
    }
    const auto sums = sums_of(pack, period.key, scores);
    if (!sums) return std::nullopt;
    if (!pack.averaging.divisor) return Fraction{sums->marks, sums->weights}.reduced();
    const Fraction part = Fraction{sums->all_maxima, sums->maxima}.reduced();
    return Fraction{sums->marks * part.over, *pack.averaging.divisor * part.under}.reduced();
}

std::vector<Result> recomputed(const Pack& pack, const programmes::Period& period,
                               const std::vector<Scores>& learners) {
    const auto& rule = pack.averaging;
    std::vector<Result> results;
    for (const Scores& scores : learners) {
        Result& result = results.emplace_back();
        const auto exact = average(pack, period, scores);
        if (!exact) continue;
        if (period.takes_marks())
            result.total = rounded({sums_of(pack, period.key, scores)->marks, 100}, rule.rounding, 2);
        result.average = rounded(*exact, rule.rounding, rule.decimals);
        for (const auto& band : pack.bands)
            if (result.grade.empty() && *result.average >= band.minimum) result.grade = band.letter;
        result.verdict = *result.average >= rule.pass_minimum ? Verdict::pass : Verdict::fail;
    }
    for (std::size_t one = 0; one < results.size(); ++one) {
        if (!results[one].average) continue;
        int better = 0;
        for (std::size_t other = 0; other < results.size(); ++other) {
            if (!results[other].average) continue;
            const bool equal_before = rule.ranking == programmes::Ranking::distinct && other < one &&
                                      results[other].average == results[one].average;
            if (*results[other].average > *results[one].average || equal_before) ++better;
        }
        results[one].rank = better + 1;
    }
    return results;
}

} // namespace

BOOST_AUTO_TEST_SUITE(recomputed_results)

BOOST_AUTO_TEST_CASE(any_class_under_any_rules_equals_a_plain_recomputation) {
    std::size_t complete = 0;
    std::size_t shared = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed)
        BOOST_TEST_CONTEXT("seed " << seed) {
            core::SeededRandom dice{seed};
            const Pack pack = any_pack(dice);
            std::vector<Scores> learners;
            for (std::uint64_t nth = 0; nth < 2 + dice.below(20); ++nth)
                learners.push_back(any_scores(pack, dice));
            for (const auto& period : pack.periods) {
                const auto expected = recomputed(pack, period, learners);
                const auto results = assessment::results_of(pack, period.key, learners);
                BOOST_REQUIRE(results.size() == expected.size());
                for (std::size_t at = 0; at < results.size(); ++at) {
                    BOOST_TEST((results[at] == expected[at]));
                    complete += results[at].average.has_value() ? 1U : 0U;
                    for (std::size_t other = 0; other < at; ++other)
                        shared += results[at].rank && results[at].rank == results[other].rank ? 1U : 0U;
                }
            }
        }
    BOOST_TEST(complete > 2000U);
    BOOST_TEST(shared > 200U); // ties are among them
}

BOOST_AUTO_TEST_SUITE_END()

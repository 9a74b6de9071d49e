// SPDX-License-Identifier: GPL-3.0-or-later
// Totals, averages, ranks, grades and results of any class under any pack's rules equal a plain recomputation
// in whole numbers.
#include "assessment/sample_pack.hpp"
#include "core/random.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <numeric>

using assessment::Absences;
using assessment::Hundredths;
using assessment::Result;
using assessment::Score;
using assessment::Scores;
using assessment::Standing;
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
    const std::int64_t unit = decimals == 0 ? 100 : decimals == 1 ? 10 : 1;
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
    pack.averaging.decimals = static_cast<int>(dice.below(3));
    pack.averaging.parts = dice.below(3) == 0 ? programmes::Parts::printed : programmes::Parts::exact;
    pack.averaging.ranking =
        dice.below(2) == 0 ? programmes::Ranking::ties_share : programmes::Ranking::distinct;
    if (dice.below(2) == 0) {
        pack.periods = {{"S1", {}}, {"S2", {}}, {"YEAR", {}, {"S1", "S2"}}};
        if (dice.below(2) == 0) pack.periods.push_back({"ALL", {}, {"YEAR", "S2"}});
        if (dice.below(2) == 0)
            pack.periods.back().weights = {100 * static_cast<Hundredths>(1 + dice.below(3)),
                                           50 * static_cast<Hundredths>(1 + dice.below(3))};
    }
    if (dice.below(2) == 0) {
        pack.periods.push_back({"RETEST", {}});
        pack.retest = programmes::Retest{"RETEST", 100 * static_cast<Hundredths>(1 + dice.below(5)),
                                         dice.below(2) == 0 ? programmes::Retest::Effect::replaces
                                                            : programmes::Retest::Effect::passes};
    }
    if (dice.below(2) == 0) {
        pack.promotion.emplace();
        // Limits as packs have them today, or as those before 2026-2 had them.
        std::optional<int> without;
        std::optional<int> with;
        if (dice.below(2) == 0) without = 5;
        if (dice.below(2) == 0) with = 8;
        pack.attendance.repeats_past = dice.below(2) == 0;
        if (pack.attendance.repeats_past) {
            pack.attendance.most_absent = without;
            pack.attendance.most_permission = with;
        } else {
            *pack.promotion = {without, with};
        }
    }
    if (dice.below(3) == 0)
        pack.absence_penalty = programmes::AbsencePenalty{
            static_cast<Hundredths>(1 + dice.below(60)), static_cast<int>(dice.below(4)), dice.below(2) == 0};
    return pack;
}

// Few different marks, so that averages meet.
Scores any_scores(const Pack& pack, core::SeededRandom& dice) {
    Scores scores;
    for (const auto& period : pack.periods)
        for (const auto& subject : pack.subjects) {
            if (!period.takes_marks() || dice.below(period.key == "RETEST" ? 2U : 20U) == 0) continue;
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
        sums.all_maxima += subject.maximum * subject.weight;
        const bool blank = found == scores.end();
        if (blank && period == "RETEST") continue;
        if (blank || found->second.state == Score::State::absent) return std::nullopt;
        if (found->second.state == Score::State::exempt) continue;
        sums.marks += found->second.hundredths * subject.weight;
        sums.weights += subject.weight;
        sums.maxima += subject.maximum * subject.weight;
    }
    return sums;
}

// Missing: nothing. Exempt from all of it: over nothing.
std::optional<Fraction> average(const Pack& pack, const programmes::Period& period, const Scores& scores) {
    const Fraction exempt{0, 0};
    if (!period.takes_marks()) {
        Fraction sum;
        std::int64_t weights = 0;
        for (std::size_t at = 0; at < period.mean_of.size(); ++at) {
            auto part = average(pack, *programmes::find_period(pack, period.mean_of[at]), scores);
            if (!part) return std::nullopt;
            if (part->under == 0) continue;
            if (pack.averaging.parts == programmes::Parts::printed)
                part = Fraction{rounded(*part, pack.averaging.rounding, pack.averaging.decimals), 1};
            const std::int64_t weight = period.weights.empty() ? 1 : period.weights[at];
            sum = sum + Fraction{part->over * weight, part->under};
            weights += weight;
        }
        return weights == 0 ? exempt : Fraction{sum.over, sum.under * weights}.reduced();
    }
    const auto sums = sums_of(pack, period.key, scores);
    if (!sums) return std::nullopt;
    if (sums->weights == 0) return exempt;
    if (!pack.averaging.divisor) return Fraction{sums->marks, sums->weights}.reduced();
    const Fraction part = Fraction{sums->all_maxima, sums->maxima}.reduced();
    return Fraction{sums->marks * part.over, *pack.averaging.divisor * part.under}.reduced();
}

void grade(const Pack& pack, Hundredths value, Result& result) {
    result.average = value;
    result.grade.clear();
    for (const auto& band : pack.bands)
        if (result.grade.empty() && value >= band.minimum) result.grade = band.letter;
    result.verdict = value >= pack.averaging.pass_minimum ? Verdict::pass : Verdict::fail;
}

// The programme's own result, without a rank.
Result year(const Pack& pack, const Scores& scores, const Absences& absent) {
    Result result;
    const auto& period = pack.periods[pack.periods.size() - (pack.retest ? 2 : 1)];
    auto exact = average(pack, period, scores);
    if (!exact || exact->under == 0) return result;
    if (pack.absence_penalty) {
        const auto& rule = *pack.absence_penalty;
        std::int64_t halves = absent.without_leave - 2 * rule.free_days;
        if (rule.with_leave_too) halves += absent.with_leave;
        if (halves > 0) *exact = *exact + Fraction{-rule.cut * halves, 2};
        if (exact->over < 0) *exact = {0, 1};
    }
    grade(pack, rounded(*exact, pack.averaging.rounding, pack.averaging.decimals), result);
    if (period.takes_marks())
        result.total = rounded({sums_of(pack, period.key, scores)->marks, 100}, pack.averaging.rounding, 2);
    const auto past = [](int half_days, const std::optional<int>& today, const std::optional<int>& before,
                         bool as_today) {
        const std::optional<int>& limit = as_today ? today : before;
        return limit && half_days > 2 * *limit;
    };
    const auto& rule = pack.attendance;
    if (pack.promotion && (past(absent.without_leave, rule.most_absent, pack.promotion->absent_without_leave,
                                rule.repeats_past) ||
                           past(absent.with_leave, rule.most_permission, pack.promotion->absent_with_leave,
                                rule.repeats_past))) {
        result.verdict = Verdict::fail;
        result.standing = Standing::repeats_for_absence;
        return result;
    }
    if (pack.promotion)
        result.standing = result.verdict == Verdict::pass ? Standing::promoted : Standing::repeats;
    if (!pack.retest || result.verdict == Verdict::pass || *result.average < pack.retest->minimum)
        return result;
    const auto again = average(pack, pack.periods.back(), scores);
    if (!again || again->under == 0) {
        result.standing = Standing::retest;
        return result;
    }
    Result second;
    grade(pack, rounded(*again, pack.averaging.rounding, pack.averaging.decimals), second);
    if (pack.retest->effect == programmes::Retest::Effect::replaces) {
        result.average = second.average;
        result.grade = second.grade;
    }
    if (second.verdict == Verdict::pass) {
        result.verdict = Verdict::pass;
        result.standing = Standing::passed_by_retest;
    }
    return result;
}

// Whether the year alone, before any retest, lets the learner sit one.
bool open_to(const Pack& pack, const Scores& scores, const Absences& absent) {
    Scores without = scores;
    std::erase_if(without, [](const auto& one) { return one.first.period == "RETEST"; });
    return year(pack, without, absent).standing == Standing::retest;
}

std::vector<Result> recomputed(const Pack& pack, const programmes::Period& period,
                               const std::vector<Scores>& learners, const std::vector<Absences>& absences) {
    const auto& rule = pack.averaging;
    const bool retest = pack.retest && period.key == pack.retest->period;
    std::vector<Result> results;
    for (std::size_t at = 0; at < learners.size(); ++at) {
        const Scores& scores = learners[at];
        Result& result = results.emplace_back();
        if (period.key == assessment::final_period(pack)) {
            result = year(pack, scores, absences[at]);
            continue;
        }
        const auto exact = average(pack, period, scores);
        if (exact && exact->under != 0 && (!retest || open_to(pack, scores, absences[at]))) {
            if (period.takes_marks())
                result.total = rounded({sums_of(pack, period.key, scores)->marks, 100}, rule.rounding, 2);
            grade(pack, rounded(*exact, rule.rounding, rule.decimals), result);
        }
        if (!retest) continue;
        const Result last = year(pack, scores, absences[at]);
        result.verdict = last.verdict;
        result.standing = last.standing;
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
    std::map<Standing, int> standings;
    for (std::uint64_t seed = 1; seed <= 500; ++seed)
        BOOST_TEST_CONTEXT("seed " << seed) {
            core::SeededRandom dice{seed};
            const Pack pack = any_pack(dice);
            std::vector<Scores> learners;
            std::vector<Absences> absences;
            for (std::uint64_t nth = 0; nth < 2 + dice.below(20); ++nth) {
                learners.push_back(any_scores(pack, dice));
                absences.push_back({static_cast<int>(dice.below(20)), static_cast<int>(dice.below(14))});
            }
            for (const auto& period : pack.periods) {
                const auto expected = recomputed(pack, period, learners, absences);
                const auto results = assessment::results_of(pack, period.key, learners, absences);
                BOOST_REQUIRE(results.size() == expected.size());
                for (std::size_t at = 0; at < results.size(); ++at) {
                    BOOST_TEST((results[at] == expected[at]), "period " << period.key << ", learner " << at);
                    ++standings[results[at].standing];
                    complete += results[at].average.has_value() ? 1U : 0U;
                    for (std::size_t other = 0; other < at; ++other)
                        shared += results[at].rank && results[at].rank == results[other].rank ? 1U : 0U;
                }
            }
        }
    BOOST_TEST(complete > 2000U);
    BOOST_TEST(shared > 200U); // ties are among them
    for (const Standing one : {Standing::promoted, Standing::passed_by_retest, Standing::retest,
                               Standing::repeats, Standing::repeats_for_absence})
        BOOST_TEST(standings[one] > 20, assessment::to_text(one) << " " << standings[one]);
}

BOOST_AUTO_TEST_SUITE_END()

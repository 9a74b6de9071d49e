// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/results.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace assessment {
namespace {

using core::Ratio;
using programmes::Pack;
using programmes::Period;
using programmes::Subject;
using Subjects = std::vector<const Subject*>;

struct Sum {
    Ratio marks;   // mark x weight
    Ratio weights; // of the subjects that count
    // The part of all maxima that counts; less than 1 where the learner is exempt from a subject.
    Ratio share = 1;
};

Ratio hundredths(Hundredths value) {
    return {value, 100};
}

// Nothing when a mark is missing, the learner was absent, or no subject counts.
std::optional<Sum> sum_of(std::string_view period, const Subjects& subjects, const Scores& scores) {
    Sum sum;
    Ratio all_maxima;
    Ratio maxima;
    for (const Subject* subject : subjects) {
        const auto found = scores.find(Cell{std::string{period}, subject->key});
        if (found == scores.end() || found->second.state == Score::State::absent) return std::nullopt;
        const Ratio weight = hundredths(subject->weight);
        all_maxima += hundredths(subject->maximum) * weight;
        if (found->second.state == Score::State::exempt) continue;
        sum.marks += hundredths(found->second.hundredths) * weight;
        sum.weights += weight;
        maxima += hundredths(subject->maximum) * weight;
    }
    if (maxima == Ratio{0}) return std::nullopt;
    sum.share = maxima / all_maxima;
    return sum;
}

// Exact. A period without marks of its own is the mean of others, each taken before rounding.
std::optional<Ratio> exact_average(const Pack& pack, const Period& period, const Subjects& subjects,
                                   const std::optional<Hundredths>& divisor, const Scores& scores) {
    if (period.takes_marks()) {
        const auto sum = sum_of(period.key, subjects, scores);
        if (!sum) return std::nullopt;
        return sum->marks / (divisor ? hundredths(*divisor) * sum->share : sum->weights);
    }
    Ratio sum;
    for (const std::string& part : period.mean_of) {
        const Period* other = programmes::find_period(pack, part);
        assert(other != nullptr);
        const auto average = exact_average(pack, *other, subjects, divisor, scores);
        if (!average) return std::nullopt;
        sum += *average;
    }
    return sum / Ratio{static_cast<std::int64_t>(period.mean_of.size())};
}

const Period& period_of(const Pack& pack, std::string_view key) {
    const Period* period = programmes::find_period(pack, key);
    assert(period != nullptr);
    return *period;
}

Subjects all_subjects(const Pack& pack) {
    Subjects subjects;
    for (const Subject& subject : pack.subjects)
        subjects.push_back(&subject);
    return subjects;
}

Hundredths rounded(const Pack& pack, const Ratio& value, int decimals) {
    const Hundredths units = pack.averaging.rounding == programmes::Rounding::half_up
                                 ? core::round_half_up(value, decimals)
                                 : core::truncate(value, decimals);
    return decimals == 1 ? units * 10 : units;
}

const std::string& grade_of(const Pack& pack, Hundredths average) {
    const auto band = std::find_if(pack.bands.begin(), pack.bands.end(),
                                   [&](const auto& b) { return average >= b.minimum; });
    assert(band != pack.bands.end());
    return band->letter;
}

Verdict verdict_of(Hundredths average, Hundredths minimum) {
    return average >= minimum ? Verdict::pass : Verdict::fail;
}

bool lacks_mark(const Pack& pack, const Subject& subject, const Scores& scores) {
    return std::any_of(pack.periods.begin(), pack.periods.end(), [&](const Period& period) {
        if (!period.takes_marks()) return false;
        const auto score = scores.find({period.key, subject.key});
        return score == scores.end() || score->second.state == Score::State::absent;
    });
}

// Equal averages share a rank and the next one skips (1, 2, 2, 4), or follow the order of the list.
void give_ranks(std::vector<Result>& results, programmes::Ranking ranking) {
    std::vector<Result*> complete;
    for (Result& result : results)
        if (result.average) complete.push_back(&result);
    std::stable_sort(complete.begin(), complete.end(),
                     [](const Result* a, const Result* b) { return *a->average > *b->average; });
    for (std::size_t at = 0; at < complete.size(); ++at) {
        const bool shares = ranking == programmes::Ranking::ties_share && at > 0 &&
                            complete[at]->average == complete[at - 1]->average;
        complete[at]->rank = shares ? *complete[at - 1]->rank : static_cast<int>(at) + 1;
    }
}

} // namespace

std::string_view to_text(Verdict verdict) {
    switch (verdict) {
    case Verdict::pass:
        return "pass";
    case Verdict::fail:
        return "fail";
    case Verdict::incomplete:
        break;
    }
    return "incomplete";
}

std::optional<Ratio> average_of(const Pack& pack, std::string_view period, const Scores& scores) {
    return exact_average(pack, period_of(pack, period), all_subjects(pack), pack.averaging.divisor, scores);
}

Result result_of(const Pack& pack, std::string_view period, const Scores& scores) {
    Result result;
    const auto average = average_of(pack, period, scores);
    if (!average) return result;
    if (period_of(pack, period).takes_marks())
        result.total = rounded(pack, sum_of(period, all_subjects(pack), scores)->marks, 2);
    result.average = rounded(pack, *average, pack.averaging.decimals);
    result.grade = grade_of(pack, *result.average);
    result.verdict = verdict_of(*result.average, pack.averaging.pass_minimum);
    return result;
}

std::vector<Result> results_of(const Pack& pack, std::string_view period, std::span<const Scores> learners) {
    std::vector<Result> results;
    results.reserve(learners.size());
    for (const Scores& scores : learners)
        results.push_back(result_of(pack, period, scores));
    give_ranks(results, pack.averaging.ranking);
    return results;
}

const std::string& final_period(const Pack& pack) {
    return pack.periods.back().key;
}

Result unit_result(const Pack& pack, const programmes::Unit& unit, const Scores& scores) {
    Subjects subjects;
    for (const Subject& subject : pack.subjects)
        if (std::find(unit.subjects.begin(), unit.subjects.end(), subject.key) != unit.subjects.end())
            subjects.push_back(&subject);
    Result result;
    const auto average = exact_average(pack, pack.periods.back(), subjects, std::nullopt, scores);
    if (!average) return result;
    result.average = rounded(pack, *average, pack.averaging.decimals);
    result.verdict = verdict_of(*result.average, unit.minimum);
    return result;
}

std::string format_average(const Pack& pack, Hundredths average) {
    const int decimals = pack.averaging.decimals;
    return core::format_decimal(decimals == 1 ? average / 10 : average, decimals);
}

std::vector<const Subject*> subjects_without_mark(const Pack& pack, const Scores& scores) {
    std::vector<const Subject*> found;
    for (const Subject& subject : pack.subjects)
        if (lacks_mark(pack, subject, scores)) found.push_back(&subject);
    return found;
}

} // namespace assessment

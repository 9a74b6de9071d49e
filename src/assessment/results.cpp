// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/averages.hpp"

#include <algorithm>
#include <cassert>

namespace assessment {
namespace {

using core::Ratio;
using programmes::Pack;
using programmes::Period;
using programmes::Subject;

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

Averager averager_of(const Pack& pack, const Scores& scores) {
    return {pack, all_subjects(pack), pack.averaging.divisor, scores};
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
        if (!period.takes_marks() || programmes::is_retest(pack, period.key)) return false;
        const auto score = scores.find({period.key, subject.key});
        return score == scores.end() || score->second.state == Score::State::absent;
    });
}

// A day past the limit is too many.
bool absent_too_long(const Pack& pack, const Absences& absences) {
    const auto over = [](int half_days, const std::optional<int>& days) {
        return days && half_days > 2 * *days;
    };
    const programmes::RepeatLimits limits = programmes::repeat_limits(pack);
    return over(absences.without_leave, limits.without) || over(absences.with_leave, limits.with);
}

Ratio less_penalty(const Pack& pack, const Ratio& average, const Absences& absences) {
    if (!pack.absence_penalty) return average;
    const programmes::AbsencePenalty& rule = *pack.absence_penalty;
    const int half_days = absences.without_leave + (rule.with_leave_too ? absences.with_leave : 0);
    const int counted = std::max(0, half_days - 2 * rule.free_days);
    return std::max(Ratio{0}, average + Ratio{-rule.cut, 100} * Ratio{counted, 2});
}

// The average and the grade as they are printed, and pass or fail by the average alone.
void give_average(const Pack& pack, const Ratio& average, Result& result) {
    result.average = rounded(pack, average, pack.averaging.decimals);
    result.grade = grade_of(pack, *result.average);
    result.verdict = verdict_of(*result.average, pack.averaging.pass_minimum);
}

bool failed_by_little(const Pack& pack, const Result& result) {
    return pack.retest && result.verdict == Verdict::fail && *result.average >= pack.retest->minimum;
}

// What the last period's average, the retest and the absences come to.
void give_standing(const Pack& pack, const Scores& scores, const Absences& absences, Result& result) {
    if (absent_too_long(pack, absences)) {
        result.verdict = Verdict::fail;
        result.standing = Standing::repeats_for_absence;
        return;
    }
    if (failed_by_little(pack, result)) {
        const auto again = average_of(pack, pack.retest->period, scores);
        if (!again) {
            result.standing = Standing::retest;
            return;
        }
        Result retest;
        give_average(pack, *again, retest);
        if (pack.retest->effect == programmes::Retest::Effect::replaces) {
            result.average = retest.average;
            result.grade = retest.grade;
        }
        if (retest.verdict == Verdict::pass) {
            result.verdict = Verdict::pass;
            result.standing = Standing::passed_by_retest;
            return;
        }
    }
    if (!pack.promotion) return;
    result.standing = result.verdict == Verdict::pass ? Standing::promoted : Standing::repeats;
}

// The retest's own marks, under what they made of the last period.
Result retest_result(const Pack& pack, const Scores& scores, const Absences& absences) {
    const Result last = result_of(pack, programmes::last_period(pack).key, scores, absences);
    Result result;
    const auto average = average_of(pack, pack.retest->period, scores);
    if (average && may_sit_retest(pack, scores, absences)) {
        give_average(pack, *average, result);
        result.total =
            rounded(pack, averager_of(pack, scores).sum(period_of(pack, pack.retest->period))->marks, 2);
    }
    result.verdict = last.verdict;
    result.standing = last.standing;
    return result;
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

std::string_view to_text(Standing standing) {
    switch (standing) {
    case Standing::none:
        break;
    case Standing::promoted:
        return "promoted";
    case Standing::passed_by_retest:
        return "passed-by-retest";
    case Standing::retest:
        return "retest";
    case Standing::repeats:
        return "repeat";
    case Standing::repeats_for_absence:
        return "repeat-for-absence";
    }
    return "";
}

std::optional<Ratio> average_of(const Pack& pack, std::string_view period, const Scores& scores) {
    return averager_of(pack, scores).of(period_of(pack, period)).value;
}

Result result_of(const Pack& pack, std::string_view period, const Scores& scores, const Absences& absences) {
    if (programmes::is_retest(pack, period)) return retest_result(pack, scores, absences);
    Result result;
    const auto average = average_of(pack, period, scores);
    if (!average) return result;
    const bool last = period == final_period(pack);
    give_average(pack, last ? less_penalty(pack, *average, absences) : *average, result);
    const Period& of = period_of(pack, period);
    if (of.takes_marks()) result.total = rounded(pack, averager_of(pack, scores).sum(of)->marks, 2);
    if (last) give_standing(pack, scores, absences, result);
    return result;
}

bool may_sit_retest(const Pack& pack, const Scores& scores, const Absences& absences) {
    const auto average = average_of(pack, final_period(pack), scores);
    if (!average || absent_too_long(pack, absences)) return false;
    Result result;
    give_average(pack, less_penalty(pack, *average, absences), result);
    return failed_by_little(pack, result);
}

std::vector<Result> results_of(const Pack& pack, std::string_view period, std::span<const Scores> learners,
                               std::span<const Absences> absences) {
    assert(absences.empty() || absences.size() == learners.size());
    std::vector<Result> results;
    results.reserve(learners.size());
    for (std::size_t at = 0; at < learners.size(); ++at)
        results.push_back(
            result_of(pack, period, learners[at], absences.empty() ? Absences{} : absences[at]));
    give_ranks(results, pack.averaging.ranking);
    return results;
}

const std::string& final_period(const Pack& pack) {
    return programmes::last_period(pack).key;
}

Result unit_result(const Pack& pack, const programmes::Unit& unit, const Scores& scores) {
    Subjects subjects;
    for (const Subject& subject : pack.subjects)
        if (std::find(unit.subjects.begin(), unit.subjects.end(), subject.key) != unit.subjects.end())
            subjects.push_back(&subject);
    Result result;
    const Averager averager(pack, std::move(subjects), std::nullopt, scores);
    const auto average = averager.of(programmes::last_period(pack)).value;
    if (!average) return result;
    result.average = rounded(pack, *average, pack.averaging.decimals);
    result.verdict = verdict_of(*result.average, unit.minimum);
    return result;
}

std::string format_average(const Pack& pack, Hundredths average) {
    const int decimals = pack.averaging.decimals;
    return core::format_decimal(decimals == 0   ? average / 100
                                : decimals == 1 ? average / 10
                                                : average,
                                decimals);
}

std::vector<const Subject*> subjects_without_mark(const Pack& pack, const Scores& scores) {
    std::vector<const Subject*> found;
    for (const Subject& subject : pack.subjects)
        if (lacks_mark(pack, subject, scores)) found.push_back(&subject);
    return found;
}

} // namespace assessment

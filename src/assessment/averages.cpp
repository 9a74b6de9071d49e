// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/averages.hpp"

#include <cassert>

namespace assessment {
namespace {

using core::Ratio;
using programmes::Pack;
using programmes::Period;
using programmes::Subject;

Ratio hundredths(Hundredths value) {
    return {value, 100};
}

} // namespace

Hundredths rounded(const Pack& pack, const Ratio& value, int decimals) {
    const Hundredths units = pack.averaging.rounding == programmes::Rounding::half_up
                                 ? core::round_half_up(value, decimals)
                                 : core::truncate(value, decimals);
    return decimals == 0 ? units * 100 : decimals == 1 ? units * 10 : units;
}

Averager::Averager(const Pack& pack, Subjects subjects, std::optional<Hundredths> divisor,
                   const Scores& scores)
    : m_pack(pack)
    , m_subjects(std::move(subjects))
    , m_divisor(divisor)
    , m_scores(scores) {}

std::optional<Sum> Averager::sum(const Period& period) const {
    const bool only_given = programmes::is_retest(m_pack, period.key);
    Sum sum;
    for (const Subject* subject : m_subjects) {
        const auto found = m_scores.find(Cell{period.key, subject->key});
        const Ratio weight = hundredths(subject->weight);
        sum.all_maxima += hundredths(subject->maximum) * weight;
        if (found == m_scores.end() && only_given) continue;
        if (found == m_scores.end() || found->second.state == Score::State::absent) return std::nullopt;
        if (found->second.state == Score::State::exempt) continue;
        sum.marks += hundredths(found->second.hundredths) * weight;
        sum.weights += weight;
        sum.maxima += hundredths(subject->maximum) * weight;
    }
    return sum;
}

Average Averager::of(const Period& period) const {
    return period.takes_marks() ? of_marks(period) : of_parts(period);
}

Average Averager::of_marks(const Period& period) const {
    const auto sums = sum(period);
    if (!sums) return {};
    if (!sums->counts()) return {true};
    if (!m_divisor) return {true, sums->marks / sums->weights};
    // Who is exempt is divided by less: by the share of the maxima that could be earned.
    return {true, sums->marks / (hundredths(*m_divisor) * (sums->maxima / sums->all_maxima))};
}

Average Averager::of_parts(const Period& period) const {
    Ratio sum;
    Ratio weights;
    for (std::size_t at = 0; at < period.mean_of.size(); ++at) {
        const Period* part = programmes::find_period(m_pack, period.mean_of[at]);
        assert(part != nullptr);
        const Average average = of(*part);
        if (!average.complete) return {};
        if (!average.value) continue;
        const bool exact = m_pack.averaging.parts == programmes::Parts::exact;
        const Ratio value =
            exact ? *average.value : hundredths(rounded(m_pack, *average.value, m_pack.averaging.decimals));
        const Ratio weight = period.weights.empty() ? Ratio{1} : hundredths(period.weights[at]);
        sum += value * weight;
        weights += weight;
    }
    if (weights == Ratio{0}) return {true};
    return {true, sum / weights};
}

} // namespace assessment

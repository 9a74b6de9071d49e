// SPDX-License-Identifier: GPL-3.0-or-later
// What one learner's marks average to under a pack's rules, in exact fractions.
#pragma once

#include "assessment/results.hpp"

namespace assessment {

using Subjects = std::vector<const programmes::Subject*>;

// Of one period that takes marks. A retest asks only for the subjects that were sat.
struct Sum {
    core::Ratio marks;   // mark x weight
    core::Ratio weights; // of the subjects that count
    core::Ratio maxima;  // of the same, x weight
    core::Ratio all_maxima;
    // False where the learner is exempt from every subject.
    bool counts() const { return maxima != core::Ratio{0}; }
};

// `complete` is false while a mark is missing; complete without a value is exempt from all of it.
struct Average {
    bool complete = false;
    std::optional<core::Ratio> value{};
};

// One learner's averages over some of the subjects; what it is made of must outlive it.
class Averager {
  public:
    // Without a divisor the sum is divided by the weights of the subjects that count.
    Averager(const programmes::Pack& pack, Subjects subjects, std::optional<Hundredths> divisor,
             const Scores& scores);

    Average of(const programmes::Period& period) const;
    // Nothing when a mark is missing or the learner was absent. The period takes marks.
    std::optional<Sum> sum(const programmes::Period& period) const;

  private:
    Average of_marks(const programmes::Period& period) const;
    Average of_parts(const programmes::Period& period) const;

    const programmes::Pack& m_pack;
    Subjects m_subjects;
    std::optional<Hundredths> m_divisor;
    const Scores& m_scores;
};

// In hundredths, by the pack's rule, with that many decimals.
Hundredths rounded(const programmes::Pack& pack, const core::Ratio& value, int decimals);

} // namespace assessment

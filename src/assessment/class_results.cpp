// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/class_results.hpp"

namespace assessment {
namespace {

Count& count_of(Distribution& distribution, Verdict verdict) {
    switch (verdict) {
    case Verdict::pass:
        return distribution.pass;
    case Verdict::fail:
        return distribution.fail;
    case Verdict::incomplete:
        break;
    }
    return distribution.incomplete;
}

} // namespace

Distribution distribution_of(const ClassResults& results) {
    Distribution distribution;
    for (const auto& band : results.pack.bands)
        distribution.grades.push_back({band.letter, {}});
    for (const ResultRow& row : results.rows) {
        distribution.learners.add(row.learner.sex);
        count_of(distribution, row.result.verdict).add(row.learner.sex);
        if (row.result.standing != Standing::none)
            distribution.standings[row.result.standing].add(row.learner.sex);
        for (auto& grade : distribution.grades)
            if (grade.letter == row.result.grade) grade.count.add(row.learner.sex);
    }
    return distribution;
}

} // namespace assessment

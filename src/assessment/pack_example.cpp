// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/pack_example.hpp"

#include <algorithm>
#include <array>

namespace assessment {
namespace {

// Every period that takes marks, with the same marks.
Scores scores_of(const programmes::Pack& pack, const ExampleMarks& example) {
    Scores scores;
    for (const programmes::Period& period : pack.periods) {
        if (!period.takes_marks()) continue;
        const bool retest = programmes::is_retest(pack, period.key);
        for (std::size_t at = 0; at < pack.subjects.size(); ++at) {
            const Cell cell{period.key, pack.subjects[at].key};
            if (retest && example.retest)
                scores[cell] = Score::of(std::min(*example.retest, pack.subjects[at].maximum));
            else if (!retest && at < example.marks.size())
                scores[cell] = Score::of(std::min(example.marks[at], pack.subjects[at].maximum));
        }
    }
    return scores;
}

} // namespace

std::vector<ExampleLine> example_of(const programmes::Pack& pack, const ExampleMarks& example) {
    const Scores scores = scores_of(pack, example);
    std::vector<ExampleLine> lines;
    for (const programmes::Period& period : pack.periods)
        lines.push_back({period.name, result_of(pack, period.key, scores, example.absences),
                         average_of(pack, period.key, scores)});
    return lines;
}

std::vector<Hundredths> first_example(const programmes::Pack& pack) {
    constexpr std::array<Hundredths, 4> shares{725, 675, 575, 800}; // of a thousand
    std::vector<Hundredths> marks;
    for (std::size_t at = 0; at < pack.subjects.size(); ++at) {
        const Hundredths mark = pack.subjects[at].maximum * shares[at % shares.size()] / 1000;
        marks.push_back(mark - mark % pack.averaging.mark_step);
    }
    return marks;
}

std::vector<int> ranks_of_a_tie(const programmes::Pack& pack) {
    std::vector<Scores> learners;
    for (const std::int64_t part : {2, 2, 3}) {
        ExampleMarks example;
        for (const programmes::Subject& subject : pack.subjects)
            example.marks.push_back(subject.maximum / part);
        learners.push_back(scores_of(pack, example));
    }
    std::vector<int> ranks;
    for (const Result& result : results_of(pack, final_period(pack), learners))
        ranks.push_back(result.rank.value_or(0));
    return ranks;
}

} // namespace assessment

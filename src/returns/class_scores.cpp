// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/class_scores.hpp"

#include "assessment/score_store.hpp"
#include "returns/return_words.hpp"

#include <fmt/format.h>

namespace returns {
namespace {

const programmes::Period* last_examination(const programmes::Pack& pack) {
    const programmes::Period* last = nullptr;
    for (const programmes::Period& one : pack.periods)
        if (one.takes_marks() && !programmes::is_retest(pack, one.key)) last = &one;
    return last;
}

} // namespace

void ClassScores::add(const storage::Database& database, const RunningClass& one,
                      const programmes::Pack& pack) {
    const programmes::Period* examination = last_examination(pack);
    if (examination == nullptr) return;
    const programmes::Pack rules = programmes::at_level(pack, one.taught.level.value_or(""));
    const auto results = assessment::load_results(database, one.listed.id, examination->key);
    if (!results) return;
    const std::string level = one.taught.level.value_or("");
    for (std::size_t at = 0; at < rules.subjects.size(); ++at) {
        const programmes::Subject& subject = rules.subjects[at];
        for (const assessment::ResultRow& row : results->rows) {
            const auto score = row.scores.find({examination->key, subject.key});
            if (score == row.scores.end() || score->second.state != assessment::Score::State::mark) continue;
            const std::int64_t mark = score->second.hundredths;
            ScoreLine& line = m_lines[fmt::format("{}/{}/{:03}", pack.programme, level, at)];
            line.key = fmt::format("{}/{}/{}", pack.programme, level.empty() ? "none" : level, subject.key);
            line.level = words::level(pack, level);
            line.subject = subject.name;
            const auto sex = row.learner.sex;
            line.scores.at(static_cast<std::size_t>(mark * 10 / subject.maximum)).add(sex);
            line.all.add(sex);
            if (mark * 2 >= subject.maximum) line.pass.add(sex);
        }
    }
}

std::vector<ScoreLine> ClassScores::lines() const {
    std::vector<ScoreLine> all;
    for (const auto& [place, line] : m_lines)
        all.push_back(line);
    return all;
}

} // namespace returns

// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/exams.hpp"

#include "assessment/score_store.hpp"
#include "programmes/pack_store.hpp"

#include <algorithm>

namespace demo {
namespace {

using assessment::Score;

constexpr int quarter_point = 25;
constexpr int spread = 8; // quarter points to either side
constexpr std::uint64_t absences_in_a_thousand = 8;

Score random_score(core::Random& random, const Student& student, programmes::Hundredths maximum) {
    if (random.below(1000) < absences_in_a_thousand) return Score{Score::State::absent};
    const auto aside = static_cast<int>(random.below(2 * spread + 1)) - spread;
    const programmes::Hundredths good_for = student.ability * maximum / 1000;
    const programmes::Hundredths mark = good_for / quarter_point * quarter_point + aside * quarter_point;
    return Score::of(std::clamp<programmes::Hundredths>(mark, 0, maximum));
}

} // namespace

void mark_period(storage::Transaction& tx, const RunningClass& running, const std::string& period) {
    const auto pack = programmes::load_pack(tx.database(), running.taught.pack);
    core::Random& random = tx.database().random();
    for (const Student& student : running.students) {
        if (student.left) continue;
        for (const auto& subject : pack.subjects)
            assessment::write_score(tx, student.enrolment, {period, subject.key},
                                    random_score(random, student, subject.maximum));
    }
    tx.audit("sample.scores", "score", running.taught.uid, R"({"period":")" + period + R"("})");
}

} // namespace demo

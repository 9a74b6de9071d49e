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

// The last subjects are those of the second unit, of which one learner earns only the first.
constexpr std::size_t second_unit_subjects = 4;
constexpr int too_weak = 300;

Score random_score(core::Random& random, int ability, programmes::Hundredths maximum) {
    const auto aside = static_cast<int>(random.below(2 * spread + 1)) - spread;
    const programmes::Hundredths good_for = ability * maximum / 1000;
    const programmes::Hundredths mark = good_for / quarter_point * quarter_point + aside * quarter_point;
    return Score::of(std::clamp<programmes::Hundredths>(mark, 0, maximum));
}

Score score_of(core::Random& random, const Student& student, const programmes::Pack& pack,
               std::size_t subject) {
    const bool last = subject + 1 == pack.subjects.size();
    const bool by_chance = student.fate == Fate::ordinary && random.below(1000) < absences_in_a_thousand;
    if (by_chance || (student.fate == Fate::unexamined && last)) return Score{Score::State::absent};
    const bool second_unit = subject + second_unit_subjects >= pack.subjects.size();
    const int ability = student.fate == Fate::one_unit && second_unit ? too_weak : student.ability;
    return random_score(random, ability, pack.subjects[subject].maximum);
}

} // namespace

void mark_period(storage::Transaction& tx, const RunningClass& running, const std::string& period) {
    const auto pack = programmes::load_pack(tx.database(), running.taught.pack);
    core::Random& random = tx.database().random();
    for (const Student& student : running.students) {
        if (student.left) continue;
        for (std::size_t subject = 0; subject < pack.subjects.size(); ++subject)
            assessment::write_score(tx, student.enrolment, {period, pack.subjects[subject].key},
                                    score_of(random, student, pack, subject));
    }
    tx.audit("sample.scores", "score", running.taught.uid, R"({"period":")" + period + R"("})");
}

} // namespace demo

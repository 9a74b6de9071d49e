// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/score_sitting.hpp"

namespace assessment {
namespace {

// A text read by the rules of its subject, and written.
core::Expected<ScoreChange> write(ScoreWriter& writer, const std::string& period, const TypedMark& mark) {
    const auto* subject = programmes::find_subject(writer.pack(), mark.subject);
    if (subject == nullptr) return core::fail(core::Error{"subject.unknown"}.with("subject", mark.subject));
    const auto score = read_score(mark.text, subject->maximum, writer.pack().averaging.mark_step);
    if (!score) return core::fail(score.error());
    return writer.set(mark.enrolment, {period, mark.subject}, *score);
}

bool blank(const std::string& text) {
    const auto score = read_score(text, 0);
    return score && !*score;
}

} // namespace

void ScoreSitting::remember(std::vector<ScoreChange> changes) {
    std::erase_if(changes, [](const ScoreChange& one) { return one.was == one.is; });
    if (!changes.empty()) m_done.push_back(std::move(changes));
}

core::Expected<void> ScoreSitting::type(storage::Database& database, const storage::Actor& actor,
                                        const TypedMark& mark) {
    storage::Transaction tx(database, actor);
    ScoreWriter writer(tx, m_class);
    const auto done = write(writer, m_period, mark);
    if (!done) return core::fail(done.error());
    tx.commit();
    remember({*done});
    return {};
}

Pasted ScoreSitting::paste(storage::Database& database, const storage::Actor& actor,
                           std::span<const TypedMark> marks) {
    storage::Transaction tx(database, actor);
    ScoreWriter writer(tx, m_class);
    Pasted pasted;
    std::vector<ScoreChange> changes;
    for (const TypedMark& mark : marks) {
        if (blank(mark.text)) continue;
        const auto done = write(writer, m_period, mark);
        if (!done)
            pasted.refused.push_back({mark, done.error()});
        else if (done->was != done->is)
            changes.push_back(*done);
    }
    tx.commit();
    pasted.written = static_cast<int>(changes.size());
    remember(std::move(changes));
    return pasted;
}

core::Expected<int> ScoreSitting::exempt_rest(storage::Database& database, const storage::Actor& actor) {
    const auto before = load_class_scores(database, m_class);
    storage::Transaction tx(database, actor);
    const auto cells = assessment::exempt_rest(tx, m_class, m_period);
    if (!cells) return cells;
    std::vector<ScoreChange> changes;
    for (const auto& [enrolment, scores] : load_class_scores(database, m_class))
        for (const auto& [cell, score] : scores) {
            const auto was = before.find(enrolment);
            if (was == before.end() || !was->second.contains(cell))
                changes.push_back({enrolment, cell, std::nullopt, score});
        }
    tx.commit();
    remember(std::move(changes));
    return cells;
}

core::Expected<int> ScoreSitting::take_back(storage::Database& database, const storage::Actor& actor) {
    if (m_done.empty()) return 0;
    const std::vector<ScoreChange> step = std::move(m_done.back());
    m_done.pop_back();
    storage::Transaction tx(database, actor);
    ScoreWriter writer(tx, m_class);
    for (auto change = step.rbegin(); change != step.rend(); ++change)
        if (const auto done = writer.take_back(*change); !done) return core::fail(done.error());
    tx.commit();
    return static_cast<int>(step.size());
}

} // namespace assessment

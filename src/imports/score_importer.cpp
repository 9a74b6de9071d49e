// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/score_importer.hpp"

#include "assessment/score_days.hpp"
#include "classes/class_store.hpp"

namespace imports {

ScoreImporter::ScoreImporter(const storage::Database& database, const Vocabulary& vocabulary,
                             const FoundSheet& found, classes::ClassId class_id, programmes::Pack pack,
                             std::string period)
    : m_database(database)
    , m_vocabulary(vocabulary)
    , m_layout(found.layout)
    , m_pack(std::move(pack))
    , m_period(std::move(period))
    , m_roster(database, class_id, found) {
    const auto taught = classes::load_class(database, class_id);
    if (auto free = assessment::check_marks_open(office::ShutDays(database), taught, m_period); !free)
        m_shut = free.error();
}

RowOutcome ScoreImporter::judge(RowCells& cells) {
    const classes::ClassLearner* learner = m_roster.match(cells, m_vocabulary);
    Planned planned;
    ScoreFacts facts;
    read_scores(cells, planned, facts);
    RowOutcome outcome = cells.outcome();
    outcome.name = cells.text(Field::name_km).empty() ? cells.text(Field::name) : cells.text(Field::name_km);
    if (learner != nullptr && outcome.verdict != Verdict::refuse) m_roster.meet(*learner, outcome.row);
    if (learner != nullptr && outcome.verdict != Verdict::refuse) {
        planned.enrolment = learner->enrolment.id;
        outcome.known = static_cast<std::int64_t>(learner->enrolment.learner);
        facts.learner = outcome.known;
        // With no cell that can be read there is nothing to compare: the findings say so.
        const bool accepted = outcome.verdict == Verdict::accept;
        if (accepted && (!planned.scores.empty() || facts.cells.empty())) compare(planned, outcome);
    }
    if (outcome.reason.code.empty() && !facts.cells.empty()) outcome.reason = facts.cells.front();
    outcome.scores = std::move(facts);
    m_planned.push_back(std::move(planned));
    return outcome;
}

// A bad cell is refused, not its row.
void ScoreImporter::read_scores(RowCells& cells, Planned& planned, ScoreFacts& facts) const {
    for (const Column& column : m_layout.columns) {
        if (column.field != Field::subject) continue;
        const programmes::Subject& subject = m_pack.subjects[column.index];
        const auto refuse_cell = [&](core::Error error) {
            error.place.cell = cells.name_of(column.column);
            facts.cells.push_back(std::move(error));
        };
        if (cells.is_formula(column.column)) {
            refuse_cell(core::Error{"cell.formula"});
            continue;
        }
        const auto score =
            assessment::read_score(cells.text(column.column), subject.maximum, m_pack.averaging.mark_step);
        if (!score) {
            refuse_cell(score.error());
            continue;
        }
        if (!*score) continue;
        planned.scores.push_back({{m_period, subject.key}, **score});
        if ((*score)->state == assessment::Score::State::mark)
            facts.marks.emplace_back(subject.name.km, assessment::format_score(**score));
        else
            facts.absent.push_back(subject.name.km);
    }
}

void ScoreImporter::compare(const Planned& planned, RowOutcome& outcome) const {
    const assessment::Scores known = assessment::load_scores(m_database, planned.enrolment.value());
    bool anything_new = false;
    for (const auto& [cell, score] : planned.scores) {
        const auto before = known.find(cell);
        if (before == known.end())
            anything_new = true;
        else if (before->second != score)
            outcome.changes.push_back(
                {cell.subject, assessment::format_score(before->second), assessment::format_score(score)});
    }
    if (m_shut && (anything_new || !outcome.changes.empty())) {
        outcome.verdict = Verdict::refuse;
        outcome.reason = *m_shut;
        outcome.changes.clear();
    } else if (!outcome.changes.empty())
        outcome.verdict = Verdict::update;
    else if (!anything_new)
        outcome.verdict = Verdict::same;
}

std::vector<core::Error> ScoreImporter::findings() const {
    std::vector<core::Error> findings = m_roster.rows_removed();
    const core::Day today = m_database.clock().today();
    for (core::Error& finding : m_roster.joined_since(today, today))
        findings.push_back(std::move(finding));
    return findings;
}

core::Expected<void> ScoreImporter::write(storage::Transaction& tx, std::size_t nth) {
    const Planned& planned = m_planned[nth];
    for (const auto& [cell, score] : planned.scores)
        assessment::write_score(tx, planned.enrolment.value(), cell, score);
    return {};
}

} // namespace imports

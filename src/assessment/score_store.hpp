// SPDX-License-Identifier: GPL-3.0-or-later
// Scores in the office file: typed one by one, imported in bulk, and read back as the results of a class.
#pragma once

#include "assessment/class_results.hpp"
#include "assessment/lock_store.hpp"
#include "assessment/score_days.hpp"
#include "classes/class.hpp"
#include "storage/transaction.hpp"

namespace assessment {

// One cell that was written: what stood there and what stands there now.
struct ScoreChange {
    classes::EnrolmentId enrolment{};
    Cell cell;
    std::optional<Score> was{};
    std::optional<Score> is{};
};

// Marks of one class written together: its rules and locks are read once. Each changed cell is audited. The
// transaction must outlive it, and nobody else writes in the class meanwhile.
class ScoreWriter {
  public:
    // The class must exist.
    ScoreWriter(storage::Transaction& tx, classes::ClassId in);

    // Writes one cell of an enrolment in the class; nothing takes the score back. Errors: class.not-open
    // {class, status}, period.unknown {period}, period.computed {period} where the pack works it out from
    // others, period.locked {period, name}, or {period, by} where an
    // accepted return shut its days, subject.unknown {subject}, mark.over-maximum {text, maximum},
    // mark.step {text, step}, retest.not-open {name} for a learner who may not sit it.
    core::Expected<ScoreChange> set(classes::EnrolmentId enrolment, const Cell& cell,
                                    const std::optional<Score>& score);

    // After the class was closed or the period locked: the reason stays in the audit beside what the score
    // was. Errors as set but score.not-locked where the mark can simply be typed, class.issued, and
    // score.no-reason.
    core::Expected<ScoreChange> correct(classes::EnrolmentId enrolment, const Cell& cell,
                                        const std::optional<Score>& score, const std::string& reason);

    // Writes what stood there before. Errors as set; score.changed-since {subject} when the cell is no longer
    // as the change left it.
    core::Expected<ScoreChange> take_back(const ScoreChange& change);

    const programmes::Pack& pack() const { return m_pack; }

  private:
    core::Expected<void> check(classes::EnrolmentId enrolment, const Cell& cell,
                               const std::optional<Score>& score) const;
    ScoreChange change(classes::EnrolmentId enrolment, const Cell& cell, const std::optional<Score>& score,
                       std::string_view verb, const std::string& reason);

    storage::Transaction& m_tx;
    classes::Class m_class;
    programmes::Pack m_pack;
    std::vector<PeriodLock> m_locks;
    office::ShutDays m_shut;
};

// One cell of one enrolment. Errors as ScoreWriter::set.
core::Expected<void> set_score(storage::Transaction& tx, classes::EnrolmentId enrolment, const Cell& cell,
                               const std::optional<Score>& score);

// Errors as ScoreWriter::correct.
core::Expected<void> correct_score(storage::Transaction& tx, classes::EnrolmentId enrolment, const Cell& cell,
                                   const std::optional<Score>& score, const std::string& reason);

// The class did not examine the period, or the rest of it: every empty cell of everyone still in it becomes
// exempt, so that the period leaves the mean. How many cells. Errors as ScoreWriter::set.
core::Expected<int> exempt_rest(storage::Transaction& tx, classes::ClassId class_id, std::string_view period);

// For imports and samples, which check the class and audit their work as a whole.
void write_score(storage::Transaction& tx, classes::EnrolmentId enrolment, const Cell& cell,
                 const Score& score);

// Every period's scores of one enrolment.
Scores load_scores(const storage::Database& database, classes::EnrolmentId enrolment);
// The same of everyone who is or was in the class; who has none is not in it.
std::map<classes::EnrolmentId, Scores> load_class_scores(const storage::Database& database,
                                                         classes::ClassId class_id);

// The class must exist; its pack is that of its level. Its rows are the learners who are in it to its end, in
// the order of names. `period` is a key of the class's pack; empty is the last one, which gives the
// programme's result. Errors: period.unknown {period}.
core::Expected<ClassResults> load_results(const storage::Database& database, classes::ClassId class_id,
                                          std::string_view period = {});

// The same marks under other rules: what a changed pack would make of the class.
ClassResults results_under(const storage::Database& database, classes::ClassId class_id,
                           const programmes::Pack& pack, const std::string& period);

} // namespace assessment

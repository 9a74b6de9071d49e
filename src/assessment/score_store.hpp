// SPDX-License-Identifier: GPL-3.0-or-later
// Scores in the office file: typed one by one, imported in bulk, and read back as the results of a class.
#pragma once

#include "assessment/class_results.hpp"
#include "classes/class.hpp"
#include "storage/transaction.hpp"

namespace assessment {

// Writes one cell; nothing takes the score back. Errors: class.not-open {class, status}, period.unknown
// {period}, period.computed {period} where the pack works it out from others, subject.unknown {subject},
// mark.over-maximum {text, maximum}.
core::Expected<void> set_score(storage::Transaction& tx, classes::EnrolmentId enrolment, const Cell& cell,
                               const std::optional<Score>& score);

// After the class was closed: the reason stays in the audit beside what the score was. Errors as set_score
// but class.open and class.issued in place of class.not-open, and score.no-reason.
core::Expected<void> correct_score(storage::Transaction& tx, classes::EnrolmentId enrolment, const Cell& cell,
                                   const std::optional<Score>& score, const std::string& reason);

// For imports and samples, which check the class and audit their work as a whole.
void write_score(storage::Transaction& tx, classes::EnrolmentId enrolment, const Cell& cell,
                 const Score& score);

// Every period's scores of one enrolment.
Scores load_scores(const storage::Database& database, classes::EnrolmentId enrolment);
// The same of everyone who is or was in the class; who has none is not in it.
std::map<classes::EnrolmentId, Scores> load_class_scores(const storage::Database& database,
                                                         classes::ClassId class_id);

// The class must exist. Its rows are the learners who are in it to its end, in the order of names. `period`
// is a key of the class's pack; empty is the last one, which gives the programme's result. Errors:
// period.unknown {period}.
core::Expected<ClassResults> load_results(const storage::Database& database, classes::ClassId class_id,
                                          std::string_view period = {});

} // namespace assessment

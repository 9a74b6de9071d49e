// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/score_store.hpp"

#include "classes/class_store.hpp"
#include "classes/enrolment_store.hpp"
#include "core/numerals.hpp"
#include "programmes/pack_store.hpp"
#include "storage/change.hpp"

#include <algorithm>

namespace assessment {
namespace {

constexpr std::string_view upsert_score = R"sql(
INSERT INTO score (enrolment_id, period, subject, state, hundredths)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (enrolment_id, period, subject) DO UPDATE SET state = excluded.state, hundredths = excluded.hundredths)sql";

constexpr std::string_view delete_score = R"sql(
DELETE FROM score WHERE enrolment_id = ?1 AND period = ?2 AND subject = ?3)sql";

constexpr std::string_view select_score = R"sql(
SELECT state, hundredths FROM score WHERE enrolment_id = ?1 AND period = ?2 AND subject = ?3)sql";

constexpr std::string_view select_enrolment_scores = R"sql(
SELECT period, subject, state, hundredths FROM score WHERE enrolment_id = ?1)sql";

constexpr std::string_view select_class_scores = R"sql(
SELECT s.period, s.subject, s.state, s.hundredths, s.enrolment_id
FROM enrolment e JOIN score s ON s.enrolment_id = e.id
WHERE e.class_id = ?1)sql";

Score read_score_columns(const storage::Statement& row, int state_column) {
    const auto state = state_from_text(row.get<std::string_view>(state_column));
    if (!state) throw core::WorldFailure{{"file.damaged"}};
    return {*state, row.get<std::optional<Hundredths>>(state_column + 1).value_or(0)};
}

void read_cell(const storage::Statement& row, Scores& scores) {
    scores.insert_or_assign({row.get<std::string>(0), row.get<std::string>(1)}, read_score_columns(row, 2));
}

std::optional<Score> find_score(const storage::Database& database, classes::EnrolmentId enrolment,
                                const Cell& cell) {
    auto row = database.query(select_score, enrolment, cell.period, cell.subject);
    if (!row.step()) return std::nullopt;
    return read_score_columns(row, 0);
}

core::Error class_error(const char* code, const classes::Class& taught) {
    return core::Error{code}
        .with("class", taught.name_km)
        .with("status", std::string{classes::to_text(taught.status)});
}

// A cell of the pack that takes this score, or why not.
core::Expected<void> check_cell(const programmes::Pack& pack, const Cell& cell,
                                const std::optional<Score>& score) {
    const auto* period = programmes::find_period(pack, cell.period);
    if (period == nullptr) return core::fail(core::Error{"period.unknown"}.with("period", cell.period));
    if (!period->takes_marks()) return core::fail(core::Error{"period.computed"}.with("period", cell.period));
    const auto* subject = programmes::find_subject(pack, cell.subject);
    if (subject == nullptr) return core::fail(core::Error{"subject.unknown"}.with("subject", cell.subject));
    if (score && score->hundredths > subject->maximum)
        return core::fail(core::Error{"mark.over-maximum"}
                              .with("text", core::format_hundredths(score->hundredths))
                              .with("maximum", core::format_hundredths(subject->maximum)));
    return {};
}

std::optional<std::string> change_text(const std::optional<Score>& score) {
    if (!score) return std::nullopt;
    return score->state == Score::State::mark ? core::format_hundredths(score->hundredths)
                                              : std::string{to_text(score->state)};
}

// Writes and audits one cell under `verb`; the reason of a correction stands beside.
void change_score(storage::Transaction& tx, const classes::Enrolment& enrolment, const Cell& cell,
                  const std::optional<Score>& score, std::string_view verb, const std::string& reason) {
    const auto was = find_score(tx.database(), enrolment.id, cell);
    if (was == score) return;
    if (score)
        write_score(tx, enrolment.id, cell, *score);
    else
        tx.run(delete_score, enrolment.id, cell.period, cell.subject);
    std::vector<storage::FieldChange> change = {
        {cell.period + "/" + cell.subject, change_text(was), change_text(score)}};
    if (!reason.empty()) change.push_back({"reason", std::nullopt, reason});
    tx.audit(verb, "score", enrolment.uid, storage::change_json(change));
}

} // namespace

core::Expected<void> set_score(storage::Transaction& tx, classes::EnrolmentId enrolment_id, const Cell& cell,
                               const std::optional<Score>& score) {
    const auto enrolment = classes::load_enrolment(tx.database(), enrolment_id);
    const auto taught = classes::load_class(tx.database(), enrolment.in);
    if (taught.status != classes::Status::open) return core::fail(class_error("class.not-open", taught));
    const auto checked = check_cell(programmes::load_pack(tx.database(), taught.pack), cell, score);
    if (checked) change_score(tx, enrolment, cell, score, "score.set", {});
    return checked;
}

core::Expected<void> correct_score(storage::Transaction& tx, classes::EnrolmentId enrolment_id,
                                   const Cell& cell, const std::optional<Score>& score,
                                   const std::string& reason) {
    const auto enrolment = classes::load_enrolment(tx.database(), enrolment_id);
    const auto taught = classes::load_class(tx.database(), enrolment.in);
    if (taught.status == classes::Status::open) return core::fail(class_error("class.open", taught));
    if (taught.status == classes::Status::issued) return core::fail(class_error("class.issued", taught));
    if (reason.empty()) return core::fail(core::Error{"score.no-reason"});
    const auto checked = check_cell(programmes::load_pack(tx.database(), taught.pack), cell, score);
    if (checked) change_score(tx, enrolment, cell, score, "score.correct", reason);
    return checked;
}

void write_score(storage::Transaction& tx, classes::EnrolmentId enrolment, const Cell& cell,
                 const Score& score) {
    const auto hundredths =
        score.state == Score::State::mark ? std::optional{score.hundredths} : std::nullopt;
    tx.run(upsert_score, enrolment, cell.period, cell.subject, to_text(score.state), hundredths);
}

Scores load_scores(const storage::Database& database, classes::EnrolmentId enrolment) {
    Scores scores;
    auto row = database.query(select_enrolment_scores, enrolment);
    while (row.step())
        read_cell(row, scores);
    return scores;
}

std::map<classes::EnrolmentId, Scores> load_class_scores(const storage::Database& database,
                                                         classes::ClassId class_id) {
    std::map<classes::EnrolmentId, Scores> scores;
    auto row = database.query(select_class_scores, class_id);
    while (row.step())
        read_cell(row, scores[row.get<classes::EnrolmentId>(4)]);
    return scores;
}

core::Expected<ClassResults> load_results(const storage::Database& database, classes::ClassId class_id,
                                          std::string_view period) {
    ClassResults results;
    results.pack = programmes::load_pack(database, classes::load_class(database, class_id).pack);
    results.period = period.empty() ? final_period(results.pack) : std::string{period};
    if (programmes::find_period(results.pack, results.period) == nullptr)
        return core::fail(core::Error{"period.unknown"}.with("period", results.period));
    std::map<classes::EnrolmentId, Scores> scores = load_class_scores(database, class_id);
    // Whoever left before the end has no result.
    for (classes::ClassLearner& learner : classes::enrolments_in(database, class_id))
        if (learner.enrolment.open()) {
            const auto id = learner.enrolment.id;
            results.rows.push_back({std::move(learner), std::move(scores[id]), {}});
        }
    std::vector<Scores> all;
    for (const ResultRow& row : results.rows)
        all.push_back(row.scores);
    const std::vector<Result> worked_out = results_of(results.pack, results.period, all);
    for (std::size_t at = 0; at < worked_out.size(); ++at)
        results.rows[at].result = worked_out[at];
    return results;
}

} // namespace assessment

// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/score_store.hpp"

#include "assessment/absences.hpp"
#include "classes/class_store.hpp"
#include "classes/enrolment_store.hpp"
#include "core/numerals.hpp"
#include "programmes/pack_store.hpp"
#include "storage/change.hpp"

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

std::optional<std::string> change_text(const std::optional<Score>& score) {
    if (!score) return std::nullopt;
    return score->state == Score::State::mark ? core::format_hundredths(score->hundredths)
                                              : std::string{to_text(score->state)};
}

classes::ClassId class_of(const storage::Database& database, classes::EnrolmentId enrolment) {
    return classes::load_enrolment(database, enrolment).in;
}

} // namespace

ScoreWriter::ScoreWriter(storage::Transaction& tx, classes::ClassId in)
    : m_tx(tx)
    , m_class(classes::load_class(tx.database(), in))
    , m_pack(classes::load_rules(tx.database(), m_class))
    , m_locks(load_locks(tx.database(), in))
    , m_shut(tx.database()) {}

// A cell of the pack that takes this score, or why not.
core::Expected<void> ScoreWriter::check(classes::EnrolmentId enrolment, const Cell& cell,
                                        const std::optional<Score>& score) const {
    const auto* period = programmes::find_period(m_pack, cell.period);
    if (period == nullptr) return core::fail(core::Error{"period.unknown"}.with("period", cell.period));
    if (!period->takes_marks()) return core::fail(core::Error{"period.computed"}.with("period", cell.period));
    if (auto free = check_marks_open(m_shut, m_class, cell.period); !free) return free;
    const auto* subject = programmes::find_subject(m_pack, cell.subject);
    if (subject == nullptr) return core::fail(core::Error{"subject.unknown"}.with("subject", cell.subject));
    if (!score) return {};
    const std::string text = core::format_hundredths(score->hundredths);
    if (score->hundredths > subject->maximum)
        return core::fail(core::Error{"mark.over-maximum"}
                              .with("text", text)
                              .with("maximum", core::format_hundredths(subject->maximum)));
    const Hundredths step = m_pack.averaging.mark_step;
    if (!on_step(*score, step))
        return core::fail(
            core::Error{"mark.step"}.with("text", text).with("step", core::format_hundredths(step)));
    if (programmes::is_retest(m_pack, cell.period) &&
        !may_sit_retest(m_pack, load_scores(m_tx.database(), enrolment),
                        load_absences(m_tx.database(), m_pack, enrolment)))
        return core::fail(core::Error{"retest.not-open"}.with("name", period->name.km));
    return {};
}

ScoreChange ScoreWriter::change(classes::EnrolmentId enrolment, const Cell& cell,
                                const std::optional<Score>& score, std::string_view verb,
                                const std::string& reason) {
    const auto was = find_score(m_tx.database(), enrolment, cell);
    ScoreChange done{enrolment, cell, was, score};
    if (was == score) return done;
    if (score)
        write_score(m_tx, enrolment, cell, *score);
    else
        m_tx.run(delete_score, enrolment, cell.period, cell.subject);
    std::vector<storage::FieldChange> change = {
        {cell.period + "/" + cell.subject, change_text(was), change_text(score)}};
    if (!reason.empty()) change.push_back({"reason", std::nullopt, reason});
    m_tx.audit(verb, "score", classes::load_enrolment(m_tx.database(), enrolment).uid,
               storage::change_json(change));
    return done;
}

core::Expected<ScoreChange> ScoreWriter::set(classes::EnrolmentId enrolment, const Cell& cell,
                                             const std::optional<Score>& score) {
    if (m_class.status != classes::Status::open)
        return core::fail(core::Error{"class.not-open"}
                              .with("class", m_class.name_km)
                              .with("status", std::string{classes::to_text(m_class.status)}));
    if (const auto checked = check(enrolment, cell, score); !checked) return core::fail(checked.error());
    if (lock_on(m_pack, m_locks, cell.period) != nullptr)
        return core::fail(core::Error{"period.locked"}
                              .with("period", cell.period)
                              .with("name", programmes::find_period(m_pack, cell.period)->name.km));
    return change(enrolment, cell, score, "score.set", {});
}

core::Expected<ScoreChange> ScoreWriter::correct(classes::EnrolmentId enrolment, const Cell& cell,
                                                 const std::optional<Score>& score,
                                                 const std::string& reason) {
    if (m_class.status == classes::Status::open && lock_on(m_pack, m_locks, cell.period) == nullptr)
        return core::fail(core::Error{"score.not-locked"});
    if (m_class.status == classes::Status::issued)
        return core::fail(core::Error{"class.issued"}
                              .with("class", m_class.name_km)
                              .with("status", std::string{classes::to_text(m_class.status)}));
    if (reason.empty()) return core::fail(core::Error{"score.no-reason"});
    if (const auto checked = check(enrolment, cell, score); !checked) return core::fail(checked.error());
    return change(enrolment, cell, score, "score.correct", reason);
}

core::Expected<ScoreChange> ScoreWriter::take_back(const ScoreChange& done) {
    if (find_score(m_tx.database(), done.enrolment, done.cell) != done.is)
        return core::fail(core::Error{"score.changed-since"}.with("subject", done.cell.subject));
    return set(done.enrolment, done.cell, done.was);
}

core::Expected<void> set_score(storage::Transaction& tx, classes::EnrolmentId enrolment, const Cell& cell,
                               const std::optional<Score>& score) {
    ScoreWriter writer(tx, class_of(tx.database(), enrolment));
    return writer.set(enrolment, cell, score).map([](const ScoreChange&) {});
}

core::Expected<void> correct_score(storage::Transaction& tx, classes::EnrolmentId enrolment, const Cell& cell,
                                   const std::optional<Score>& score, const std::string& reason) {
    ScoreWriter writer(tx, class_of(tx.database(), enrolment));
    return writer.correct(enrolment, cell, score, reason).map([](const ScoreChange&) {});
}

core::Expected<int> exempt_rest(storage::Transaction& tx, classes::ClassId class_id,
                                std::string_view period) {
    ScoreWriter writer(tx, class_id);
    const auto results = load_results(tx.database(), class_id, period);
    if (!results) return core::fail(results.error());
    int cells = 0;
    for (const ResultRow& row : results->rows)
        for (const programmes::Subject& subject : writer.pack().subjects) {
            const Cell cell{std::string{period}, subject.key};
            if (row.scores.contains(cell)) continue;
            const auto written = writer.set(row.learner.enrolment.id, cell, Score{Score::State::exempt});
            if (!written) return core::fail(written.error());
            ++cells;
        }
    return cells;
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

ClassResults results_under(const storage::Database& database, classes::ClassId class_id,
                           const programmes::Pack& pack, const std::string& period) {
    ClassResults results{pack, period, {}};
    std::map<classes::EnrolmentId, Scores> scores = load_class_scores(database, class_id);
    const auto absences = load_class_absences(database, pack, class_id);
    std::vector<Scores> all;
    std::vector<Absences> absent;
    // Whoever left before the end has no result.
    for (classes::ClassLearner& learner : classes::enrolments_in(database, class_id))
        if (learner.enrolment.open()) {
            const auto id = learner.enrolment.id;
            const auto found = absences.find(id);
            absent.push_back(found == absences.end() ? Absences{} : found->second);
            results.rows.push_back({std::move(learner), std::move(scores[id]), {}});
            all.push_back(results.rows.back().scores);
        }
    const std::vector<Result> worked_out = results_of(results.pack, results.period, all, absent);
    for (std::size_t at = 0; at < worked_out.size(); ++at)
        results.rows[at].result = worked_out[at];
    return results;
}

core::Expected<ClassResults> load_results(const storage::Database& database, classes::ClassId class_id,
                                          std::string_view period) {
    const programmes::Pack pack = classes::load_rules(database, classes::load_class(database, class_id));
    const std::string key = period.empty() ? final_period(pack) : std::string{period};
    if (programmes::find_period(pack, key) == nullptr)
        return core::fail(core::Error{"period.unknown"}.with("period", key));
    return results_under(database, class_id, pack, key);
}

} // namespace assessment

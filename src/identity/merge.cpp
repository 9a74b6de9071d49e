// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/merge.hpp"

#include "classes/enrolment_store.hpp"
#include "identity/dependants.hpp"
#include "identity/transfer_store.hpp"
#include "learners/learner_store.hpp"
#include "learners/merging.hpp"
#include "office/digest.hpp"
#include "office/period_lock.hpp"
#include "storage/changeset.hpp"
#include "units/merging.hpp"

#include <algorithm>
#include <map>

namespace identity {
namespace {

using learners::Learner;
using learners::LearnerId;

constexpr std::string_view insert_merge = R"sql(
INSERT INTO learner_merge (uid, kept_uid, gone_uid, kept_number, gone_number, gone_name_km, gone_name, actor, merged_at,
                           changeset)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10))sql";

constexpr std::string_view select_merges = R"sql(
SELECT m.id, m.kept_number, m.gone_number, m.gone_name_km, m.gone_name, m.actor, m.merged_at, m.undone_at,
       coalesce(l.id, a.learner_id)
FROM learner_merge m
LEFT JOIN learner l ON l.uid = m.kept_uid
LEFT JOIN learner_alias a ON a.uid = m.kept_uid
ORDER BY m.id DESC)sql";

// All but what only grows: the audit chain and the histories of merges and imports.
constexpr std::string_view select_tables = R"sql(
SELECT name FROM sqlite_schema
WHERE type = 'table' AND name NOT LIKE 'sqlite%'
    AND name NOT IN ('audit', 'audit_change', 'learner_merge', 'import', 'import_row', 'certificate_event')
ORDER BY name)sql";

class Recording {
  public:
    explicit Recording(storage::Transaction& tx)
        : m_names(table_names(tx.database()))
        , m_recorder(tx, std::vector<std::string_view>(m_names.begin(), m_names.end())) {}
    storage::Blob finish() { return m_recorder.finish(); }

  private:
    static std::vector<std::string> table_names(const storage::Database& database) {
        std::vector<std::string> names;
        storage::Statement row = database.query(select_tables);
        while (row.step())
            names.push_back(row.get<std::string>(0));
        return names;
    }

    std::vector<std::string> m_names;
    storage::ChangeRecorder m_recorder;
};

core::Error unknown(LearnerId id) {
    return core::Error{"learner.unknown"}.with("text", std::to_string(static_cast<std::int64_t>(id)));
}

core::Expected<void> check_choice(const MergeChoice& choice) {
    for (const std::string& key : choice.from_gone.value_or(FieldChoice{}))
        if (key != photo_key && find_merge_field(key) == nullptr)
            return core::fail(core::Error{"merge.field-unknown"}.with("text", key));
    return {};
}

// Joining one pair of enrolments must not make it overlap a third.
core::Expected<void> check_tangled(const std::vector<SharedClass>& shared) {
    for (std::size_t i = 0; i < shared.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (shared[i].in == shared[j].in)
                return core::fail(core::Error{"merge.class-tangled"}.with("class", shared[i].name_km));
    return {};
}

// Two who were counted in days that are shut are counted there as one person from now on, or as two again.
core::Expected<void> check_shut_days(const storage::Database& database, LearnerId one, LearnerId other) {
    const office::ShutDays shut(database);
    if (shut.none()) return {};
    const auto counted_in = [&](LearnerId who) {
        std::map<std::string, core::Error> periods;
        for (const classes::LearnerClass& of : classes::enrolments_of(database, who))
            for (const office::PeriodLock& lock : shut.locks()) {
                const core::Day last = of.enrolment.last_day.value_or(lock.last_day);
                if (of.enrolment.first_day <= lock.last_day && lock.first_day <= last)
                    periods.emplace(lock.period, office::locked(lock));
            }
        return periods;
    };
    const auto of_one = counted_in(one);
    const auto of_other = counted_in(other);
    for (const auto& [period, error] : of_one)
        if (of_other.contains(period)) return core::fail(error);
    return {};
}

core::Expected<void> move_enrolments(storage::Transaction& tx, LearnerId kept, LearnerId gone,
                                     const RegisterChoice& registers) {
    const auto shared = shared_classes(tx.database(), kept, gone);
    if (auto checked = check_tangled(shared); !checked) return checked;
    for (const SharedClass& one : shared)
        if (auto joined = join_class(tx, one, registers); !joined) return joined;
    return classes::repoint(tx, gone, kept);
}

} // namespace

core::Expected<Merged> merge(storage::Transaction& tx, LearnerId kept_id, LearnerId gone_id,
                             const MergeChoice& choice) {
    const auto kept = learners::find_learner(tx.database(), kept_id);
    if (!kept) return core::fail(unknown(kept_id));
    const auto gone = learners::find_learner(tx.database(), gone_id);
    if (!gone) return core::fail(unknown(gone_id));
    if (kept_id == gone_id) return core::fail(core::Error{"merge.same-record"}.with("number", kept->number));
    if (auto checked = check_choice(choice); !checked) return core::fail(checked.error());
    if (auto open = check_shut_days(tx.database(), kept_id, gone_id); !open) return core::fail(open.error());

    Recording recording(tx);
    if (auto moved = move_enrolments(tx, kept_id, gone_id, choice.registers); !moved)
        return core::fail(moved.error());
    const FieldChoice from_gone = choice.from_gone ? *choice.from_gone : default_choice(*kept, *gone);
    auto changes = learners::update_in_bulk(tx, joined(*kept, *gone, from_gone));
    if (!changes) return core::fail(changes.error());
    if (from_gone.contains(photo_key)) learners::take_photo(tx, gone_id, kept_id);
    learners::repoint(tx, gone_id, kept_id);
    repoint_past(tx, gone_id, kept_id);
    units::repoint(tx, gone_id, kept_id);
    learners::merge_away(tx, gone_id, kept_id);
    const storage::Blob changeset = recording.finish();

    const core::Uid uid = tx.new_uid();
    Merged merged;
    merged.id = tx.insert<MergeId>(insert_merge, uid, kept->uid, gone->uid, kept->number, gone->number,
                                   gone->name_km, gone->name, tx.actor().name, tx.now(), changeset);
    merged.changes = *std::move(changes);
    std::vector<storage::FieldChange> told = {
        {"number", gone->number, kept->number},
        {"changeset", std::nullopt, office::to_text(office::digest(std::span{changeset}))}};
    told.insert(told.end(), merged.changes.begin(), merged.changes.end());
    tx.audit("identity.merge", "learner_merge", uid, storage::change_json(told));
    return merged;
}

std::vector<MergeSummary> list_merges(const storage::Database& database) {
    std::vector<MergeSummary> list;
    storage::Statement row = database.query(select_merges);
    while (row.step()) {
        MergeSummary& one = list.emplace_back();
        one.id = row.get<MergeId>(0);
        one.kept_number = row.get<std::string>(1);
        one.gone_number = row.get<std::string>(2);
        one.gone_name_km = row.get<std::string>(3);
        one.gone_name = row.get<std::string>(4);
        one.actor = row.get<std::string>(5);
        one.at = row.get<core::Moment>(6);
        one.undone_at = row.get<std::optional<core::Moment>>(7);
        one.kept = row.get<std::optional<LearnerId>>(8);
    }
    return list;
}

namespace {

std::pair<std::optional<LearnerId>, std::optional<LearnerId>> two_again(const storage::Database& database,
                                                                        MergeId id) {
    const auto find = [&](std::string_view sql) { return database.value<LearnerId>(sql, id); };
    return {find("SELECT l.id FROM learner_merge m JOIN learner l ON l.uid = m.kept_uid WHERE m.id = ?1"),
            find("SELECT l.id FROM learner_merge m JOIN learner l ON l.uid = m.gone_uid WHERE m.id = ?1")};
}

} // namespace

core::Expected<void> undo_merge(storage::Transaction& tx, MergeId id) {
    const storage::Database& database = tx.database();
    const auto number = std::to_string(static_cast<std::int64_t>(id));
    const auto uid = database.value<core::Uid>("SELECT uid FROM learner_merge WHERE id = ?1", id);
    if (!uid) return core::fail(core::Error{"merge.unknown"}.with("merge", number));
    if (database.value<std::string>("SELECT undone_at FROM learner_merge WHERE id = ?1", id))
        return core::fail(core::Error{"merge.undone-already"}.with("merge", number));
    const auto changeset =
        database.value<storage::Blob>("SELECT changeset FROM learner_merge WHERE id = ?1", id).value();
    if (auto later = later_work(database, id, changeset); !later.empty())
        return core::fail(depended_on(later));
    // Named before anything is undone: a conflict's row is looked up as it stands now.
    const auto conflicts = storage::undo_changes(tx, changeset);
    if (!conflicts.empty()) return core::fail(depended_on(describe(database, conflicts)));
    const auto [kept, gone] = two_again(database, id);
    if (kept && gone)
        if (auto open = check_shut_days(database, *kept, *gone); !open) return open;
    tx.run("UPDATE learner_merge SET undone_at = ?2 WHERE id = ?1", id, tx.now());
    tx.audit("identity.unmerge", "learner_merge", *uid, "{}");
    return {};
}

} // namespace identity

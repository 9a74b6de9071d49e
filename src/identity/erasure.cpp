// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/erasure.hpp"

#include "core/collation.hpp"
#include "core/tidy.hpp"
#include "learners/learner_store.hpp"
#include "storage/changeset_rows.hpp"
#include "storage/forgetting.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <span>

namespace identity {
namespace {

using learners::LearnerId;
using storage::Database;
using storage::Transaction;

constexpr std::string_view select_open_class = R"sql(
SELECT c.name_km FROM enrolment e JOIN class c ON c.id = e.class_id
WHERE e.learner_id = ?1 AND e.last_day IS NULL AND c.status = 'open' LIMIT 1)sql";
constexpr std::string_view count_enrolments = R"sql(SELECT count(*) FROM enrolment WHERE learner_id = ?1)sql";
constexpr std::string_view select_serials = R"sql(
SELECT c.serial FROM certificate c JOIN enrolment e ON e.id = c.enrolment_id WHERE e.learner_id = ?1 ORDER BY c.serial)sql";
constexpr std::string_view count_links = R"sql(
SELECT (SELECT count(*) FROM learner_alias WHERE learner_id = ?1) + (SELECT count(*) FROM recognition WHERE learner_id = ?1)
     + (SELECT count(*) FROM outside_unit WHERE learner_id = ?1))sql";

// The rows of the audit whose content tells of the person: their own, those of merges and of transfers.
constexpr std::string_view audit_rows_of = R"sql(
SELECT seq FROM audit WHERE uid = ?1
    OR uid IN (SELECT uid FROM learner_merge WHERE kept_uid = ?1 OR gone_uid = ?1)
    OR uid IN (SELECT uid FROM learner_alias WHERE learner_id = ?2))sql";

constexpr std::string_view erase_learner = R"sql(
UPDATE learner SET name_km = ?2, name = ?3, folded_km = '', folded = '', sort_key = ?4, born = substr(ltrim(born, '~'), 1, 4),
    birthplace_code = NULL, birthplace_text = NULL, village_code = NULL, village_text = NULL, phone = NULL, guardian = NULL,
    guardian_phone = NULL, ethnicity = NULL, home_language = NULL, equity_level = NULL, equity_valid_to = NULL, wg_seeing = NULL,
    wg_hearing = NULL, wg_walking = NULL, wg_remembering = NULL, wg_self_care = NULL, wg_communicating = NULL,
    disability_text = NULL, schooling = NULL, leaving_reason = NULL, occupation = NULL, migration = NULL, class_text = NULL,
    note = NULL, consent_on = NULL
WHERE id = ?1)sql";

// Whole statements that forget one thing each; ?1 is the learner's id, ?2 the uid.
constexpr std::array forgetting{
    std::string_view{
        R"sql(DELETE FROM draft_learner_field WHERE draft_id IN (SELECT id FROM draft_learner WHERE learner_uid = ?2 AND ?1 > 0))sql"},
    std::string_view{R"sql(DELETE FROM draft_learner WHERE learner_uid = ?2 AND ?1 > 0)sql"},
    std::string_view{R"sql(DELETE FROM identity_number WHERE learner_id = ?1 AND ?2 IS NOT NULL)sql"},
    std::string_view{R"sql(DELETE FROM learner_photo WHERE learner_id = ?1 AND ?2 IS NOT NULL)sql"},
    std::string_view{
        R"sql(DELETE FROM past_certificate WHERE chapter_id IN (SELECT id FROM past_chapter WHERE learner_id = ?1) AND ?2 IS NOT NULL)sql"},
    std::string_view{
        R"sql(DELETE FROM past_enrolment WHERE chapter_id IN (SELECT id FROM past_chapter WHERE learner_id = ?1) AND ?2 IS NOT NULL)sql"},
    std::string_view{R"sql(DELETE FROM past_chapter WHERE learner_id = ?1 AND ?2 IS NOT NULL)sql"},
    std::string_view{
        R"sql(UPDATE learner_merge SET gone_name_km = '', gone_name = '' WHERE (kept_uid = ?2 OR gone_uid = ?2) AND ?1 > 0)sql"},
    std::string_view{
        R"sql(UPDATE transfer SET learner_name_km = '', learner_name = '', file_name = '' WHERE learner_uid = ?2 AND ?1 > 0)sql"},
};

// A held or refused row of a list that bears the name.
constexpr std::string_view forget_import_rows = R"sql(
UPDATE import_row SET cells = '[]', facts = '[]'
WHERE (?1 <> '' AND instr(cells, ?1) > 0) OR (?2 <> '' AND instr(cells, ?2) > 0))sql";

struct KeptChanges {
    std::string_view select;
    std::string_view update;
};
constexpr std::array kept_changes{
    KeptChanges{"SELECT id, changeset FROM import", "UPDATE import SET changeset = ?2 WHERE id = ?1"},
    KeptChanges{"SELECT id, changeset FROM learner_merge",
                "UPDATE learner_merge SET changeset = ?2 WHERE id = ?1"},
    KeptChanges{"SELECT id, changeset FROM transfer WHERE changeset IS NOT NULL",
                "UPDATE transfer SET changeset = ?2 WHERE id = ?1"}};

// Tables whose recorded rows tell of a person: undoing the work leaves what an erasure made of them.
bool tells_of_a_person(std::string_view table) {
    return table == "learner" || table == "identity_number" || table == "learner_photo" ||
           table == "past_chapter";
}

void forget_changesets(Transaction& tx, LearnerId id) {
    for (const KeptChanges& kept : kept_changes) {
        std::vector<std::pair<std::int64_t, storage::Blob>> changed;
        storage::Statement row = tx.database().query(kept.select);
        while (row.step()) {
            const auto bytes = row.get<storage::Blob>(1);
            if (!storage::mentions(bytes, static_cast<std::int64_t>(id))) continue;
            auto without = storage::without_rows(bytes, [&](std::string_view table, std::int64_t first) {
                return tells_of_a_person(table) && first == static_cast<std::int64_t>(id);
            });
            if (without != bytes) changed.emplace_back(row.get<std::int64_t>(0), std::move(without));
        }
        for (const auto& [number, bytes] : changed)
            tx.run(kept.update, number, bytes);
    }
}

void forget_audit(Transaction& tx, const core::Uid& uid, LearnerId id) {
    std::vector<std::int64_t> rows;
    storage::Statement row = tx.database().query(audit_rows_of, uid, id);
    while (row.step())
        rows.push_back(row.get<std::int64_t>(0));
    for (const std::int64_t seq : rows)
        tx.run("DELETE FROM audit_change WHERE seq = ?1", seq);
}

} // namespace

core::Expected<Erasure> plan_erasure(const Database& database, LearnerId id) {
    if (const auto in = database.value<std::string>(select_open_class, id))
        return core::fail(core::Error{"erasure.in-class"}.with("class", *in));
    Erasure plan;
    plan.enrolments = database.value<int>(count_enrolments, id).value_or(0);
    storage::Statement row = database.query(select_serials, id);
    while (row.step())
        plan.serials.push_back(row.get<std::string>(0));
    plan.whole = plan.enrolments == 0 && database.value<int>(count_links, id).value_or(0) == 0;
    const core::Uid uid = learners::load_learner(database, id).uid;
    storage::Statement audited = database.query(audit_rows_of, uid, id);
    while (audited.step())
        ++plan.audit_rows;
    return plan;
}

core::Expected<Erasure> erase(Transaction& tx, LearnerId id, const std::string& reason) {
    if (core::tidy(reason).empty()) return core::fail({"erasure.no-reason"});
    auto plan = plan_erasure(tx.database(), id);
    if (!plan) return plan;
    const learners::Learner learner = learners::load_learner(tx.database(), id);
    storage::overwrite_what_goes(tx);
    tx.run(forget_import_rows, learner.name_km, learner.name);
    for (const std::string_view sql : forgetting)
        tx.run(sql, id, learner.uid);
    forget_changesets(tx, id);
    forget_audit(tx, learner.uid, id);
    if (plan->whole) {
        tx.run("DELETE FROM learner WHERE id = ?1", id);
    } else {
        // The words stand on lists of classes that are kept; the number says which record it was.
        const std::string name_km = "(បានលុប) " + learner.number;
        const std::string sort_key = core::sort_key(name_km);
        tx.run(erase_learner, id, name_km, "(erased) " + learner.number, std::as_bytes(std::span{sort_key}));
    }
    tx.audit("learner.erase", "learner", learner.uid,
             nlohmann::ordered_json{{"number", learner.number},
                                    {"reason", core::tidy(reason)},
                                    {"whole", plan->whole},
                                    {"certificates", plan->serials}}
                 .dump());
    return plan;
}

core::Expected<Erasure> erase_for_good(storage::Database& database, const storage::Actor& actor, LearnerId id,
                                       const std::string& reason) {
    auto erased = core::Expected<Erasure>{};
    {
        Transaction tx(database, actor);
        erased = erase(tx, id, reason);
        if (!erased) return erased;
        tx.commit();
    }
    storage::empty_log(database);
    return erased;
}

std::vector<LearnerId> last_seen_before(const Database& database, core::Day day) {
    constexpr std::string_view select = R"sql(
SELECT l.id, coalesce(max(coalesce(e.last_day, c.last_day)), substr(l.registered_at, 1, 10)) AS seen
FROM learner l LEFT JOIN enrolment e ON e.learner_id = l.id LEFT JOIN class c ON c.id = e.class_id
WHERE l.name NOT LIKE '(erased)%'
GROUP BY l.id HAVING seen < ?1 ORDER BY seen, l.id)sql";
    std::vector<LearnerId> found;
    storage::Statement row = database.query(select, day);
    while (row.step())
        found.push_back(row.get<LearnerId>(0));
    return found;
}

} // namespace identity

// SPDX-License-Identifier: GPL-3.0-or-later
// The other half of bulk_change.hpp: what was done at once, and taking it back.
#include "classes/bulk_change.hpp"
#include "core/name_list.hpp"
#include "office/period_lock.hpp"
#include "storage/changeset.hpp"

#include <algorithm>
#include <set>

namespace classes {
namespace {

using learners::LearnerId;
using storage::ChangedRow;
using storage::Database;
using storage::Transaction;

constexpr std::string_view select_bulk = R"sql(
SELECT b.id, b.kind, b.learners, f.name_km, f.name, t.name_km, t.name, b.day, b.leaving_reason, b.actor, b.changed_at,
       b.undone_at
FROM bulk_change b
LEFT JOIN class f ON f.id = b.from_class_id
LEFT JOIN class t ON t.id = b.to_class_id
ORDER BY b.id DESC)sql";

constexpr std::string_view select_name = R"sql(
SELECT CASE WHEN l.name_km <> '' THEN l.name_km ELSE l.name END
FROM enrolment e JOIN learner l ON l.id = e.learner_id WHERE e.id = ?1)sql";

// Whoever's enrolment later rooms have written on.
constexpr std::string_view select_later_use = R"sql(
SELECT 1 WHERE EXISTS (SELECT 1 FROM attendance_month WHERE enrolment_id = ?1)
            OR EXISTS (SELECT 1 FROM attendance_margin WHERE enrolment_id = ?1)
            OR EXISTS (SELECT 1 FROM score WHERE enrolment_id = ?1)
            OR EXISTS (SELECT 1 FROM certificate WHERE enrolment_id = ?1)
            OR EXISTS (SELECT 1 FROM award_list_row WHERE enrolment_id = ?1))sql";

constexpr std::string_view select_not_open = R"sql(
SELECT c.name_km, c.status FROM enrolment e JOIN class c ON c.id = e.class_id
WHERE e.id = ?1 AND c.status <> 'open')sql";

constexpr std::string_view select_overfull = R"sql(
SELECT c.name_km, c.capacity FROM class c
WHERE c.id = (SELECT class_id FROM enrolment WHERE id = ?1)
  AND (SELECT count(*) FROM enrolment o WHERE o.class_id = c.id AND o.last_day IS NULL) > c.capacity)sql";

// The day from which taking it back changes who was there: of one who joined the first, of one who left the
// last.
constexpr std::string_view select_changed_from =
    "SELECT CASE WHEN ?2 THEN first_day ELSE coalesce(last_day, first_day) END FROM enrolment WHERE id = ?1";

std::string name_of(const Database& database, std::int64_t enrolment) {
    return database.value<std::string>(select_name, enrolment).value_or("");
}

core::Error depends(const std::set<std::string>& names) {
    return core::Error{"bulk.depended-on"}
        .with("who", core::listed(names, core::named_in_a_sentence))
        .with("count", std::to_string(names.size()));
}

std::optional<core::Error> in_the_way(const Database& database, const std::vector<ChangedRow>& rows) {
    std::set<std::string> names;
    for (const ChangedRow& row : rows)
        if (row.what == ChangedRow::What::inserted && database.value<int>(select_later_use, row.key))
            names.insert(name_of(database, row.key));
    if (!names.empty()) return depends(names);
    const office::ShutDays shut(database);
    for (const ChangedRow& row : rows) {
        const bool joined = row.what == ChangedRow::What::inserted;
        if (const auto from = database.value<core::Day>(select_changed_from, row.key, joined))
            if (auto free = shut.check_from(*from); !free) return free.error();
        storage::Statement closed = database.query(select_not_open, row.key);
        if (closed.step())
            return core::Error{"class.not-open"}
                .with("class", closed.get<std::string>(0))
                .with("status", closed.get<std::string>(1));
    }
    return std::nullopt;
}

// Who came back and found the places taken.
std::optional<core::Error> overfull(const Database& database, const std::vector<ChangedRow>& rows) {
    for (const ChangedRow& row : rows) {
        storage::Statement full = database.query(select_overfull, row.key);
        if (row.what == ChangedRow::What::updated && full.step())
            return core::Error{"class.full"}
                .with("class", full.get<std::string>(0))
                .with("capacity", std::to_string(full.get<std::int64_t>(1)));
    }
    return std::nullopt;
}

storage::Blob changeset_of(const Database& database, BulkId id) {
    return database.value<storage::Blob>("SELECT changeset FROM bulk_change WHERE id = ?1", id).value();
}

core::Expected<void> take_back(Transaction& tx, BulkId id) {
    const Database& database = tx.database();
    const storage::Blob changeset = changeset_of(database, id);
    const auto rows = storage::changed_rows(changeset);
    if (auto fault = in_the_way(database, rows)) return core::fail(std::move(*fault));
    const auto conflicts = storage::undo_changes(tx, changeset);
    if (!conflicts.empty()) {
        std::set<std::string> names;
        for (const storage::ChangeConflict& conflict : conflicts)
            if (!conflict.key.empty()) names.insert(name_of(database, std::stoll(conflict.key)));
        return core::fail(depends(names));
    }
    if (auto fault = overfull(database, rows)) return core::fail(std::move(*fault));
    return {};
}

} // namespace

std::vector<BulkSummary> list_bulk(const Database& database) {
    std::vector<BulkSummary> all;
    storage::Statement row = database.query(select_bulk);
    while (row.step()) {
        BulkSummary& one = all.emplace_back();
        one.id = row.get<BulkId>(0);
        one.kind = bulk_kind_from_text(row.get<std::string_view>(1)).value();
        one.learners = row.get<std::int64_t>(2);
        one.from_km = row.get<std::optional<std::string>>(3).value_or("");
        one.from = row.get<std::optional<std::string>>(4).value_or("");
        one.to_km = row.get<std::optional<std::string>>(5).value_or("");
        one.to = row.get<std::optional<std::string>>(6).value_or("");
        one.day = row.get<core::Day>(7);
        if (!row.is_null(8)) one.reason = leaving_reason_from_text(row.get<std::string_view>(8));
        one.actor = row.get<std::string>(9);
        one.at = row.get<core::Moment>(10);
        one.undone_at = row.get<std::optional<core::Moment>>(11);
    }
    return all;
}

std::vector<LearnerId> touched_by(const Database& database, BulkId id) {
    std::set<LearnerId> touched;
    for (const ChangedRow& row : storage::changed_rows(changeset_of(database, id)))
        if (const auto learner =
                database.value<LearnerId>("SELECT learner_id FROM enrolment WHERE id = ?1", row.key))
            touched.insert(*learner);
    return {touched.begin(), touched.end()};
}

core::Expected<void> undo_bulk(Transaction& tx, BulkId id) {
    const Database& database = tx.database();
    const auto number = std::to_string(static_cast<std::int64_t>(id));
    const auto uid = database.value<core::Uid>("SELECT uid FROM bulk_change WHERE id = ?1", id);
    if (!uid) return core::fail(core::Error{"bulk.unknown"}.with("id", number));
    if (database.value<std::string>("SELECT undone_at FROM bulk_change WHERE id = ?1", id))
        return core::fail(core::Error{"bulk.undone-already"}.with("id", number));
    if (auto undone = take_back(tx, id); !undone) return undone;
    tx.run("UPDATE bulk_change SET undone_at = ?2 WHERE id = ?1", id, tx.now());
    tx.audit("bulk.undo", "bulk_change", *uid, "{}");
    return {};
}

} // namespace classes

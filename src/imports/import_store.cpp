// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/import_store.hpp"

#include "storage/changeset.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace imports {
namespace {

constexpr std::string_view insert_import = R"sql(
INSERT INTO import (uid, kind, file_name, sheet, header_row, digest, actor, imported_at,
                    accepted, same, updated, review, refused, changeset)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14))sql";

constexpr std::string_view insert_row = R"sql(
INSERT INTO import_row (import_id, row, verdict, code, cell, cells) VALUES (?1, ?2, ?3, ?4, ?5, ?6))sql";

constexpr std::string_view read_imports = R"sql(
SELECT id, kind, file_name, sheet, actor, imported_at, accepted, same, updated, review, refused, undone_at
FROM import ORDER BY id DESC)sql";

// Names of learners that the import brought and that something written later points at.
constexpr std::string_view later_use_of_learner = R"sql(
SELECT e.id, CASE WHEN l.name_km <> '' THEN l.name_km ELSE l.name END
FROM enrolment e JOIN learner l ON l.id = e.learner_id WHERE e.learner_id = ?1)sql";

constexpr std::string_view later_use_of_enrolment = R"sql(
SELECT CASE WHEN l.name_km <> '' THEN l.name_km ELSE l.name END
FROM enrolment e JOIN learner l ON l.id = e.learner_id
WHERE e.id = ?1 AND (EXISTS (SELECT 1 FROM attendance_month m WHERE m.enrolment_id = e.id)
                     OR EXISTS (SELECT 1 FROM score s WHERE s.enrolment_id = e.id)
                     OR EXISTS (SELECT 1 FROM certificate c WHERE c.enrolment_id = e.id)))sql";

// What the import wrote, by table.
std::set<std::int64_t> inserted(const std::vector<storage::ChangedRow>& rows, std::string_view table) {
    std::set<std::int64_t> keys;
    for (const storage::ChangedRow& row : rows)
        if (row.table == table && row.what == storage::ChangedRow::What::inserted) keys.insert(row.key);
    return keys;
}

std::vector<std::string> depended_on(const storage::Database& database,
                                     std::span<const std::byte> changeset) {
    const auto rows = storage::changed_rows(changeset);
    const auto own_enrolments = inserted(rows, "enrolment");
    std::set<std::string> names;
    for (const std::int64_t learner : inserted(rows, "learner")) {
        storage::Statement uses = database.query(later_use_of_learner, learner);
        while (uses.step())
            if (!own_enrolments.contains(uses.get<std::int64_t>(0))) names.insert(uses.get<std::string>(1));
    }
    for (const std::int64_t enrolment : own_enrolments)
        if (const auto name = database.value<std::string>(later_use_of_enrolment, enrolment))
            names.insert(*name);
    return {names.begin(), names.end()};
}

core::Error depends(const std::vector<std::string>& names) {
    constexpr std::size_t most_named = 10;
    std::string who;
    for (std::size_t i = 0; i < std::min(names.size(), most_named); ++i) {
        if (!who.empty()) who += ", ";
        who += names[i];
    }
    return core::Error{"import.depended-on"}.with("who", who).with("count", std::to_string(names.size()));
}

} // namespace

std::vector<ImportSummary> list_imports(const storage::Database& database) {
    std::vector<ImportSummary> list;
    storage::Statement rows = database.query(read_imports);
    while (rows.step()) {
        ImportSummary one;
        one.id = rows.get<ImportId>(0);
        one.kind = kind_from_text(rows.get<std::string_view>(1)).value_or(Kind::learners);
        one.file = rows.get<std::string>(2);
        one.sheet = rows.get<std::string>(3);
        one.actor = rows.get<std::string>(4);
        one.at = rows.get<core::Moment>(5);
        one.counts = {rows.get<std::int64_t>(6), rows.get<std::int64_t>(7), rows.get<std::int64_t>(8),
                      rows.get<std::int64_t>(9), rows.get<std::int64_t>(10)};
        one.undone_at = rows.get<std::optional<core::Moment>>(11);
        list.push_back(std::move(one));
    }
    return list;
}

bool was_imported(const storage::Database& database, const office::Digest& digest) {
    return database
        .value<std::int64_t>("SELECT 1 FROM import WHERE digest = ?1 AND undone_at IS NULL LIMIT 1", digest)
        .has_value();
}

ImportId keep_import(storage::Transaction& tx, const Outcome& outcome, const office::Digest& digest,
                     const storage::Blob& changeset) {
    const core::Uid uid = tx.new_uid();
    const Counts& counts = outcome.counts;
    const auto id =
        tx.insert<ImportId>(insert_import, uid, to_text(outcome.kind), outcome.file, outcome.sheet,
                            outcome.header_row, digest, tx.actor().name, tx.now(), counts.accepted,
                            counts.same, counts.updated, counts.review, counts.refused, changeset);
    for (const RowOutcome& row : outcome.rows) {
        if (row.verdict == Verdict::accept || row.verdict == Verdict::same) continue;
        tx.run(insert_row, id, row.row, to_text(row.verdict), row.reason.code, row.reason.place.cell,
               nlohmann::json(row.cells).dump());
    }
    const nlohmann::json change = {{"file", outcome.file},
                                   {"sheet", outcome.sheet},
                                   {"digest", office::to_text(digest)},
                                   {"changeset", office::to_text(office::digest(std::span{changeset}))},
                                   {"accepted", counts.accepted},
                                   {"updated", counts.updated}};
    tx.audit("import." + std::string{to_text(outcome.kind)}, "import", uid, change.dump());
    return id;
}

core::Expected<void> undo_import(storage::Transaction& tx, ImportId id) {
    const storage::Database& database = tx.database();
    const auto number = std::to_string(static_cast<std::int64_t>(id));
    const auto uid = database.value<core::Uid>("SELECT uid FROM import WHERE id = ?1", id);
    if (!uid) return core::fail(core::Error{"import.unknown"}.with("import", number));
    if (database.value<std::string>("SELECT undone_at FROM import WHERE id = ?1", id))
        return core::fail(core::Error{"import.undone-already"}.with("import", number));
    const auto changeset =
        database.value<storage::Blob>("SELECT changeset FROM import WHERE id = ?1", id).value();
    if (const auto names = depended_on(database, changeset); !names.empty())
        return core::fail(depends(names));
    const auto conflicts = storage::undo_changes(tx, changeset);
    if (!conflicts.empty()) {
        std::vector<std::string> rows;
        for (const storage::ChangeConflict& conflict : conflicts)
            rows.push_back(conflict.table + " " + conflict.key);
        return core::fail(depends(rows));
    }
    tx.run("UPDATE import SET undone_at = ?2 WHERE id = ?1", id, tx.now());
    tx.audit("import.undo", "import", *uid, "{}");
    return {};
}

} // namespace imports

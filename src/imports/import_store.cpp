// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/import_store.hpp"

#include "imports/dependants.hpp"
#include "imports/finished_since.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace imports {
namespace {

constexpr std::string_view insert_import = R"sql(
INSERT INTO import (uid, kind, file_name, sheet, header_row, digest, actor, imported_at,
                    accepted, same, updated, review, refused, changeset, head, taken_from)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16))sql";

constexpr std::string_view insert_row = R"sql(
INSERT INTO import_row (import_id, row, verdict, code, cell, facts, cells, decided, decided_in)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9))sql";

constexpr std::string_view decide_row = R"sql(
UPDATE import_row SET decided = ?3, decided_in = ?4 WHERE import_id = ?1 AND row = ?2 AND decided IS NULL)sql";

constexpr std::string_view read_imports = R"sql(
SELECT i.id, i.kind, i.file_name, i.sheet, i.actor, i.imported_at, i.accepted, i.same, i.updated, i.review, i.refused,
       i.undone_at, i.taken_from,
       (SELECT count(*) FROM import_row r WHERE r.import_id = i.id AND r.verdict <> 'refuse' AND r.decided IS NULL)
FROM import i WHERE ?1 IS NULL OR i.id = ?1 ORDER BY i.id DESC)sql";

// Once an import is taken back, what it decided is open again, in whichever import the row was held.
constexpr std::string_view open_again = R"sql(
UPDATE import_row SET decided = NULL, decided_in = NULL WHERE decided_in = ?1)sql";

constexpr std::string_view read_kept = R"sql(
SELECT row, verdict, code, cell, facts, cells FROM import_row
WHERE import_id = ?1 AND (verdict = 'refuse' OR decided IS NULL) ORDER BY row)sql";

std::optional<std::string> text_of(Decided decided) {
    switch (decided) {
    case Decided::no:
        return std::nullopt;
    case Decided::taken:
        return "taken";
    case Decided::merged:
        return "merged";
    case Decided::dropped:
        return "dropped";
    }
    return std::nullopt;
}

std::string facts_json(const core::Error& reason) {
    nlohmann::json facts = nlohmann::json::array();
    for (const core::Fact& fact : reason.facts)
        facts.push_back({fact.name, fact.value});
    return facts.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

core::Error reason_from(std::string code, std::string cell, std::string_view facts) {
    core::Error reason{std::move(code)};
    reason.place.cell = std::move(cell);
    for (const auto& fact : nlohmann::json::parse(facts))
        reason.with(fact.at(0).get<std::string>(), fact.at(1).get<std::string>());
    return reason;
}

ImportSummary summary_of(const storage::Statement& row) {
    ImportSummary one;
    one.id = row.get<ImportId>(0);
    one.kind = kind_from_text(row.get<std::string_view>(1)).value_or(Kind::learners);
    one.file = row.get<std::string>(2);
    one.sheet = row.get<std::string>(3);
    one.actor = row.get<std::string>(4);
    one.at = row.get<core::Moment>(5);
    one.counts = {row.get<std::int64_t>(6), row.get<std::int64_t>(7), row.get<std::int64_t>(8),
                  row.get<std::int64_t>(9), row.get<std::int64_t>(10)};
    one.undone_at = row.get<std::optional<core::Moment>>(11);
    one.taken_from = row.get<std::optional<ImportId>>(12);
    one.held = row.get<std::int64_t>(13);
    return one;
}

struct Kept {
    ImportId id;
    core::Uid uid;
};

Kept insert(storage::Transaction& tx, const Outcome& outcome, const office::Digest& digest,
            const storage::Blob& changeset, const std::optional<ImportId>& from) {
    const core::Uid uid = tx.new_uid();
    const Counts& counts = outcome.counts;
    const auto id = tx.insert<ImportId>(insert_import, uid, to_text(outcome.kind), outcome.file,
                                        outcome.sheet, outcome.header_row, digest, tx.actor().name, tx.now(),
                                        counts.accepted, counts.same, counts.updated, counts.review,
                                        counts.refused, changeset, to_json(outcome.head), from);
    return {id, uid};
}

void audit(storage::Transaction& tx, const std::string& verb, const Outcome& outcome, const core::Uid& uid,
           const office::Digest& digest, const storage::Blob& changeset) {
    const nlohmann::json change = {{"file", outcome.file},
                                   {"sheet", outcome.sheet},
                                   {"digest", office::to_text(digest)},
                                   {"changeset", office::to_text(office::digest(std::span{changeset}))},
                                   {"accepted", outcome.counts.accepted},
                                   {"updated", outcome.counts.updated},
                                   {"added", outcome.written.added},
                                   {"changed", outcome.written.changed}};
    tx.audit(verb + std::string{to_text(outcome.kind)}, "import", uid, change.dump());
}

// `what` says what stands on them where it is one thing.
core::Error depends(const std::vector<Dependant>& found) {
    constexpr std::size_t most_named = 10;
    std::set<std::string> names;
    std::set<std::string> whats;
    for (const Dependant& one : found) {
        names.insert(one.name);
        whats.insert(one.what);
    }
    std::string who;
    std::size_t named = 0;
    for (const std::string& name : names) {
        if (named++ == most_named) break;
        if (!who.empty()) who += ", ";
        who += name;
    }
    if (names.size() > most_named) who += " …";
    return core::Error{"import.depended-on"}
        .with("who", who)
        .with("count", std::to_string(names.size()))
        .with("what", whats.size() == 1 ? *whats.begin() : "several");
}

struct Record {
    core::Uid uid;
    storage::Blob changeset;
};

core::Expected<Record> load_undoable(const storage::Database& database, ImportId id) {
    const auto number = std::to_string(static_cast<std::int64_t>(id));
    const auto uid = database.value<core::Uid>("SELECT uid FROM import WHERE id = ?1", id);
    if (!uid) return core::fail(core::Error{"import.unknown"}.with("import", number));
    if (database.value<std::string>("SELECT undone_at FROM import WHERE id = ?1", id))
        return core::fail(core::Error{"import.undone-already"}.with("import", number));
    return Record{*uid, database.value<storage::Blob>("SELECT changeset FROM import WHERE id = ?1", id)
                            .value_or(storage::Blob{})};
}

} // namespace

std::vector<ImportSummary> list_imports(const storage::Database& database) {
    std::vector<ImportSummary> list;
    storage::Statement rows = database.query(read_imports, std::nullopt);
    while (rows.step())
        list.push_back(summary_of(rows));
    return list;
}

std::optional<ImportSummary> find_import(const storage::Database& database, ImportId id) {
    storage::Statement rows = database.query(read_imports, id);
    return rows.step() ? std::optional{summary_of(rows)} : std::nullopt;
}

bool was_imported(const storage::Database& database, const office::Digest& digest) {
    return database
        .value<std::int64_t>(
            "SELECT 1 FROM import WHERE digest = ?1 AND undone_at IS NULL AND taken_from IS NULL LIMIT 1",
            digest)
        .has_value();
}

ImportId keep_import(storage::Transaction& tx, const Outcome& outcome, const office::Digest& digest,
                     const storage::Blob& changeset) {
    const auto [id, uid] = insert(tx, outcome, digest, changeset, std::nullopt);
    for (const RowOutcome& row : outcome.rows) {
        if (row.verdict == Verdict::accept || row.verdict == Verdict::same) continue;
        const auto decided = text_of(row.decided);
        tx.run(insert_row, id, row.row, to_text(row.verdict), row.reason.code, row.reason.place.cell,
               facts_json(row.reason), to_json(row.cells), decided,
               decided ? std::optional{id} : std::nullopt);
    }
    audit(tx, "import.", outcome, uid, digest, changeset);
    return id;
}

ImportId keep_taken_up(storage::Transaction& tx, const Outcome& outcome, ImportId from,
                       const storage::Blob& changeset) {
    const auto digest =
        tx.database().value<office::Digest>("SELECT digest FROM import WHERE id = ?1", from).value();
    const auto [id, uid] = insert(tx, outcome, digest, changeset, from);
    for (const RowOutcome& row : outcome.rows)
        if (const auto decided = text_of(row.decided)) tx.run(decide_row, from, row.row, decided, id);
    audit(tx, "import.take-up.", outcome, uid, digest, changeset);
    return id;
}

core::Expected<Outcome> load_kept(const storage::Database& database, ImportId id) {
    const auto number = std::to_string(static_cast<std::int64_t>(id));
    const auto summary = find_import(database, id);
    if (!summary) return core::fail(core::Error{"import.unknown"}.with("import", number));
    const auto head = database.value<std::string>("SELECT head FROM import WHERE id = ?1", id);
    if (!head) return core::fail(core::Error{"import.rows-not-kept"}.with("import", number));
    Outcome outcome;
    outcome.import = id;
    outcome.kind = summary->kind;
    outcome.file = summary->file;
    outcome.sheet = summary->sheet;
    outcome.head = head_from_json(*head);
    outcome.header_row = outcome.head.layout.header_row ? *outcome.head.layout.header_row + 1 : 0;
    storage::Statement rows = database.query(read_kept, id);
    while (rows.step()) {
        RowOutcome row;
        row.row = static_cast<std::uint32_t>(rows.get<std::int64_t>(0));
        row.verdict = verdict_from_text(rows.get<std::string_view>(1)).value();
        row.reason =
            reason_from(rows.get<std::string>(2), rows.get<std::string>(3), rows.get<std::string_view>(4));
        row.cells = cells_from_json(rows.get<std::string_view>(5));
        outcome.rows.push_back(std::move(row));
    }
    return outcome;
}

std::vector<Dependant> dependants(const storage::Database& database, ImportId id) {
    const auto record = load_undoable(database, id);
    return record ? later_work(database, record->changeset) : std::vector<Dependant>{};
}

core::Expected<void> undo_import(storage::Transaction& tx, ImportId id) {
    const auto record = load_undoable(tx.database(), id);
    if (!record) return core::fail(record.error());
    if (auto finished = finished_since(tx.database(), record->changeset))
        return core::fail(*std::move(finished));
    if (const auto found = later_work(tx.database(), record->changeset); !found.empty())
        return core::fail(depends(found));
    if (const auto conflicts = storage::undo_changes(tx, record->changeset); !conflicts.empty())
        return core::fail(depends(changed_since(tx.database(), conflicts)));
    tx.run(open_again, id);
    tx.run("UPDATE import SET undone_at = ?2 WHERE id = ?1", id, tx.now());
    tx.audit("import.undo", "import", record->uid, "{}");
    return {};
}

} // namespace imports

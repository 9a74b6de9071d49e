// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/draft_store.hpp"

namespace learners {
namespace {

using storage::Blob;
using storage::Database;

constexpr std::string_view delete_fields = R"sql(
DELETE FROM draft_learner_field
WHERE draft_id IN (SELECT id FROM draft_learner WHERE actor = ?1 AND learner_uid = ?2))sql";

constexpr std::string_view delete_draft = R"sql(
DELETE FROM draft_learner WHERE actor = ?1 AND learner_uid = ?2)sql";

constexpr std::string_view delete_orphan_fields = R"sql(
DELETE FROM draft_learner_field WHERE draft_id IN (
    SELECT id FROM draft_learner WHERE learner_uid <> x'' AND learner_uid NOT IN (SELECT uid FROM learner)))sql";

constexpr std::string_view delete_orphans = R"sql(
DELETE FROM draft_learner WHERE learner_uid <> x'' AND learner_uid NOT IN (SELECT uid FROM learner))sql";

constexpr std::string_view insert_draft = R"sql(
INSERT INTO draft_learner (actor, learner_uid, kept_at, photo) VALUES (?1, ?2, ?3, ?4))sql";

constexpr std::string_view insert_field = R"sql(
INSERT INTO draft_learner_field (draft_id, field, typed)
SELECT id, ?3, ?4 FROM draft_learner WHERE actor = ?1 AND learner_uid = ?2)sql";

constexpr std::string_view select_draft = R"sql(
SELECT id, learner_uid, kept_at, photo FROM draft_learner WHERE actor = ?1 AND learner_uid = ?2)sql";

constexpr std::string_view select_newest = R"sql(
SELECT id, learner_uid, kept_at, photo FROM draft_learner
WHERE actor = ?1 AND (learner_uid = x'' OR learner_uid IN (SELECT uid FROM learner))
ORDER BY kept_at DESC, id DESC LIMIT 1)sql";

constexpr std::string_view select_fields = R"sql(
SELECT field, typed FROM draft_learner_field WHERE draft_id = ?1 ORDER BY field)sql";

// Empty for a new learner.
Blob key_of(const std::optional<core::Uid>& learner) {
    return learner ? Blob{learner->bytes.begin(), learner->bytes.end()} : Blob{};
}

// Blobs bind by their bytes.
std::optional<Blob> blob_of(const std::optional<std::string>& photo) {
    if (!photo) return std::nullopt;
    const auto bytes = std::as_bytes(std::span{*photo});
    return Blob{bytes.begin(), bytes.end()};
}

std::optional<Draft> read_draft(const Database& database, const storage::Statement& row) {
    Draft draft;
    const auto uid = row.get<Blob>(1);
    if (!uid.empty()) draft.learner = row.get<core::Uid>(1);
    draft.kept_at = row.get<core::Moment>(2);
    if (const auto photo = row.get<std::optional<Blob>>(3))
        draft.photo.emplace(reinterpret_cast<const char*>(photo->data()), photo->size());
    storage::Statement field = database.query(select_fields, row.get<std::int64_t>(0));
    while (field.step())
        draft.typed.emplace(field.get<std::string>(0), field.get<std::string>(1));
    return draft;
}

template<typename Write>
void remove(Write& write, const std::string& actor, const Blob& key) {
    write.run(delete_fields, actor, key);
    write.run(delete_draft, actor, key);
}

} // namespace

void keep_draft(Database& database, const storage::Actor& actor, const Draft& draft) {
    const Blob key = key_of(draft.learner);
    storage::DraftWrite write(database);
    remove(write, actor.name, key);
    write.run(delete_orphan_fields);
    write.run(delete_orphans);
    write.run(insert_draft, actor.name, key, write.now(), blob_of(draft.photo));
    for (const auto& [field, typed] : draft.typed)
        if (!typed.empty()) write.run(insert_field, actor.name, key, field, typed);
    write.commit();
}

void drop_draft(Database& database, const storage::Actor& actor, const std::optional<core::Uid>& learner) {
    storage::DraftWrite write(database);
    remove(write, actor.name, key_of(learner));
    write.commit();
}

void remove_draft(storage::Transaction& tx, const std::optional<core::Uid>& learner) {
    remove(tx, tx.actor().name, key_of(learner));
}

std::optional<Draft> find_draft(const Database& database, const storage::Actor& actor,
                                const std::optional<core::Uid>& learner) {
    storage::Statement row = database.query(select_draft, actor.name, key_of(learner));
    if (!row.step()) return std::nullopt;
    return read_draft(database, row);
}

std::optional<Draft> newest_draft(const Database& database, const storage::Actor& actor) {
    storage::Statement row = database.query(select_newest, actor.name);
    if (!row.step()) return std::nullopt;
    return read_draft(database, row);
}

} // namespace learners

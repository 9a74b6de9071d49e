// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/learner_store.hpp"

#include "learners/learner_number.hpp"
#include "learners/learner_row.hpp"
#include "storage/audit_chain.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace learners {
namespace {

using storage::Database;
using storage::Transaction;

constexpr std::string_view repoint_identities = R"sql(
UPDATE OR IGNORE identity_number SET learner_id = ?2 WHERE learner_id = ?1)sql";

constexpr std::string_view repoint_photo = R"sql(
UPDATE OR IGNORE learner_photo SET learner_id = ?2 WHERE learner_id = ?1)sql";

constexpr std::string_view find_number = R"sql(
SELECT id FROM learner WHERE number = ?1
UNION ALL SELECT learner_id FROM learner_alias WHERE number = ?1)sql";

constexpr std::string_view find_uid = R"sql(
SELECT id FROM learner WHERE uid = ?1
UNION ALL SELECT learner_id FROM learner_alias WHERE uid = ?1)sql";

constexpr std::string_view count_aliases = R"sql(
SELECT count(*) FROM learner_alias WHERE learner_id = ?1)sql";
// Here and elsewhere.
constexpr std::string_view count_enrolments = R"sql(
SELECT (SELECT count(*) FROM enrolment WHERE learner_id = ?1)
     + (SELECT count(*) FROM past_chapter WHERE learner_id = ?1)
     + (SELECT count(*) FROM recognition WHERE learner_id = ?1))sql";

constexpr std::string_view put_photo = R"sql(
INSERT INTO learner_photo (learner_id, jpeg) VALUES (?1, ?2)
ON CONFLICT (learner_id) DO UPDATE SET jpeg = excluded.jpeg)sql";

// What tells one photo from another without showing anybody.
std::optional<std::string> digest_of(const std::optional<std::string>& jpeg) {
    if (!jpeg) return std::nullopt;
    std::string text;
    for (const std::byte byte : storage::hash_change({}, *jpeg))
        text += fmt::format("{:02x}", static_cast<unsigned>(byte));
    return text;
}

std::optional<core::Error> unknown_area(const Database& database, std::string_view field,
                                        const std::optional<std::string>& code) {
    if (!code || database.value<int>("SELECT 1 FROM area WHERE code = ?1", *code)) return std::nullopt;
    return core::Error{"village.unknown"}.with("field", std::string{field}).with("code", *code);
}

std::optional<core::Error> first_fault(const Transaction& tx, const Database& database,
                                       const Learner& learner) {
    if (auto found = faults(learner, tx.today()); !found.empty()) return std::move(found.front());
    if (auto fault = unknown_area(database, "village_code", learner.village_code)) return fault;
    return unknown_area(database, "birthplace_code", learner.birthplace_code);
}

core::Expected<Learner> insert(Transaction& tx, const Learner& given) {
    Learner learner = tidied(given);
    if (auto fault = first_fault(tx, tx.database(), learner)) return core::fail(std::move(*fault));
    if (learner.number.empty()) {
        auto number = take_learner_number(tx);
        if (!number) return core::fail(number.error());
        learner.number = *std::move(number);
    } else if (find_by_number(tx.database(), learner.number)) {
        return core::fail(
            core::Error{"learner.number-taken"}.with("field", "number").with("number", learner.number));
    }
    if (learner.uid == core::Uid{}) learner.uid = tx.new_uid();
    learner.registered_at = tx.now();
    learner.id = insert_row(tx, learner);
    return learner;
}

void delete_rows(Transaction& tx, LearnerId id) {
    tx.run("DELETE FROM identity_number WHERE learner_id = ?1", id);
    tx.run("DELETE FROM learner_photo WHERE learner_id = ?1", id);
    tx.run("DELETE FROM learner WHERE id = ?1", id);
}

} // namespace

core::Expected<LearnerId> register_learner(Transaction& tx, const Learner& learner) {
    const auto added = insert(tx, learner);
    if (!added) return core::fail(added.error());
    tx.audit("learner.register", "learner", added->uid,
             storage::change_json(storage::changes_between({}, fields_of(*added))));
    return added->id;
}

core::Expected<LearnerId> register_in_bulk(Transaction& tx, const Learner& learner) {
    return insert(tx, learner).map([](const Learner& added) { return added.id; });
}

core::Expected<std::vector<storage::FieldChange>> update_in_bulk(Transaction& tx, const Learner& given) {
    const Learner learner = tidied(given);
    if (auto fault = first_fault(tx, tx.database(), learner)) return core::fail(std::move(*fault));
    auto changes = changes_to(tx.database(), learner);
    if (!changes.empty()) update_row(tx, learner);
    return changes;
}

core::Expected<std::vector<storage::FieldChange>> update_learner(Transaction& tx, const Learner& learner) {
    auto changes = update_in_bulk(tx, learner);
    if (changes && !changes->empty())
        tx.audit("learner.update", "learner", load_learner(tx.database(), learner.id).uid,
                 storage::change_json(*changes));
    return changes;
}

std::vector<storage::FieldChange> changes_to(const Database& database, const Learner& learner) {
    const Learner was = load_learner(database, learner.id);
    Learner is = tidied(learner);
    is.number = was.number;
    return storage::changes_between(fields_of(was), fields_of(is));
}

Learner load_learner(const Database& database, LearnerId id) {
    auto learner = find_learner(database, id);
    if (!learner) throw std::logic_error("a learner who is not there");
    return *std::move(learner);
}

std::optional<Learner> find_learner(const Database& database, LearnerId id) {
    return read_row(database, id);
}

std::optional<LearnerId> find_by_number(const Database& database, std::string_view number) {
    return database.value<LearnerId>(find_number, number);
}

std::optional<LearnerId> find_by_uid(const Database& database, const core::Uid& uid) {
    return database.value<LearnerId>(find_uid, uid);
}

void set_photo(Transaction& tx, LearnerId id, const std::optional<std::string>& jpeg) {
    const auto was = find_photo(tx.database(), id);
    if (was == jpeg) return;
    if (jpeg)
        tx.run(put_photo, id, std::as_bytes(std::span{*jpeg}));
    else
        tx.run("DELETE FROM learner_photo WHERE learner_id = ?1", id);
    tx.audit("learner.photo", "learner", load_learner(tx.database(), id).uid,
             storage::change_json({{"photo", digest_of(was), digest_of(jpeg)}}));
}

std::optional<std::string> find_photo(const Database& database, LearnerId id) {
    const auto jpeg =
        database.value<storage::Blob>("SELECT jpeg FROM learner_photo WHERE learner_id = ?1", id);
    if (!jpeg) return std::nullopt;
    return std::string{reinterpret_cast<const char*>(jpeg->data()), jpeg->size()};
}

core::Expected<void> delete_learner(Transaction& tx, LearnerId id) {
    const Learner learner = load_learner(tx.database(), id);
    // The only rows of later rooms that name a learner directly; all others hang on the enrolment.
    const auto enrolments = tx.database().value<std::int64_t>(count_enrolments, id);
    if (enrolments.value_or(0) > 0)
        return core::fail(core::Error{"learner.has-history"}.with("enrolments", std::to_string(*enrolments)));
    const auto merged = tx.database().value<std::int64_t>(count_aliases, id).value_or(0);
    if (merged > 0)
        return core::fail(core::Error{"learner.has-merges"}.with("merges", std::to_string(merged)));
    delete_rows(tx, id);
    tx.audit("learner.delete", "learner", learner.uid,
             storage::change_json(storage::changes_between(fields_of(learner), {})));
    return {};
}

void repoint(Transaction& tx, LearnerId from, LearnerId to) {
    // What the other has already stays with neither twice.
    tx.run(repoint_identities, from, to);
    tx.run("DELETE FROM identity_number WHERE learner_id = ?1", from);
    tx.run(repoint_photo, from, to);
    tx.run("DELETE FROM learner_photo WHERE learner_id = ?1", from);
}

} // namespace learners

// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/key_list_store.hpp"

#include "office/known_keys.hpp"
#include "office/office_store.hpp"
#include "storage/change.hpp"

#include <algorithm>

namespace office {
namespace {

constexpr std::string_view select_content = "SELECT content FROM key_list WHERE issuer = ?1";
constexpr std::string_view select_others = R"sql(
SELECT content FROM key_list WHERE issuer <> ?1 ORDER BY issuer)sql";

constexpr std::string_view upsert_list = R"sql(
INSERT INTO key_list (issuer, counter, day, key_id, content, taken_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (issuer) DO UPDATE SET counter = excluded.counter, day = excluded.day, key_id = excluded.key_id,
                                   content = excluded.content, taken_at = excluded.taken_at)sql";

constexpr std::string_view delete_keys = "DELETE FROM listed_key WHERE issuer = ?1";
constexpr std::string_view insert_key = R"sql(
INSERT INTO listed_key (issuer, office_code, public_key, key_id, valid_from, valid_until)
VALUES (?1, ?2, ?3, ?4, ?5, ?6))sql";

constexpr std::string_view delete_revoked = "DELETE FROM revoked_serial WHERE issuer = ?1";
constexpr std::string_view insert_revoked = R"sql(
INSERT INTO revoked_serial (serial, issuer, state, day) VALUES (?1, ?2, ?3, ?4))sql";

constexpr std::string_view select_revoked = R"sql(
SELECT serial, state, day FROM revoked_serial WHERE serial = ?1 ORDER BY day, issuer)sql";

constexpr std::string_view select_listed_on = R"sql(
SELECT max(l.day) FROM key_list l JOIN listed_key k USING (issuer) WHERE k.office_code = ?1)sql";

// What stands in the file was read when it was taken.
SignedKeyList read_kept(std::string_view content) {
    auto list = read_key_list(content);
    if (!list) throw core::WorldFailure{core::Error{"file.damaged"}.with("which", "key_list")};
    return *std::move(list);
}

std::optional<SignedKeyList> find_list(const storage::Database& database, const std::string& issuer) {
    const auto content = database.value<std::string>(select_content, issuer);
    return content ? std::optional{read_kept(*content)} : std::nullopt;
}

void keep(storage::Transaction& tx, const SignedKeyList& one, std::string_view verb) {
    const KeyList& list = one.list;
    tx.run(upsert_list, list.issuer, list.counter, list.day, key_id(one.signer).bytes, one.text, tx.now());
    tx.audit(verb, "key_list", std::nullopt,
             storage::change_json({{"issuer", std::nullopt, list.issuer},
                                   {"counter", std::nullopt, std::to_string(list.counter)},
                                   {"day", std::nullopt, core::to_iso(list.day)},
                                   {"key", std::nullopt, to_text(one.signer)}}));
}

void index(storage::Transaction& tx, const KeyList& list) {
    tx.run(delete_keys, list.issuer);
    tx.run(delete_revoked, list.issuer);
    for (const ListedKey& one : list.keys)
        tx.run(insert_key, list.issuer, one.office, one.key.bytes, key_id(one.key).bytes, one.from,
               one.until);
    for (const RevokedSerial& one : list.revoked)
        tx.run(insert_revoked, one.serial, list.issuer, one.state, one.day);
}

ListOrder order_of(const KeyList& list, const std::optional<SignedKeyList>& here) {
    if (!here) return ListOrder::first;
    if (list.counter == here->list.counter) return ListOrder::same;
    return list.counter > here->list.counter ? ListOrder::newer : ListOrder::older;
}

} // namespace

std::string_view to_text(ListOrder order) {
    switch (order) {
    case ListOrder::first:
        return "first";
    case ListOrder::newer:
        return "newer";
    case ListOrder::same:
        return "same";
    case ListOrder::older:
        return "older";
    }
    return "older";
}

core::Expected<ListOrder> take_key_list(storage::Transaction& tx, const SignedKeyList& signed_list) {
    const KeyList& list = signed_list.list;
    if (list.sample) return core::fail({"keys.sample"});
    if (list.issuer == load_office(tx.database()).area_code)
        return core::fail(core::Error{"keys.own"}.with("office", list.issuer));
    const auto known = known_keys(tx.database(), list.issuer);
    const bool by_a_known_key = std::any_of(known.begin(), known.end(), [&](const ListedKey& one) {
        return one.key == signed_list.signer && one.good_on(list.day);
    });
    if (!known.empty() && !by_a_known_key)
        return core::fail(core::Error{"keys.other-signer"}
                              .with("office", list.issuer)
                              .with("known", to_text(key_id(known.back().key)))
                              .with("found", to_text(key_id(signed_list.signer))));
    const auto here = find_list(tx.database(), list.issuer);
    const ListOrder order = order_of(list, here);
    if (order == ListOrder::same && here->text != signed_list.text)
        return core::fail(core::Error{"keys.two-of-one-number"}
                              .with("office", list.issuer)
                              .with("counter", std::to_string(list.counter)));
    if (order == ListOrder::same || order == ListOrder::older) return order;
    pin_key(tx, list.issuer, signed_list.signer);
    keep(tx, signed_list, "keys.take");
    index(tx, list);
    return order;
}

std::optional<SignedKeyList> own_key_list(const storage::Database& database, const std::string& own_code) {
    return find_list(database, own_code);
}

void keep_own_key_list(storage::Transaction& tx, const SignedKeyList& signed_list) {
    keep(tx, signed_list, "keys.sign");
}

std::vector<SignedKeyList> taken_key_lists(const storage::Database& database, const std::string& own_code) {
    std::vector<SignedKeyList> all;
    auto row = database.query(select_others, own_code);
    while (row.step())
        all.push_back(read_kept(row.get<std::string_view>(0)));
    return all;
}

std::optional<RevokedSerial> find_revoked(const storage::Database& database, const std::string& serial) {
    auto row = database.query(select_revoked, serial);
    if (!row.step()) return std::nullopt;
    return RevokedSerial{row.get<std::string>(0), row.get<std::string>(1), row.get<core::Day>(2)};
}

std::optional<core::Day> listed_on(const storage::Database& database, const std::string& office) {
    return database.value<core::Day>(select_listed_on, office);
}

} // namespace office

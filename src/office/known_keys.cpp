// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/known_keys.hpp"

#include "storage/change.hpp"

namespace office {
namespace {

constexpr std::string_view select_own = R"sql(
SELECT key_id FROM signing_key ORDER BY created_at, key_id)sql";

constexpr std::string_view select_pinned = "SELECT public_key FROM pinned_key WHERE office_code = ?1";
constexpr std::string_view select_all_pinned = R"sql(
SELECT office_code, public_key FROM pinned_key ORDER BY office_code)sql";
constexpr std::string_view insert_pinned = R"sql(
INSERT INTO pinned_key (office_code, key_id, public_key, pinned_at) VALUES (?1, ?2, ?3, ?4))sql";

constexpr std::string_view select_listed = R"sql(
SELECT office_code, public_key, valid_from, valid_until FROM listed_key WHERE office_code = ?1
ORDER BY public_key, issuer)sql";

} // namespace

std::vector<OwnKey> own_keys(const storage::Database& database) {
    std::vector<OwnKey> keys;
    auto row = database.query(select_own);
    while (row.step())
        keys.push_back(find_key(database, KeyId{row.get<std::array<std::byte, 8>>(0)}).value());
    return keys;
}

void pin_key(storage::Transaction& tx, const std::string& office, const PublicKey& key) {
    if (pinned_key(tx.database(), office)) return;
    tx.run(insert_pinned, office, key_id(key).bytes, key.bytes, tx.now());
    tx.audit("key.pin", "pinned_key", std::nullopt,
             storage::change_json({{office, std::nullopt, to_text(key)}}));
}

std::optional<PublicKey> pinned_key(const storage::Database& database, const std::string& office) {
    const auto bytes = database.value<std::array<std::byte, 32>>(select_pinned, office);
    return bytes ? std::optional{PublicKey{*bytes}} : std::nullopt;
}

std::vector<ListedKey> pinned_keys(const storage::Database& database) {
    std::vector<ListedKey> all;
    auto row = database.query(select_all_pinned);
    while (row.step())
        all.push_back({row.get<std::string>(0), PublicKey{row.get<std::array<std::byte, 32>>(1)}});
    return all;
}

std::vector<ListedKey> known_keys(const storage::Database& database, const std::string& office) {
    std::vector<ListedKey> keys;
    auto row = database.query(select_listed, office);
    while (row.step())
        keys.push_back({row.get<std::string>(0), PublicKey{row.get<std::array<std::byte, 32>>(1)},
                        row.get<std::optional<core::Day>>(2), row.get<std::optional<core::Day>>(3)});
    if (!keys.empty()) return keys;
    if (const auto pinned = pinned_key(database, office)) keys.push_back({office, *pinned});
    return keys;
}

} // namespace office

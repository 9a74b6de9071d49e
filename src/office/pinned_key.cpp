// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/pinned_key.hpp"

#include "storage/change.hpp"

namespace office {
namespace {

constexpr std::string_view select_pinned = "SELECT public_key FROM pinned_key WHERE office_code = ?1";
constexpr std::string_view insert_pinned = R"sql(
INSERT INTO pinned_key (office_code, key_id, public_key, pinned_at) VALUES (?1, ?2, ?3, ?4))sql";

} // namespace

std::optional<PublicKey> pinned_key(const storage::Database& database, const std::string& office) {
    const auto bytes = database.value<std::array<std::byte, 32>>(select_pinned, office);
    return bytes ? std::optional{PublicKey{*bytes}} : std::nullopt;
}

void pin_key(storage::Transaction& tx, const std::string& office, const PublicKey& key) {
    if (pinned_key(tx.database(), office)) return;
    tx.run(insert_pinned, office, key_id(key).bytes, key.bytes, tx.now());
    tx.audit("key.pin", "pinned_key", std::nullopt,
             storage::change_json({{office, std::nullopt, to_text(key)}}));
}

} // namespace office

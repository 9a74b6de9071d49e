// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/key_store.hpp"

#include "office/sealed_key.hpp"

#include <fmt/format.h>

namespace office {
namespace {

constexpr std::string_view retire_current = R"sql(
UPDATE signing_key SET retired_at = ?1 WHERE retired_at IS NULL)sql";

constexpr std::string_view insert_key = R"sql(
INSERT INTO signing_key (key_id, public_key, sealed_secret, sample, created_at) VALUES (?1, ?2, ?3, ?4, ?5))sql";

constexpr std::string_view update_sealed = R"sql(
UPDATE signing_key SET sealed_secret = ?2 WHERE key_id = ?1 AND retired_at IS NULL)sql";

constexpr std::string_view select_current = R"sql(
SELECT key_id, public_key, sample, created_at, retired_at FROM signing_key WHERE retired_at IS NULL)sql";

constexpr std::string_view select_key = R"sql(
SELECT key_id, public_key, sample, created_at, retired_at FROM signing_key WHERE key_id = ?1)sql";

constexpr std::string_view select_sealed = R"sql(
SELECT public_key, sealed_secret FROM signing_key WHERE retired_at IS NULL)sql";

OwnKey read_key(const storage::Statement& row) {
    OwnKey key;
    key.id.bytes = row.get<std::array<std::byte, 8>>(0);
    key.public_key.bytes = row.get<std::array<std::byte, 32>>(1);
    key.sample = row.get<bool>(2);
    key.created_at = row.get<core::Moment>(3);
    key.retired_at = row.get<std::optional<core::Moment>>(4);
    return key;
}

[[noreturn]] void throw_no_key() {
    throw core::WorldFailure(core::Error{"file.damaged"}.with("detail", "no signing key"));
}

} // namespace

storage::Blob sealed_bytes(const SigningKey& key, std::string_view passphrase, core::Random& random) {
    // The empty passphrase guards nothing: making it slow would only make every start slow.
    const PassphraseCost cost = passphrase.empty() ? PassphraseCost::least() : PassphraseCost{};
    return packed(seal(key, passphrase, cost, random));
}

core::Expected<SigningKey> unsealed_key(const storage::Database& database, std::span<const std::byte> bytes,
                                        std::string_view passphrase) {
    const auto sealed = unpacked(current_key(database).public_key, bytes);
    if (!sealed) return core::fail(sealed.error());
    return unseal(*sealed, passphrase);
}

void reseal_signing_key(storage::Transaction& tx, const SigningKey& key, std::string_view passphrase) {
    tx.run(update_sealed, key.id().bytes, sealed_bytes(key, passphrase, tx.database().random()));
    tx.audit("key.reseal", "signing_key", std::nullopt, fmt::format(R"({{"key":"{}"}})", to_text(key.id())));
}

void add_signing_key(storage::Transaction& tx, const SigningKey& key, std::string_view passphrase,
                     bool sample) {
    tx.run(retire_current, tx.now());
    tx.run(insert_key, key.id().bytes, key.public_key().bytes,
           sealed_bytes(key, passphrase, tx.database().random()), sample, tx.now());
    tx.audit("key.add", "signing_key", std::nullopt, fmt::format(R"({{"key":"{}"}})", to_text(key.id())));
}

OwnKey current_key(const storage::Database& database) {
    auto row = database.query(select_current);
    if (!row.step()) throw_no_key();
    return read_key(row);
}

std::optional<OwnKey> find_key(const storage::Database& database, const KeyId& id) {
    auto row = database.query(select_key, id.bytes);
    if (!row.step()) return std::nullopt;
    return read_key(row);
}

core::Expected<SigningKey> open_signing_key(const storage::Database& database, std::string_view passphrase) {
    auto row = database.query(select_sealed);
    if (!row.step()) throw_no_key();
    const PublicKey public_key{row.get<std::array<std::byte, 32>>(0)};
    const auto sealed = unpacked(public_key, row.get<std::span<const std::byte>>(1));
    if (!sealed) return core::fail(sealed.error());
    return unseal(*sealed, passphrase);
}

} // namespace office

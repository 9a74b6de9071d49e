// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/backup_key.hpp"

#include "core/utf8.hpp"
#include "office/recovery_code.hpp"
#include "office/sealed_key.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace office {
namespace {

constexpr std::string_view retire_backup_key = R"sql(
UPDATE backup_key SET retired_at = ?1 WHERE retired_at IS NULL)sql";

constexpr std::string_view insert_backup_key = R"sql(
INSERT INTO backup_key (public_key, made_at) VALUES (?1, ?2))sql";

constexpr std::string_view upsert_seal = R"sql(
INSERT INTO backup_key_seal (key_id, kind, sealed) VALUES (?1, ?2, ?3)
ON CONFLICT (key_id, kind) DO UPDATE SET sealed = excluded.sealed)sql";

constexpr std::string_view select_backup_key = R"sql(
SELECT id, public_key FROM backup_key WHERE retired_at IS NULL)sql";

constexpr std::string_view select_seals = R"sql(
SELECT kind, sealed FROM backup_key_seal WHERE key_id = ?1 ORDER BY kind)sql";

std::optional<std::int64_t> current_id(const storage::Database& database) {
    return database.value<std::int64_t>(select_backup_key);
}

std::optional<core::Error> too_short(std::string_view passphrase) {
    const auto letters = core::code_points(passphrase);
    if (std::distance(letters.begin(), letters.end()) >= static_cast<std::ptrdiff_t>(least_passphrase))
        return std::nullopt;
    return core::Error{"backup.passphrase-short"}.with("least", std::to_string(least_passphrase));
}

void keep_seal(storage::Transaction& tx, std::int64_t id, SealKind kind, const SealedKey& sealed) {
    tx.run(upsert_seal, id, to_text(kind), packed(sealed));
}

void tell(storage::Transaction& tx, std::string_view verb, const PublicKey& key) {
    tx.audit(verb, "backup_key", std::nullopt, fmt::format(R"({{"key":"{}"}})", to_text(key_id(key))));
}

// The secret half of the current key.
core::Expected<SigningKey> open_current(const storage::Database& database, std::string_view passphrase,
                                        SealKind kind = SealKind::passphrase) {
    const auto key = find_backup_key(database);
    if (!key) return core::fail({"backup.no-key"});
    for (const BackupSeal& one : key->seals) {
        if (one.kind != kind) continue;
        auto opened = unseal(one.key, passphrase);
        if (!opened && opened.error().code == "key.wrong-passphrase")
            return core::fail({"backup.wrong-passphrase"});
        return opened;
    }
    return core::fail({"key.damaged"});
}

} // namespace

std::string_view to_text(SealKind kind) {
    return kind == SealKind::passphrase ? "passphrase" : "recovery";
}

std::optional<BackupKey> find_backup_key(const storage::Database& database) {
    storage::Statement row = database.query(select_backup_key);
    if (!row.step()) return std::nullopt;
    BackupKey key;
    key.public_key.bytes = row.get<std::array<std::byte, 32>>(1);
    storage::Statement seals = database.query(select_seals, row.get<std::int64_t>(0));
    while (seals.step()) {
        const bool recovery = seals.get<std::string_view>(0) == to_text(SealKind::recovery);
        if (auto sealed = unpacked(key.public_key, seals.get<std::span<const std::byte>>(1)))
            key.seals.push_back({recovery ? SealKind::recovery : SealKind::passphrase, *std::move(sealed)});
    }
    return key;
}

bool has_backup_key(const storage::Database& database) {
    return current_id(database).has_value();
}

core::Expected<void> set_backup_passphrase(storage::Transaction& tx, std::string_view passphrase,
                                           PassphraseCost cost) {
    if (auto refused = too_short(passphrase)) return core::fail(*std::move(refused));
    core::Random& random = tx.database().random();
    const SigningKey key = SigningKey::make(random);
    tx.run(retire_backup_key, tx.now());
    const auto id = tx.insert(insert_backup_key, key.public_key().bytes, tx.now());
    keep_seal(tx, id, SealKind::passphrase, seal(key, passphrase, cost, random));
    tell(tx, "backup-key.make", key.public_key());
    return {};
}

core::Expected<void> change_backup_passphrase(storage::Transaction& tx, std::string_view old_passphrase,
                                              std::string_view new_passphrase, PassphraseCost cost) {
    if (auto refused = too_short(new_passphrase)) return core::fail(*std::move(refused));
    const auto key = open_current(tx.database(), old_passphrase);
    if (!key) return core::fail(key.error());
    keep_seal(tx, current_id(tx.database()).value(), SealKind::passphrase,
              seal(*key, new_passphrase, cost, tx.database().random()));
    tell(tx, "backup-key.change", key->public_key());
    return {};
}

core::Expected<void> set_backup_recovery(storage::Transaction& tx, std::string_view passphrase,
                                         std::string_view code, PassphraseCost cost) {
    const auto key = open_current(tx.database(), passphrase);
    if (!key) return core::fail(key.error());
    keep_seal(tx, current_id(tx.database()).value(), SealKind::recovery,
              seal(*key, plain_recovery_code(code), cost, tx.database().random()));
    tell(tx, "backup-key.recovery", key->public_key());
    return {};
}

core::Expected<void> renew_backup_recovery(storage::Transaction& tx, std::string_view was,
                                           std::string_view is, std::string_view passphrase,
                                           PassphraseCost cost) {
    const auto known = find_backup_key(tx.database());
    const auto by_code = [](const BackupSeal& seal) { return seal.kind == SealKind::recovery; };
    if (!known || std::none_of(known->seals.begin(), known->seals.end(), by_code)) return {};
    if (!passphrase.empty())
        if (auto refused = too_short(passphrase)) return core::fail(*std::move(refused));
    const auto key = open_current(tx.database(), plain_recovery_code(was), SealKind::recovery);
    if (!key) return core::fail(key.error());
    const auto id = current_id(tx.database()).value();
    core::Random& random = tx.database().random();
    keep_seal(tx, id, SealKind::recovery, seal(*key, plain_recovery_code(is), cost, random));
    if (!passphrase.empty()) keep_seal(tx, id, SealKind::passphrase, seal(*key, passphrase, cost, random));
    tell(tx, "backup-key.recovery", key->public_key());
    return {};
}

} // namespace office

// SPDX-License-Identifier: GPL-3.0-or-later
// The key that backups of the office file are sealed to. Its public half lies open in the file, so that a
// backup is made without asking anybody; its secret half opens with a passphrase, and with a recovery code
// where one was given.
#pragma once

#include "office/signing.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace office {

// What opens a sealed secret.
enum class SealKind { passphrase, recovery };
std::string_view to_text(SealKind kind);

struct BackupSeal {
    SealKind kind = SealKind::passphrase;
    SealedKey key;
    friend bool operator==(const BackupSeal&, const BackupSeal&) = default;
};

struct BackupKey {
    PublicKey public_key;          // Ed25519; its X25519 form is what a backup is sealed to
    std::vector<BackupSeal> seals; // the secret half, once for each way of opening it
};

// Nothing while the file has none: then backups are plain.
std::optional<BackupKey> find_backup_key(const storage::Database& database);
bool has_backup_key(const storage::Database& database);

// Makes a new key under the passphrase; the one before is retired, and its backups go on opening with the
// passphrase they were made under. A recovery code is given anew after it. Error: backup.passphrase-short
// {least}: fewer than that many characters.
core::Expected<void> set_backup_passphrase(storage::Transaction& tx, std::string_view passphrase,
                                           PassphraseCost cost = {});

// The same key under another passphrase. Errors: backup.no-key; backup.wrong-passphrase; key.damaged;
// backup.passphrase-short.
core::Expected<void> change_backup_passphrase(storage::Transaction& tx, std::string_view old_passphrase,
                                              std::string_view new_passphrase, PassphraseCost cost = {});

// Backups made from now on open with `code` too. Errors: backup.no-key; backup.wrong-passphrase; key.damaged.
core::Expected<void> set_backup_recovery(storage::Transaction& tx, std::string_view passphrase,
                                         std::string_view code, PassphraseCost cost = {});

// The key opened by the recovery code `was` is sealed under `is` from now on, and under `passphrase` unless
// that is empty. Nothing is done where there is no key or no code opens it. Errors: backup.wrong-passphrase;
// backup.passphrase-short.
core::Expected<void> renew_backup_recovery(storage::Transaction& tx, std::string_view was,
                                           std::string_view is, std::string_view passphrase,
                                           PassphraseCost cost = {});

constexpr std::size_t least_passphrase = 8; // characters

} // namespace office

// SPDX-License-Identifier: GPL-3.0-or-later
// The office's own signing keys in its file: one current, older ones kept to verify what they signed.
#pragma once

#include "office/signing.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string_view>

namespace office {

// What anybody may know of a key.
struct OwnKey {
    KeyId id;
    PublicKey public_key;
    bool sample = false; // signs samples only, never pinned
    core::Moment created_at{};
    std::optional<core::Moment> retired_at{};
};

// Seals `key` and makes it the current one; the one before is retired. In set-up the passphrase is empty.
void add_signing_key(storage::Transaction& tx, const SigningKey& key, std::string_view passphrase,
                     bool sample);

// Seals the current key under another passphrase. Audited as "key.reseal".
void reseal_signing_key(storage::Transaction& tx, const SigningKey& key, std::string_view passphrase);

// A copy of the current key sealed under another text, kept elsewhere in the file, and back.
storage::Blob sealed_bytes(const SigningKey& key, std::string_view passphrase, core::Random& random);
// Errors: those of unseal.
core::Expected<SigningKey> unsealed_key(const storage::Database& database, std::span<const std::byte> sealed,
                                        std::string_view passphrase);

// The current key; a file without one is damaged (WorldFailure file.damaged).
OwnKey current_key(const storage::Database& database);
std::optional<OwnKey> find_key(const storage::Database& database, const KeyId& id);

// Unseals the current key. Errors: key.wrong-passphrase, key.damaged.
core::Expected<SigningKey> open_signing_key(const storage::Database& database,
                                            std::string_view passphrase = {});

} // namespace office

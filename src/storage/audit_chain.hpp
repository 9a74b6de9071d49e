// SPDX-License-Identifier: GPL-3.0-or-later
// How a row of the audit chain is hashed; shared by the writer (Transaction) and the verifier.
#pragma once

#include "storage/audit.hpp"

namespace storage {

// BLAKE2b-256(salt ‖ change).
Hash hash_change(std::span<const std::byte> salt, std::string_view change);

// BLAKE2b-256 over the previous hash and each field with its length before it, so that no two rows read
// alike.
Hash hash_row(const Hash& previous, std::int64_t seq, std::string_view at, std::string_view actor,
              std::string_view verb, std::string_view entity, std::span<const std::byte> uid,
              const Hash& change_hash);

} // namespace storage

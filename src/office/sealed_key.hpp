// SPDX-License-Identifier: GPL-3.0-or-later
// A sealed key as bytes: in the office file, and at the head of a backup.
#pragma once

#include "office/signing.hpp"
#include "storage/column.hpp"

#include <span>

namespace office {

// One byte of format (1), passes (4 bytes), memory (8), both little-endian, salt (16), nonce (24), box (48).
// The public key is not among them: it is known beside.
constexpr std::size_t sealed_key_size = 1 + 4 + 8 + 16 + 24 + 48;

storage::Blob packed(const SealedKey& sealed);
// Errors: key.damaged.
core::Expected<SealedKey> unpacked(const PublicKey& public_key, std::span<const std::byte> bytes);

} // namespace office

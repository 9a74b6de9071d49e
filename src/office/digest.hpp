// SPDX-License-Identifier: GPL-3.0-or-later
// The 32 bytes that name a content: packs, code lists, imported files and templates are known by theirs.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace office {

using Digest = std::array<std::byte, 32>;

// BLAKE2b-256 (RFC 7693).
Digest digest(std::span<const std::byte> content);
inline Digest digest(std::string_view content) {
    return digest(std::as_bytes(std::span{content}));
}

// Lower-case hexadecimal.
std::string to_text(const Digest& digest);

} // namespace office

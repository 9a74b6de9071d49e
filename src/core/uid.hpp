// SPDX-License-Identifier: GPL-3.0-or-later
// UUID version 7 (RFC 9562): the name of every row that can leave the office file.
#pragma once

#include "core/clock.hpp"
#include "core/random.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace core {

struct Uid {
    std::array<std::byte, 16> bytes{};
    friend auto operator<=>(const Uid&, const Uid&) = default;
};

Uid make_uid(Moment now, Random& random);

// Lower-case, with dashes: "0192f0c1-7a3e-7c11-b1a2-0123456789ab".
std::string to_text(const Uid& uid);
std::optional<Uid> uid_from_text(std::string_view text);
// Exactly 16 bytes, else nothing.
std::optional<Uid> uid_from_bytes(std::span<const std::byte> bytes);

} // namespace core

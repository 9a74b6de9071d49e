// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/uid.hpp"

#include <algorithm>

namespace core {

Uid make_uid(Moment now, Random& random) {
    Uid uid;
    random.fill(uid.bytes);
    const auto millis = static_cast<std::uint64_t>(now.time_since_epoch().count());
    for (std::size_t i = 0; i < 6; ++i)
        uid.bytes[i] = static_cast<std::byte>((millis >> (40 - 8 * i)) & 0xFFU);
    uid.bytes[6] = (uid.bytes[6] & std::byte{0x0F}) | std::byte{0x70};
    uid.bytes[8] = (uid.bytes[8] & std::byte{0x3F}) | std::byte{0x80};
    return uid;
}

std::string to_text(const Uid& uid) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < uid.bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        const auto byte = std::to_integer<unsigned>(uid.bytes[i]);
        text += hex[byte >> 4U];
        text += hex[byte & 0xFU];
    }
    return text;
}

std::optional<Uid> uid_from_text(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    const auto nibble = [](char c) -> int {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        if (c >= 'A' && c <= 'F') return c - 'A' + 10;
        return -1;
    };
    Uid uid;
    std::size_t at = 0;
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            if (text[at++] != '-') return std::nullopt;
        }
        const int high = nibble(text[at++]);
        const int low = nibble(text[at++]);
        if (high < 0 || low < 0) return std::nullopt;
        uid.bytes[i] = static_cast<std::byte>(high * 16 + low);
    }
    return uid;
}

std::optional<Uid> uid_from_bytes(std::span<const std::byte> bytes) {
    if (bytes.size() != 16) return std::nullopt;
    Uid uid;
    std::copy(bytes.begin(), bytes.end(), uid.bytes.begin());
    return uid;
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/base45.hpp"

namespace certificates {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

unsigned octet(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

} // namespace

std::string to_base45(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() / 2 * 3 + 2);
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        const unsigned value = octet(bytes, at) * 256 + octet(bytes, at + 1);
        text += alphabet[value % 45];
        text += alphabet[value / 45 % 45];
        text += alphabet[value / (45 * 45)];
    }
    if (at < bytes.size()) {
        text += alphabet[octet(bytes, at) % 45];
        text += alphabet[octet(bytes, at) / 45];
    }
    return text;
}

std::optional<std::string> from_base45(std::string_view text) {
    if (text.size() % 3 == 1) return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() / 3 * 2 + 1);
    for (std::size_t at = 0; at < text.size(); at += 3) {
        const std::string_view group = text.substr(at, 3);
        unsigned value = 0;
        for (std::size_t i = group.size(); i-- > 0;) {
            const std::size_t digit = alphabet.find(group[i]);
            if (digit == std::string_view::npos) return std::nullopt;
            value = value * 45 + static_cast<unsigned>(digit);
        }
        if (value > (group.size() == 3 ? 0xFFFFU : 0xFFU)) return std::nullopt;
        if (group.size() == 3) bytes += static_cast<char>(value >> 8);
        bytes += static_cast<char>(value & 0xFF);
    }
    return bytes;
}

} // namespace certificates

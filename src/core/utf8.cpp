// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utf8.hpp"

namespace core {
namespace {

struct Lead {
    std::size_t size = 0;
    char32_t bits = 0;
    char32_t smallest = 0; // below this the sequence is overlong
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {1, byte, 0};
    if ((byte & 0xE0U) == 0xC0) return {2, byte & 0x1FU, 0x80};
    if ((byte & 0xF0U) == 0xE0) return {3, byte & 0x0FU, 0x800};
    if ((byte & 0xF8U) == 0xF0) return {4, byte & 0x07U, 0x10000};
    return {};
}

} // namespace

Decoded decode_utf8(std::string_view text, std::size_t at) {
    const Lead lead = lead_of(static_cast<unsigned char>(text[at]));
    if (lead.size == 0 || lead.size > text.size() - at) return {};
    char32_t code_point = lead.bits;
    for (std::size_t i = 1; i < lead.size; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + i]);
        if ((byte & 0xC0U) != 0x80) return {};
        code_point = (code_point << 6U) | (byte & 0x3FU);
    }
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < lead.smallest || code_point > 0x10FFFF || surrogate) return {};
    return {code_point, lead.size, true};
}

void append_utf8(std::string& text, char32_t code_point) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    const auto tail = [&](unsigned shift) { put(0x80U | ((code_point >> shift) & 0x3FU)); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0U | (code_point >> 6U));
        tail(0);
    } else if (code_point < 0x10000) {
        put(0xE0U | (code_point >> 12U));
        tail(6);
        tail(0);
    } else {
        put(0xF0U | (code_point >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::string to_utf8(std::u32string_view code_points) {
    std::string text;
    text.reserve(code_points.size() * 3);
    for (char32_t c : code_points)
        append_utf8(text, c);
    return text;
}

std::u32string to_utf32(std::string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for (char32_t c : code_points(text))
        result += c;
    return result;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode_utf8(text, at);
        if (!decoded.valid) return at;
        at += decoded.size;
    }
    return std::nullopt;
}

} // namespace core

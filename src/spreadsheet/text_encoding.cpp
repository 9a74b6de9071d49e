// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/text_encoding.hpp"

#include "core/utf8.hpp"

#include <cstdint>

namespace spreadsheet {
namespace {

core::Error wrong_at(std::size_t byte) {
    core::Error error{"file.encoding"};
    error.place.byte = byte;
    return error;
}

core::Expected<std::string_view> decode_utf16(std::string_view bytes, bool big_end_first,
                                              std::pmr::string& into) {
    if (bytes.size() % 2 != 0) return core::fail(wrong_at(bytes.size() - 1));
    const auto unit_at = [&](std::size_t at) {
        const std::uint32_t a = static_cast<unsigned char>(bytes[at]);
        const std::uint32_t b = static_cast<unsigned char>(bytes[at + 1]);
        return big_end_first ? a << 8 | b : b << 8 | a;
    };
    const auto append = [&](std::uint32_t code_point) {
        std::string character;
        core::append_utf8(character, code_point);
        into.append(character);
    };
    for (std::size_t at = 2; at < bytes.size(); at += 2) {
        const std::uint32_t unit = unit_at(at);
        if (unit == 0 || (unit >= 0xDC00 && unit < 0xE000)) return core::fail(wrong_at(at));
        if (unit < 0xD800 || unit >= 0xE000) {
            append(unit);
            continue;
        }
        const std::uint32_t low = at + 2 < bytes.size() ? unit_at(at + 2) : 0;
        if (low < 0xDC00 || low >= 0xE000) return core::fail(wrong_at(at));
        append(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
        at += 2;
    }
    return std::string_view{into};
}

} // namespace

core::Expected<std::string_view> decode_text(std::string_view bytes, std::pmr::string& converted) {
    if (bytes.starts_with("\xFF\xFE")) return decode_utf16(bytes, false, converted);
    if (bytes.starts_with("\xFE\xFF")) return decode_utf16(bytes, true, converted);
    if (const auto byte = core::first_invalid_utf8(bytes)) return core::fail(wrong_at(*byte));
    if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos)
        return core::fail(wrong_at(zero));
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return bytes;
}

} // namespace spreadsheet

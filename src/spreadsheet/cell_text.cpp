// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/cell_text.hpp"

#include "core/utf8.hpp"

#include <charconv>
#include <cstdint>
#include <optional>

namespace spreadsheet {
namespace {

constexpr std::size_t escape_size = 7; // _xHHHH_

std::optional<std::uint32_t> escape_at(std::string_view text) {
    if (text.size() < escape_size || text[0] != '_' || text[1] != 'x' || text[6] != '_') return {};
    std::uint32_t unit = 0;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
    if (error != std::errc{} || end != text.data() + 6) return {};
    return unit;
}

// The character is shorter than its escape, so it fits where the escape stood.
void write_utf8(std::pmr::string& text, std::size_t& at, std::uint32_t code_point) {
    std::string character;
    core::append_utf8(character, code_point);
    text.replace(at, character.size(), character);
    at += character.size();
}

} // namespace

void decode_escapes(std::pmr::string& text, std::size_t begin) {
    std::size_t from = text.find("_x", begin);
    if (from == std::string::npos) return;
    std::size_t to = from;
    while (from < text.size()) {
        const auto unit = escape_at(std::string_view{text}.substr(from));
        const auto low = unit && *unit >= 0xD800 && *unit < 0xDC00
                             ? escape_at(std::string_view{text}.substr(from + escape_size))
                             : std::nullopt;
        if (low && *low >= 0xDC00 && *low < 0xE000) {
            write_utf8(text, to, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00));
            from += 2 * escape_size;
        } else if (unit && *unit != 0 && (*unit < 0xD800 || *unit >= 0xE000)) {
            write_utf8(text, to, *unit);
            from += escape_size;
        } else { // not an escape, or half a character: it stays as it is written
            text[to++] = text[from++];
        }
    }
    text.resize(to);
}

void RichText::start(std::string_view name) {
    ++m_depth;
    if (m_depth == 1) m_in_run = name == "r";
    if (name == "t" && (m_depth == 1 || (m_depth == 2 && m_in_run))) m_text_depth = m_depth;
}

void RichText::end() {
    if (m_text_depth == m_depth) m_text_depth = 0;
    --m_depth;
}

bool RichText::text(std::string_view piece) {
    if (m_text_depth == 0 || m_text_depth != m_depth) return true;
    m_into.append(piece);
    return m_into.size() <= longest_text;
}

} // namespace spreadsheet

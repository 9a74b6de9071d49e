// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text_problem.hpp"

#include "core/fold_script.hpp"
#include "core/utf8.hpp"

#include <algorithm>

namespace core {
namespace {

bool is_upper(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

bool is_lower(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
}

bool is_letter(char32_t c) {
    return is_upper(c) || is_lower(c) || latin_letter(c) != 0 || is_khmer_letter(c);
}

// Any letter lost: two question marks together, or one between letters. A lone ? is a clerk's doubt.
bool lost_letters(const std::u32string& text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == replacement_character) return true;
        if (text[i] != U'?' || i + 1 == text.size()) continue;
        if (text[i + 1] == U'?') return true;
        if (i > 0 && is_letter(text[i - 1]) && is_letter(text[i + 1])) return true;
    }
    return false;
}

// The capitals of a mixed word stand where no spelling puts them. Sok, SOK, sok, SOk, SokHeng, McNeil, MoEYS
// and CLCs are honest; suPa, RsI and karGPiv are keys of a font that has other letters on its capitals.
bool capitals_are_scattered(std::u32string_view word) {
    const bool upper = std::any_of(word.begin(), word.end(), is_upper);
    const bool lower = std::any_of(word.begin(), word.end(), is_lower);
    if (!upper || !lower) return false;
    if (!is_upper(word.front())) return true;
    for (std::size_t at = 0; at < word.size();) {
        std::size_t capitals = at;
        while (capitals < word.size() && is_upper(word[capitals]))
            ++capitals;
        std::size_t end = capitals;
        while (end < word.size() && !is_upper(word[end]))
            ++end;
        const bool one_capital_alone = capitals - at == 1 && end == capitals;
        const bool capitals_inside = at > 0 && capitals - at > 1 && end > capitals;
        if (one_capital_alone || capitals_inside) return true;
        at = end;
    }
    return false;
}

// Signs that old fonts put letters on and that no name holds.
bool is_foreign_sign(char32_t c) {
    constexpr std::u32string_view signs = U"¡¢£¤¥¦§¨¬¯±´µ¶¸¹¼¾¿×÷ÐÞßþðƒ„†‡ˆ‰˜™‹›";
    return signs.find(c) != std::u32string_view::npos;
}

bool is_key_between_letters(char32_t c) {
    constexpr std::u32string_view keys = U";:[]{}\\|=@^<>\"~`$%#*_";
    return keys.find(c) != std::u32string_view::npos;
}

bool signs_stand_in_words(const std::u32string& text) {
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char32_t before = text[i - 1];
        const char32_t after = i + 1 < text.size() ? text[i + 1] : U' ';
        if (is_foreign_sign(text[i]) && (is_letter(before) || is_letter(after))) return true;
        if (is_key_between_letters(text[i]) && is_lower(before) && is_lower(after)) return true;
    }
    return false;
}

bool is_legacy_font(const std::u32string& text) {
    if (std::any_of(text.begin(), text.end(), is_khmer_letter)) return false;
    if (signs_stand_in_words(text)) return true;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && (is_upper(text[end]) || is_lower(text[end])))
            ++end;
        if (end > at && capitals_are_scattered(std::u32string_view{text}.substr(at, end - at))) return true;
        at = std::max(end, at + 1);
    }
    return false;
}

} // namespace

std::optional<std::string_view> text_problem(std::string_view text) {
    const std::u32string wide = to_utf32(text);
    if (lost_letters(wide)) return "text.lost";
    if (is_legacy_font(wide)) return "text.legacy-font";
    return std::nullopt;
}

} // namespace core

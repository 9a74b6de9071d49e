// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tidy.hpp"

#include "core/utf8.hpp"

namespace core {
namespace {

bool is_invisible(char32_t c) {
    return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

bool is_space(char32_t c) {
    return c <= 0x20 || c == 0x7F || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

} // namespace

std::string tidy(std::string_view typed) {
    std::string result;
    bool space = false;
    for (char32_t c : code_points(typed)) {
        if (is_invisible(c)) continue;
        if (is_space(c)) {
            space = !result.empty();
            continue;
        }
        if (space) result += ' ';
        space = false;
        append_utf8(result, c);
    }
    return result;
}

std::optional<std::string> tidy_field(const std::optional<std::string>& typed) {
    if (!typed) return std::nullopt;
    std::string result = tidy(*typed);
    if (result.empty()) return std::nullopt;
    return result;
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check_digit.hpp"

#include "core/numerals.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <cassert>
#include <initializer_list>

namespace core {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr int modulus = 36;

bool is_filler(char32_t c) {
    const bool dash = c == U'-' || (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212' || c == U'\uFF0D';
    const bool space = c == U' ' || c == U'\t' || c == U'\u00A0' || c == U'\u200B' || c == U'\u3000';
    return dash || space;
}

// The characters of the alphabet without dashes and spaces, or nothing when something else stands there.
std::optional<std::string> bare(std::string_view typed) {
    std::string result;
    for (char32_t c : code_points(typed)) {
        if (is_filler(c)) continue;
        if (const auto digit = digit_value(c))
            result += static_cast<char>('0' + *digit);
        else if (c >= U'A' && c <= U'Z')
            result += static_cast<char>(c);
        else if (c >= U'a' && c <= U'z')
            result += static_cast<char>(c - U'a' + U'A');
        else
            return std::nullopt;
    }
    return result;
}

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The canonical text: the office's code, groups of digits of the given widths, then the check.
Expected<std::string> read_checked(std::string_view typed, std::initializer_list<std::size_t> widths) {
    const auto unreadable = [&] {
        return fail(Error{"reference.unreadable"}.with("text", std::string{typed}));
    };
    const auto characters = bare(typed);
    std::size_t tail = 1;
    for (std::size_t width : widths)
        tail += width;
    if (!characters || characters->size() < tail + 2) return unreadable(); // a province's code has two digits

    std::string_view rest = *characters;
    std::string body{rest.substr(0, rest.size() - tail)};
    rest.remove_prefix(body.size());
    for (std::size_t width : widths) {
        if (!all_digits(rest.substr(0, width))) return unreadable();
        body += '-';
        body += rest.substr(0, width);
        rest.remove_prefix(width);
    }
    if (check_character(body) != rest.front())
        return fail(Error{"reference.check"}.with("text", std::string{typed}));
    return with_check_character(body);
}

} // namespace

std::optional<char> check_character(std::string_view body) {
    // ISO/IEC 7064, hybrid systems: each step adds the character modulo 36 and doubles modulo 37; zero counts
    // as 36.
    int product = modulus;
    bool any = false;
    for (char c : body) {
        if (c == '-') continue;
        const std::size_t value = alphabet.find(c);
        if (value == std::string_view::npos) return std::nullopt;
        const int sum = (product + static_cast<int>(value)) % modulus;
        product = (sum == 0 ? modulus : sum) * 2 % (modulus + 1);
        any = true;
    }
    if (!any) return std::nullopt;
    return alphabet[static_cast<std::size_t>((modulus + 1 - product) % modulus)];
}

std::string with_check_character(std::string_view body) {
    const auto check = check_character(body);
    assert(check);
    std::string result{body};
    result += '-';
    result += check.value_or('?');
    return result;
}

Expected<std::string> read_learner_number(std::string_view typed) {
    return read_checked(typed, {6});
}

Expected<std::string> read_serial(std::string_view typed) {
    return read_checked(typed, {4, 6});
}

} // namespace core

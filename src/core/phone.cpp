// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phone.hpp"

#include "core/numerals.hpp"
#include "core/tidy.hpp"
#include "core/utf8.hpp"

#include <algorithm>

namespace core {
namespace {

constexpr std::size_t shortest = 9;
constexpr std::size_t longest = 10;
// ITU-T E.164: 15 digits with the country's code; fewer than 8 reach nobody abroad.
constexpr std::size_t shortest_abroad = 8;
constexpr std::size_t longest_abroad = 15;

bool stands_between_digits(char32_t c) {
    const bool dash = c == U'-' || (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212';
    const bool space = c == U' ' || c == U'\t' || c == U'\u00A0' || c == U'\u200B' || c == U'\u3000';
    return dash || space || c == U'.' || c == U'(' || c == U')';
}

bool stands_between_numbers(char32_t c) {
    return c == U'/' || c == U',' || c == U';' || c == U'\n' || c == U'|' || c == U'\\';
}

struct Dialled {
    bool plus = false;
    bool readable = true;
    bool several = false;
    std::string digits;
};

// The first number of the text. An apostrophe in front is how a clerk tells a spreadsheet to keep the zero.
Dialled first_number(std::string_view typed) {
    Dialled result;
    for (char32_t c : code_points(typed)) {
        if (const auto digit = digit_value(c)) {
            if (result.several) return result;
            result.digits += static_cast<char>('0' + *digit);
        } else if (c == U'+' && result.digits.empty()) {
            result.plus = true;
        } else if (stands_between_numbers(c) && !result.digits.empty()) {
            result.several = true;
        } else if (!stands_between_digits(c) && !(c == U'\'' && result.digits.empty())) {
            if (result.several) return result;
            result.readable = false;
        }
    }
    result.several = false; // a separator with nothing after it
    return result;
}

bool starts_with(std::string_view text, std::string_view head) {
    return text.substr(0, head.size()) == head;
}

} // namespace

Expected<PhoneReading> read_phone(std::string_view typed) {
    Dialled dialled = first_number(typed);
    const auto refused = [&](std::string_view code) {
        return fail(Error{std::string{code}}
                        .with("text", std::string{typed})
                        .with("digits", std::to_string(dialled.digits.size())));
    };
    if (!dialled.readable || dialled.digits.empty()) return refused("phone.unreadable");

    PhoneReading reading;
    if (dialled.several) reading.findings.emplace_back("phone.first-of-several");
    std::string& digits = dialled.digits;
    if (starts_with(digits, "00")) {
        digits.erase(0, 2);
        dialled.plus = true;
    }
    const bool ours = starts_with(digits, "855") && (dialled.plus || digits.size() > longest);
    if (dialled.plus && !ours) {
        if (digits.size() < shortest_abroad || digits.size() > longest_abroad) return refused("phone.length");
        reading.number = "+" + digits;
        return reading;
    }
    if (ours) {
        digits.erase(0, 3);
        // "+855 (0)12 345 678" keeps its zero.
        if (!starts_with(digits, "0")) digits.insert(0, "0");
    } else if (!starts_with(digits, "0")) {
        digits.insert(0, "0");
        reading.findings.emplace_back("phone.zero-restored");
    }
    if (digits.size() < shortest || digits.size() > longest) return refused("phone.length");
    reading.number = std::move(digits);
    return reading;
}

std::string shown_phone(std::string_view kept) {
    std::string text;
    std::string_view digits = kept;
    if (starts_with(digits, "+")) {
        text = digits.substr(0, 3);
        digits.remove_prefix(std::min<std::size_t>(3, digits.size()));
    }
    const bool all_digits =
        std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!all_digits) return std::string{kept};
    // By threes; what would be left over at the end stays with the last.
    while (!digits.empty()) {
        const std::size_t part = digits.size() < 6 ? digits.size() : 3;
        text += (text.empty() ? "" : " ") + std::string{digits.substr(0, part)};
        digits.remove_prefix(part);
    }
    return text;
}

std::optional<std::string> kept_phone(const std::optional<std::string>& typed) {
    const auto text = tidy_field(typed);
    if (!text) return std::nullopt;
    const auto reading = read_phone(*text);
    return reading ? reading->number : *text;
}

std::optional<Error> phone_fault(const std::optional<std::string>& typed) {
    if (!typed) return std::nullopt;
    const auto reading = read_phone(*typed);
    if (reading) return std::nullopt;
    return reading.error();
}

} // namespace core

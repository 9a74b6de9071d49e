// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/mark.hpp"

#include "core/numerals.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace attendance {
namespace {

using Word = std::pair<std::string_view, Mark>;

constexpr std::array no_marks = {"", ".", "-", "✓", "✔", "√", "☑"};

constexpr std::array known = {
    Word{"P", Mark::permission},    Word{"ច", Mark::permission},
    Word{"ច្បាប់", Mark::permission}, Word{"មានច្បាប់", Mark::permission},
    Word{"A", Mark::absent},        Word{"អ", Mark::absent},
    Word{"អច្ប", Mark::absent},      Word{"អត់ច្បាប់", Mark::absent},
    Word{"ឥតច្បាប់", Mark::absent},   Word{"អវត្តមាន", Mark::absent},
    Word{"L", Mark::late},          Word{"យ", Mark::late},
    Word{"យឺត", Mark::late},         Word{"មកយឺត", Mark::late},
};

// What the digits 0 to 5 stand for.
constexpr std::array key_marks = {Mark::none, Mark::absent,      Mark::permission,
                                  Mark::late, Mark::half_absent, Mark::half_permission};

constexpr std::array half_signs = {"½", "/2", "1/2"};

// Without blanks of any kind, Latin digits and capitals.
std::string plain(std::string_view typed) {
    std::string result;
    for (const char32_t c : core::code_points(typed)) {
        if (c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\u00A0' || c == U'\u200B') continue;
        core::append_utf8(result, c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c);
    }
    return core::to_latin_digits(result);
}

std::optional<Mark> find_known(std::string_view text) {
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const Word& w) { return w.first == text; });
    if (found == known.end()) return std::nullopt;
    return found->second;
}

std::optional<Mark> half_of(std::optional<Mark> mark) {
    if (mark == Mark::permission) return Mark::half_permission;
    if (mark == Mark::absent) return Mark::half_absent;
    return std::nullopt;
}

std::optional<Mark> find_half(std::string_view text) {
    for (const std::string_view sign : half_signs) {
        if (text.ends_with(sign))
            if (const auto mark = half_of(find_known(text.substr(0, text.size() - sign.size())))) return mark;
        if (text.starts_with(sign))
            if (const auto mark = half_of(find_known(text.substr(sign.size())))) return mark;
    }
    return std::nullopt;
}

} // namespace

std::optional<Mark> mark_from_letter(char letter) {
    if (std::string_view{".PALpa"}.find(letter) == std::string_view::npos) return std::nullopt;
    return static_cast<Mark>(letter);
}

core::Expected<Mark> read_mark(std::string_view typed, const Letters& own) {
    const std::string text = plain(typed);
    for (const auto& [letter, mark] : own)
        if (plain(letter) == text) return mark;
    if (std::find(no_marks.begin(), no_marks.end(), text) != no_marks.end()) return Mark::none;
    if (const auto mark = find_known(text)) return *mark;
    if (const auto mark = find_half(text)) return *mark;
    return core::fail(core::Error{"attendance.unknown-letter"}.with("text", std::string{typed}));
}

std::optional<Mark> mark_from_key(char32_t key, const Letters& own) {
    std::string text;
    core::append_utf8(text, key);
    if (own.find(text) == own.end())
        if (const auto digit = core::digit_value(key)) {
            if (*digit >= static_cast<int>(key_marks.size())) return std::nullopt;
            return key_marks[static_cast<std::size_t>(*digit)];
        }
    const auto mark = read_mark(text, own);
    if (!mark) return std::nullopt;
    return *mark;
}

MonthMarks::MonthMarks(core::Month month)
    : m_month(month) {
    std::fill_n(m_letters.begin(), core::days_in(month), letter_of(Mark::none));
}

std::optional<MonthMarks> MonthMarks::from_text(core::Month month, std::string_view text) {
    MonthMarks marks{month};
    if (text.size() != core::days_in(month)) return std::nullopt;
    if (!std::all_of(text.begin(), text.end(), [](char c) { return mark_from_letter(c).has_value(); }))
        return std::nullopt;
    std::copy(text.begin(), text.end(), marks.m_letters.begin());
    return marks;
}

void MonthMarks::set(core::Day day, Mark mark) {
    assert(core::month_of(day) == m_month);
    m_letters[static_cast<unsigned>(day.day()) - 1] = letter_of(mark);
}

} // namespace attendance

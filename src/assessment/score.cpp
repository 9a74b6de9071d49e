// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/score.hpp"

#include "core/numerals.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace assessment {
namespace {

using State = Score::State;

constexpr std::array<std::pair<State, std::string_view>, 4> state_texts = {{
    {State::mark, "mark"},
    {State::absent, "absent"},
    {State::exempt, "exempt"},
    {State::cheating, "cheating"},
}};

// The first word of each state is the one we write.
constexpr std::array<std::pair<std::string_view, State>, 15> words = {{
    {"អវត្តមាន", State::absent},
    {"អវត្ដមាន", State::absent}, // with the other subscript, which looks the same
    {"អម", State::absent},
    {"អ", State::absent},
    {"absent", State::absent},
    {"abs", State::absent},
    {"ab", State::absent},
    {"a", State::absent},
    {"លើកលែង", State::exempt},
    {"exempt", State::exempt},
    {"ex", State::exempt},
    {"លួចចម្លង", State::cheating},
    {"បន្លំ", State::cheating},
    {"cheating", State::cheating},
    {"cheat", State::cheating},
}};

constexpr std::array<std::string_view, 4> blanks = {"", "-", "–", "."};

// Without blanks of any kind, in small letters.
std::string plain(std::string_view typed) {
    std::string result;
    for (const char32_t c : core::code_points(typed)) {
        if (c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\u00A0' || c == U'\u200B') continue;
        core::append_utf8(result, c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c);
    }
    return result;
}

core::Error wrong(const char* code, std::string_view typed) {
    return core::Error{code}.with("text", std::string{typed});
}

const char* mark_code(std::string_view number_code) {
    if (number_code == "number.too-precise") return "mark.too-precise";
    return "mark.unreadable";
}

} // namespace

std::string_view to_text(Score::State state) {
    return std::find_if(state_texts.begin(), state_texts.end(),
                        [&](const auto& t) { return t.first == state; })
        ->second;
}

std::optional<Score::State> state_from_text(std::string_view text) {
    const auto found =
        std::find_if(state_texts.begin(), state_texts.end(), [&](const auto& t) { return t.second == text; });
    if (found == state_texts.end()) return std::nullopt;
    return found->first;
}

core::Expected<std::optional<Score>> read_score(std::string_view typed, Hundredths maximum, Hundredths step) {
    const std::string text = plain(typed);
    if (std::find(blanks.begin(), blanks.end(), text) != blanks.end()) return std::nullopt;
    const auto word =
        std::find_if(words.begin(), words.end(), [&](const auto& w) { return w.first == text; });
    if (word != words.end()) return Score{word->second};
    const auto number = core::read_hundredths(text);
    const bool too_large = !number && number.error().code == "number.too-large";
    if (!number && !too_large) return core::fail(wrong(mark_code(number.error().code), typed));
    if (number && *number < 0) return core::fail(wrong("mark.negative", typed));
    if (too_large || *number > maximum)
        return core::fail(
            wrong("mark.over-maximum", typed).with("maximum", core::format_hundredths(maximum)));
    if (!on_step(Score::of(*number), step))
        return core::fail(wrong("mark.step", typed).with("step", core::format_hundredths(step)));
    return Score::of(*number);
}

bool on_step(const Score& score, Hundredths step) {
    return score.hundredths % step == 0;
}

std::string format_score(const Score& score) {
    if (score.state == State::mark) return core::format_hundredths(score.hundredths);
    return std::string{std::find_if(words.begin(), words.end(), [&](const auto& w) {
                           return w.second == score.state;
                       })->first};
}

} // namespace assessment

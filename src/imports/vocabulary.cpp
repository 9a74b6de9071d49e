// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/vocabulary.hpp"

#include "core/fold_script.hpp"
#include "core/numerals.hpp"
#include "core/resource.hpp"
#include "core/utf8.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>

namespace imports {

std::string_view resource(std::string_view path);

namespace {

bool is_space_or_punctuation(char32_t c) {
    if (c < 0x80) return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
    // No-break and zero-width spaces, general punctuation, Khmer punctuation (khan to koomuut), º.
    return c == 0xA0 || c == 0xB0 || c == 0xBA || (c >= 0x2000 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0x17D4 && c <= 0x17DA);
}

char32_t lower(char32_t c) {
    // Full-width forms, as an East Asian keyboard types them, are the same letters 0xFEE0 further on.
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
}

// The letters of one script alone.
std::string only(std::string_view text, bool khmer) {
    std::string kept;
    for (const char32_t c : core::code_points(text))
        core::append_utf8(kept, core::is_khmer_letter(c) == khmer ? c : U' ');
    return kept;
}

// Shorter words are too easily part of something else.
constexpr std::size_t least_part_bytes = 9;

} // namespace

std::string without_brackets(std::string_view text) {
    std::string kept;
    int depth = 0;
    for (const char c : text) {
        if (c == '(' || c == '[') ++depth;
        if (depth == 0) kept += c;
        if ((c == ')' || c == ']') && depth > 0) --depth;
    }
    return kept;
}

std::string word_key(std::string_view text) {
    std::string key;
    std::u32string khmer;
    const auto finish_run = [&] {
        if (!khmer.empty()) key += core::to_utf8(core::fold_khmer_run(khmer));
        khmer.clear();
    };
    for (const char32_t c : core::code_points(text)) {
        if (core::is_khmer_letter(c)) {
            khmer += c;
        } else if (const auto digit = core::digit_value(c)) {
            finish_run();
            key += static_cast<char>('0' + *digit);
        } else if (!is_space_or_punctuation(lower(c))) {
            finish_run();
            core::append_utf8(key, lower(c));
        }
    }
    finish_run();
    // Signs are words too: a key is empty only for blank text.
    if (key.empty())
        for (const char c : text)
            if (c != ' ') key += c;
    return key;
}

Vocabulary::Vocabulary() {
    const toml::table headings = toml::parse(resource("imports/headings.toml"));
    for (const auto& [kind_name, fields] : headings) {
        const auto kind = kind_from_text(kind_name.str());
        if (!kind) continue;
        for (const auto& [field_name, phrases] : *fields.as_table()) {
            const Field field = field_from_text(field_name.str()).value();
            for (const toml::node& phrase : *phrases.as_array()) {
                m_headings[*kind].emplace(word_key(**phrase.as_string()), field);
                m_printed[*kind].emplace(field, **phrase.as_string());
            }
            // As a list without headings is headed when its refused rows are handed back.
            m_headings[*kind].emplace(word_key(field_name.str()), field);
        }
    }
    const toml::table words = toml::parse(resource("imports/words.toml"));
    for (const auto& [group, meanings] : words) {
        if (!meanings.is_table()) continue;
        for (const auto& [meaning, list] : *meanings.as_table())
            for (const toml::node& word : *list.as_array())
                m_words[std::string{group.str()}].emplace(word_key(**word.as_string()), meaning.str());
    }
}

std::vector<std::string> heading_keys(std::string_view text) {
    const std::string bare = without_brackets(text);
    std::vector<std::string> keys = {word_key(text), word_key(bare)};
    for (const std::string_view part : {std::string_view{bare}, text}) {
        std::string khmer = word_key(only(part, true));
        std::string latin = word_key(only(part, false));
        const bool latin_letters =
            std::any_of(latin.begin(), latin.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        const bool khmer_letters = std::any_of(khmer.begin(), khmer.end(),
                                               [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        if (!latin_letters || !khmer_letters) continue;
        keys.push_back(std::move(khmer));
        keys.push_back(std::move(latin));
    }
    return keys;
}

Field Vocabulary::in_script(Field field, std::string_view text) const {
    constexpr std::array<std::pair<Field, Field>, 3> names = {{
        {Field::name_km, Field::name},
        {Field::family_name_km, Field::family_name},
        {Field::given_name_km, Field::given_name},
    }};
    const std::string key = word_key(text);
    for (const auto& [khmer, latin] : names) {
        if (field == khmer && holds("script", "latin", key)) return latin;
        if (field == latin && holds("script", "khmer", key) && !holds("script", "latin", key)) return khmer;
    }
    return field;
}

std::optional<Field> Vocabulary::whole_heading(Kind kind, std::string_view text) const {
    const auto& known = m_headings.at(kind);
    for (const std::string& key : heading_keys(text))
        if (const auto found = known.find(key); found != known.end()) return in_script(found->second, text);
    return std::nullopt;
}

std::optional<Field> Vocabulary::heading(Kind kind, std::string_view text) const {
    if (const auto whole = whole_heading(kind, text)) return whole;
    const auto& known = m_headings.at(kind);
    const std::string key = word_key(without_brackets(text));
    std::optional<Field> best;
    std::size_t best_size = 0;
    for (const auto& [phrase, field] : known) {
        const bool most_of_it = phrase.size() >= least_part_bytes && phrase.size() * 10 >= key.size() * 6;
        if (most_of_it && phrase.size() > best_size && key.find(phrase) != std::string::npos) {
            best = field;
            best_size = phrase.size();
        }
    }
    return best ? std::optional{in_script(*best, text)} : std::nullopt;
}

std::string_view Vocabulary::printed(Kind kind, Field field) const {
    const auto& known = m_printed.at(kind);
    const auto found = known.find(field);
    return found == known.end() ? std::string_view{} : found->second;
}

std::vector<Field> Vocabulary::fields_of(Kind kind) const {
    std::vector<Field> fields;
    for (const auto& [key, field] : m_headings.at(kind))
        if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(field);
    std::sort(fields.begin(), fields.end());
    return fields;
}

std::optional<std::string_view> Vocabulary::meaning(std::string_view group, std::string_view text) const {
    const auto& words = m_words.find(group)->second;
    const auto found = words.find(word_key(text));
    if (found == words.end()) return std::nullopt;
    return found->second;
}

bool Vocabulary::begins_with(std::string_view group, std::string_view meaning, std::string_view text) const {
    const std::string key = word_key(text);
    for (const auto& [word, its_meaning] : m_words.find(group)->second)
        if (its_meaning == meaning && key.starts_with(word)) return true;
    return false;
}

std::string Vocabulary::without_beginning(std::string_view group, std::string_view text) const {
    std::string key = word_key(text);
    std::size_t longest = 0;
    for (const auto& [word, meaning] : m_words.find(group)->second)
        if (key.starts_with(word) && word.size() < key.size()) longest = std::max(longest, word.size());
    return key.substr(longest);
}

std::optional<std::size_t> Vocabulary::last_end_of(std::string_view group, std::string_view meaning,
                                                   std::string_view key) const {
    std::optional<std::size_t> end;
    for (const auto& [word, its_meaning] : m_words.find(group)->second) {
        const std::size_t at = its_meaning == meaning ? key.rfind(word) : std::string_view::npos;
        if (at != std::string_view::npos && (!end || at + word.size() > *end)) end = at + word.size();
    }
    return end;
}

} // namespace imports

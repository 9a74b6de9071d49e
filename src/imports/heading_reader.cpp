// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/heading_reader.hpp"

#include "core/date_text.hpp"
#include "core/numerals.hpp"

#include <algorithm>

namespace imports {
namespace {

constexpr const char* digits = "0123456789";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// "1/12" without the month, which every day of a register shares.
std::string_view without_month(std::string_view text) {
    const std::size_t sign = text.find_first_of("/-.");
    const bool day_and_month = sign != std::string_view::npos && sign > 0 && sign <= 2 &&
                               text.size() > sign + 1 && text.size() <= sign + 3 &&
                               text.find_first_not_of(digits, sign + 1) == std::string_view::npos;
    return day_and_month ? text.substr(0, sign) : text;
}

} // namespace

std::vector<std::pair<std::string, std::string>> sex_numbers_in(const Vocabulary& vocabulary,
                                                                std::string_view text) {
    std::vector<std::string> numbers;
    std::vector<std::string> sexes;
    std::string word;
    const std::string latin = core::to_latin_digits(text) + " ";
    for (std::size_t i = 0; i < latin.size(); ++i) {
        const bool letter = static_cast<unsigned char>(latin[i]) >= 0x80 ||
                            (latin[i] >= 'a' && latin[i] <= 'z') || (latin[i] >= 'A' && latin[i] <= 'Z');
        if (letter) {
            word += latin[i];
            continue;
        }
        if (const auto sex = word.empty() ? std::nullopt : vocabulary.meaning("sex", word))
            sexes.emplace_back(*sex);
        word.clear();
        if (is_digit(latin[i])) numbers.emplace_back(1, latin[i]);
    }
    if (numbers.size() != 2 || sexes.size() != 2 || numbers[0] == numbers[1] || sexes[0] == sexes[1])
        return {};
    return {{numbers[0], sexes[0]}, {numbers[1], sexes[1]}};
}

HeadingReader::HeadingReader(Kind kind, const Vocabulary& vocabulary,
                             const std::vector<SubjectHeadings>& subjects)
    : m_kind(kind)
    , m_vocabulary(vocabulary) {
    for (std::uint32_t i = 0; i < subjects.size(); ++i)
        for (const std::string& name : subjects[i].names)
            m_subjects.emplace(word_key(name), i);
}

std::optional<Column> HeadingReader::read(std::uint32_t column, std::string_view text) const {
    const std::string key = word_key(text);
    if (key.empty()) return std::nullopt;
    if (const auto whole = read_whole(column, text)) return whole;
    if (const auto field = m_vocabulary.heading(m_kind, text)) return Column{column, *field, 0};
    return std::nullopt;
}

std::optional<Column> HeadingReader::read_whole(std::uint32_t column, std::string_view text) const {
    if (m_kind == Kind::attendance) {
        if (const auto day = day_of(text)) return Column{column, Field::day, *day};
        if (const auto half = half_of_day(column, text)) return half;
    }
    for (const std::string& key : heading_keys(text))
        if (const auto subject = m_subjects.find(key); subject != m_subjects.end())
            return Column{column, Field::subject, subject->second};
    if (!sex_numbers_in(m_vocabulary, text).empty()) return Column{column, Field::sex, 0};
    if (const auto field = m_vocabulary.whole_heading(m_kind, text)) return Column{column, *field, 0};
    return std::nullopt;
}

std::optional<Column> HeadingReader::read(std::uint32_t column, std::string_view upper,
                                          std::string_view lower) const {
    if (lower.empty()) return read(column, upper);
    if (upper.empty()) return read(column, lower);
    const std::string together = std::string{upper} + " " + std::string{lower};
    if (const auto half = half_of_day(column, upper, lower)) return half;
    if (auto both = read_whole(column, together)) return both;
    const auto above = read(column, upper);
    const auto below = read_whole(column, lower);
    if (above && above->field == Field::birthplace) return above;
    if (above && above->field == Field::guardian)
        return below && below->field == Field::name_km ? above : std::nullopt;
    return below ? below : read(column, together);
}

// "១", "01", "ថ្ងៃទី ១", "Day 1", "ច ១", "1 Mon", "1/12", "01/12/2025".
std::optional<std::uint32_t> HeadingReader::day_of(std::string_view text) const {
    constexpr core::Day far_ahead{std::chrono::year{2100} / 12 / 31};
    if (const auto date = core::read_date(text, far_ahead); date && date->date.full())
        return static_cast<unsigned>(date->date.day.day());
    const std::string latin = core::to_latin_digits(text);
    const std::string key = word_key(without_month(latin));
    const std::size_t from = std::min(key.find_first_of(digits), key.size());
    const std::size_t to = std::min(key.find_first_not_of(digits, from), key.size());
    const std::string_view before = std::string_view{key}.substr(0, from);
    const std::string_view after = std::string_view{key}.substr(to);
    const auto day = core::read_integer(std::string_view{key}.substr(from, to - from));
    if (!names_days(before) || !names_days(after) || !day || *day < 1 || *day > 31) return std::nullopt;
    return static_cast<std::uint32_t>(*day);
}

bool HeadingReader::names_days(std::string_view word) const {
    return word.empty() || m_vocabulary.meaning("heading", word) == "day" ||
           m_vocabulary.meaning("weekday", word) || m_vocabulary.meaning("weekday_short", word);
}

// ព្រឹក or ល្ងាច below a day.
std::optional<Column> HeadingReader::half_of_day(std::uint32_t column, std::string_view upper,
                                                 std::string_view lower) const {
    if (m_kind != Kind::attendance) return std::nullopt;
    const auto day = day_of(upper);
    const auto part = m_vocabulary.meaning("half_day", lower);
    if (!day || !part) return std::nullopt;
    return Column{column, Field::day, *day,
                  *part == "morning" ? Column::Part::morning : Column::Part::afternoon};
}

// "1 ព្រឹក", as a list of refused rows heads it.
std::optional<Column> HeadingReader::half_of_day(std::uint32_t column, std::string_view text) const {
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    return half_of_day(column, text.substr(0, blank), text.substr(blank + 1));
}

} // namespace imports

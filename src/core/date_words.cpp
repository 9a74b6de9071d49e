// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/date_words.hpp"

#include "core/fold_script.hpp"
#include "core/lunar_date.hpp"
#include "core/numerals.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <string>

namespace core {
namespace {

enum class Meaning { nothing, day, month, year, month_name, about, buddhist };

struct Word {
    std::u32string text;
    Meaning meaning;
    unsigned month = 0;
};

struct MonthSpelling {
    const char* text;
    unsigned month;
};

// Beside the names the lunar date prints: spellings met in registers, and English.
constexpr MonthSpelling month_spellings[] = {
    {"កុម្ភ", 2},       {"គុម្ភៈ", 2},    {"គម្ភៈ", 2},     {"មិនា", 3},       {"ឧសាភា", 5},    {"ឩសភា", 5},
    {"ឪសភា", 5},      {"អុសភា", 5},    {"មិថុន", 6},      {"មីថុនា", 6},      {"មិថុណា", 6},     {"កក្កដ", 7},
    {"កក្កដារ", 7},    {"កក្តដា", 7},   {"សិហា", 8},      {"កញ្ញ", 9},       {"កញ្ជា", 9},     {"តុលារ", 10},
    {"តុល្លា", 10},     {"វិច្ឆិការ", 11}, {"វិច្ឆកា", 11},   {"វិច្ជិកា", 11},    {"វិច្ឆិក", 11},    {"ធ្នូរ", 12},
    {"ធ្នួ", 12},       {"january", 1}, {"february", 2}, {"march", 3},     {"april", 4},    {"may", 5},
    {"june", 6},      {"july", 7},    {"august", 8},   {"september", 9}, {"october", 10}, {"november", 11},
    {"december", 12}, {"jan", 1},     {"feb", 2},      {"mar", 3},       {"apr", 4},      {"jun", 6},
    {"jul", 7},       {"aug", 8},     {"sep", 9},      {"sept", 9},      {"oct", 10},     {"nov", 11},
    {"dec", 12},
};

struct PlainWord {
    const char* text;
    Meaning meaning;
};

constexpr PlainWord plain_words[] = {
    {"ថ្ងៃទី", Meaning::day},
    {"ថ្ងៃ", Meaning::day},
    {"ទី", Meaning::nothing},
    {"ខែ", Meaning::month},
    {"ឆ្នាំ", Meaning::year},
    {"ប្រហែលជា", Meaning::about},
    {"ប្រហែល", Meaning::about},
    {"ប្រមាណជា", Meaning::about},
    {"ប្រមាណ", Meaning::about},
    {"about", Meaning::about},
    {"around", Meaning::about},
    {"approx", Meaning::about},
    {"approximately", Meaning::about},
    {"circa", Meaning::about},
    {"ca", Meaning::about},
    {"c", Meaning::about},
    {"est", Meaning::about},
    {"ពុទ្ធសករាជ", Meaning::buddhist},
    {"ព.ស", Meaning::buddhist},
    {"ពស", Meaning::buddhist},
    {"គ្រិស្តសករាជ", Meaning::nothing},
    {"គ.ស", Meaning::nothing},
    {"គស", Meaning::nothing},
    {"st", Meaning::nothing},
    {"nd", Meaning::nothing},
    {"rd", Meaning::nothing},
    {"th", Meaning::nothing},
    {"of", Meaning::nothing},
};

bool is_invisible(char32_t c) {
    return (c >= U'\u200B' && c <= U'\u200F') || c == U'\uFEFF' || c == U'\u2060';
}

// Latin digits and small letters, Khmer folded as names are, so that a word is known however it is encoded.
std::u32string simplified(std::string_view text) {
    const std::string latin = to_latin_digits(text);
    std::u32string result;
    std::u32string khmer;
    const auto end_khmer = [&] {
        result += fold_khmer_run(khmer);
        khmer.clear();
    };
    for (char32_t c : code_points(latin)) {
        if (is_invisible(c)) continue;
        if (is_khmer_letter(c)) {
            khmer += c;
            continue;
        }
        end_khmer();
        result += c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
    }
    end_khmer();
    return result;
}

// Longest first, so that ថ្ងៃទី is not read as ថ្ងៃ and a rest.
const std::vector<Word>& vocabulary() {
    static const auto words = [] {
        std::vector<Word> list;
        for (unsigned m = 1; m <= 12; ++m)
            list.push_back({simplified(khmer_name(std::chrono::month{m})), Meaning::month_name, m});
        for (const auto& [text, month] : month_spellings)
            list.push_back({simplified(text), Meaning::month_name, month});
        for (const auto& [text, meaning] : plain_words)
            list.push_back({simplified(text), meaning});
        for (unsigned d = 0; d < 7; ++d)
            list.push_back({simplified(khmer_name(std::chrono::weekday{d})), Meaning::nothing});
        std::stable_sort(list.begin(), list.end(),
                         [](const Word& a, const Word& b) { return a.text.size() > b.text.size(); });
        return list;
    }();
    return words;
}

bool is_separator(char32_t c) {
    constexpr std::u32string_view separators =
        U" /-.,\\|_\t\n\r\u00A0\u2010\u2011\u2012\u2013\u2014\u2212\u3000\u17D4\uFF0D\uFF0E\uFF0F";
    return separators.find(c) != std::u32string_view::npos;
}

bool is_about_sign(char32_t c) {
    return c == U'~' || c == U'\u2248' || c == U'\u00B1' || c == U'\u223C';
}

bool is_latin_letter(char32_t c) {
    return c >= U'a' && c <= U'z';
}

// "2000-05-03 00:00:00" and "2000-05-03T00:00:00" are how a CSV keeps a date cell: the time says nothing.
std::u32string_view without_time(std::u32string_view text) {
    const std::size_t colon = text.find(U':');
    if (colon == std::u32string_view::npos) return text;
    const std::size_t cut = text.find_last_of(U" t", colon);
    return cut == std::u32string_view::npos ? text : text.substr(0, cut);
}

class Reader {
  public:
    explicit Reader(std::u32string_view text)
        : m_rest(text) {}

    std::optional<DateWords> read() {
        while (!m_rest.empty()) {
            const char32_t c = m_rest.front();
            bool known = true;
            if (is_separator(c))
                m_rest.remove_prefix(1);
            else if (is_about_sign(c))
                about_sign();
            else if (digit_value(c))
                known = number();
            else
                known = word();
            if (!known) return std::nullopt;
        }
        return m_result;
    }

  private:
    void about_sign() {
        m_result.about = true;
        m_rest.remove_prefix(1);
    }

    bool number() {
        DateNumber number;
        number.part = m_part;
        m_part = DatePart::unsaid;
        for (; !m_rest.empty() && digit_value(m_rest.front()); m_rest.remove_prefix(1)) {
            if (++number.digits > 4) return false;
            number.value = number.value * 10 + *digit_value(m_rest.front());
        }
        m_result.numbers.push_back(number);
        return true;
    }

    bool word() {
        for (const Word& candidate : vocabulary()) {
            if (!m_rest.starts_with(candidate.text)) continue;
            // A Latin word ends where its letters end; Khmer is written without spaces.
            const std::size_t size = candidate.text.size();
            if (is_latin_letter(candidate.text.back()) && size < m_rest.size() &&
                is_latin_letter(m_rest[size]))
                continue;
            m_rest.remove_prefix(size);
            return take(candidate);
        }
        return false;
    }

    bool take(const Word& word) {
        switch (word.meaning) {
        case Meaning::nothing:
            return true;
        case Meaning::day:
            m_part = DatePart::day;
            return true;
        case Meaning::month:
            m_part = DatePart::month;
            return true;
        case Meaning::year:
            m_part = DatePart::year;
            return true;
        case Meaning::about:
            m_result.about = true;
            return true;
        case Meaning::buddhist:
            m_result.buddhist = true;
            return true;
        case Meaning::month_name:
            m_part = DatePart::unsaid;
            if (m_result.month_name) return false;
            m_result.month_name = word.month;
            return true;
        }
        return false;
    }

    std::u32string_view m_rest;
    DatePart m_part = DatePart::unsaid;
    DateWords m_result;
};

} // namespace

std::optional<DateWords> read_date_words(std::string_view text) {
    const std::u32string simple = simplified(text);
    return Reader{without_time(simple)}.read();
}

} // namespace core

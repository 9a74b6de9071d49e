// SPDX-License-Identifier: GPL-3.0-or-later
// Khmer names have no fixed Latin spelling: families and clerks choose. The classes below bring together the
// spellings seen for one name (tests/samples/khmer-names.csv, column latin_variants), and no more than that:
// a is kept from o though Som and Sam may be one name, because San, Son and Sun would become one too.
#include "core/fold_script.hpp"

#include <algorithm>

namespace core {
namespace {

bool is_vowel(char c) {
    return std::string_view{"aeiouy"}.find(c) != std::string_view::npos;
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// The class of a run of vowels, doubles removed and y written i. What it may be spelt:
//   a   a ea ia ie      Yean Yan, Seang Siang, Eam Iem
//   o   o u ou uo oa au ao   Huot Hout, Saom Som, Mao Mauv
//   i   i e ei ae oe    Kim Kem, Paen Pen, Loem Lim, Serey Sery
//   e   oeu eu eou ue   Soeun Seun, Ponleu Ponlue
//   iv  eo ieu aeo      Keo, Khieu
//   ai, oi              Chhay Chai, Mouy Muoy
std::string_view class_of(std::string_view vowels) {
    const char last = vowels.back();
    if (vowels.front() == 'a') {
        if (vowels.starts_with("ae")) return last == 'o' || last == 'u' ? "iv" : "i";
        if (vowels.starts_with("ao") || vowels.starts_with("au")) return "o";
        return last == 'i' ? "ai" : "a";
    }
    if (vowels.front() == 'o' || vowels.front() == 'u') {
        if (vowels.starts_with("oeu") || vowels.starts_with("ue")) return "e";
        if (vowels.starts_with("oe")) return "i";
        return last == 'i' ? "oi" : "o";
    }
    if (vowels == "eu" || vowels == "eou") return "e";
    if (last == 'o' || last == 'u') return "iv";
    if (holds(vowels, "ea") || holds(vowels, "ia") || holds(vowels, "ie")) return last == 'i' ? "ai" : "a";
    return "i";
}

// A v that ends a syllable belongs to its vowel: Mav is Mao, Kaev and Khiev are Keo and Khieu.
std::string_view class_before_v(std::string_view vowels) {
    const bool front = vowels.front() == 'e' || vowels.front() == 'i' || vowels.starts_with("ae");
    return front ? "iv" : "o";
}

char plain_consonant(char c) {
    switch (c) {
    case 'b':
    case 'f':
        return 'p'; // Prak Brak, and ph is p
    case 'd':
        return 't'; // Dara Tara, and th is t
    case 'g':
    case 'q':
        return 'k'; // Kim Gim
    case 'j':
        return 'c';
    case 'z':
        return 's';
    default:
        return c;
    }
}

class Word {
  public:
    Word(std::string_view letters, std::string& key)
        : m_key(key) {
        // One letter for two: Sokk, Vann, Lee. A doubled nh is one ញ: Kanhnha.
        for (char c : letters) {
            const char plain = c == 'w' ? 'v' : c;
            if (m_letters.empty() || m_letters.back() != plain) m_letters += plain;
            if (m_letters.ends_with("nhnh")) m_letters.resize(m_letters.size() - 2);
        }
    }

    void fold() {
        if (at(0) == 'y') {
            put('y');
            m_at = 1;
        }
        while (m_at < m_letters.size()) {
            if (is_vowel(m_letters[m_at]))
                vowels();
            else
                consonant();
        }
    }

  private:
    char at(std::size_t index) const { return index < m_letters.size() ? m_letters[index] : '\0'; }
    bool vowel_at(std::size_t index) const { return is_vowel(at(index)); }

    void put(char c) {
        if (m_key.empty() || m_key.back() != c) m_key += c;
    }
    void put(std::string_view text) {
        for (char c : text)
            put(c);
    }

    void vowels() {
        std::string run;
        bool closed = false; // y before a vowel ends its syllable: Chakriya, Mouyim
        while (vowel_at(m_at) && !closed) {
            const char c = at(m_at) == 'y' ? 'i' : at(m_at);
            closed = at(m_at) == 'y' && vowel_at(m_at + 1);
            if (run.empty() || run.back() != c) run += c;
            ++m_at;
        }
        if (at(m_at) == 'v' && !vowel_at(m_at + 1)) {
            put(class_before_v(run));
            ++m_at;
            return;
        }
        const std::string_view spelt = class_of(run);
        put(spelt == "ai" && at(m_at) == 'n' ? "a" : spelt); // Saing Sang
    }

    void consonant() {
        const char c = m_letters[m_at];
        const char before = m_at > 0 ? m_letters[m_at - 1] : '\0';
        ++m_at;
        if (c == 'h' && before != '\0' && is_silent_h(before)) return;
        // Sorn Son, Chear Chea; and the end of Pichr.
        if (c == 'r' && !vowel_at(m_at) && (is_vowel(before) || (before != '\0' && at(m_at) == '\0'))) return;
        // Vongs Vong
        if (c == 's' && before == 'g' && !vowel_at(m_at)) return;
        if (c == 'x')
            put("ks");
        else
            put(c == 'g' && before == 'n' ? 'g' : plain_consonant(c));
    }

    // Chay Chhay, Tit Tith, Sopea Sophea; Sok Sokh and Vanna Vannah, but Sokha keeps it, so that Heng is
    // found in Sokheng.
    bool is_silent_h(char before) const {
        return holds("cptdb", std::string_view{&before, 1}) || !vowel_at(m_at);
    }

    std::string m_letters;
    std::size_t m_at = 0;
    std::string& m_key;
};

constexpr std::string_view accented_00c0 = // U+00C0 to U+017F; a dot is no letter
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr std::string_view accented_1e00 = // U+1E00 to U+1EFF
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy....s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

// Letters after which every key of a longer word has been seen: each vowel, and the consonants that the
// rules above look ahead to.
constexpr std::string_view telling = "aeiouyhnrsvgk";

} // namespace

char latin_letter(char32_t c) {
    if (c >= U'a' && c <= U'z') return static_cast<char>(c);
    if (c >= U'A' && c <= U'Z') return static_cast<char>(c - U'A' + U'a');
    if (c >= 0xFF21 && c <= 0xFF3A) return static_cast<char>(c - 0xFF21 + U'a');
    if (c >= 0xFF41 && c <= 0xFF5A) return static_cast<char>(c - 0xFF41 + U'a');
    char letter = '.';
    if (c >= 0xC0 && c - 0xC0 < accented_00c0.size()) letter = accented_00c0[c - 0xC0];
    if (c >= 0x1E00 && c - 0x1E00 < accented_1e00.size()) letter = accented_1e00[c - 0x1E00];
    if (c == 0x1A0 || c == 0x1A1) letter = 'o'; // Vietnamese Ơ and Ư
    if (c == 0x1AF || c == 0x1B0) letter = 'u';
    return letter == '.' ? '\0' : letter;
}

void fold_latin_word(std::string_view letters, std::string& key) {
    Word{letters, key}.fold();
}

void fold_latin_start(std::string_view letters, std::string& key) {
    // A letter can change what the ones before it mean (o, oe, oeu), so the certain part is what the word has
    // in common with all its continuations. No rule looks further ahead than two letters.
    std::string certain = key;
    fold_latin_word(letters, certain);
    const auto keep_common = [&](std::string_view more) {
        std::string other = key;
        fold_latin_word(std::string{letters}.append(more), other);
        const auto differ = std::mismatch(certain.begin(), certain.end(), other.begin(), other.end());
        certain.erase(differ.first, certain.end());
    };
    for (char first : telling) {
        keep_common({&first, 1});
        for (char second : telling)
            keep_common(std::string{first, second});
    }
    key = std::move(certain);
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
// A Latin spelling of a Khmer name follows no one rule: each run of vowels is given every sound it is known
// to stand for.
#include "identity/sound_classes.hpp"
#include "identity/sounds.hpp"

namespace identity {
namespace {

bool is_vowel(char c) {
    return std::string_view{"aeiou"}.find(c) != std::string_view::npos;
}

std::uint16_t one_letter(char c) {
    using namespace heard;
    switch (c) {
    case 'a':
        return a | o | ea;
    case 'e':
        return e | i | eu;
    case 'i':
        return i | eu | e;
    case 'o':
        return o | u | ua;
    case 'u':
        return u | o | eu;
    default:
        return i | ai;
    }
}

struct Run {
    std::string_view letters;
    std::uint16_t heard;
};

// Runs that do not sound like their letters one by one.
constexpr Run runs[] = {
    {"aa", heard::a},
    {"ae", heard::e | heard::ea},
    {"aeu", heard::oe | heard::eu},
    {"ai", heard::ai | heard::a},
    {"ao", heard::o | heard::au | heard::a},
    {"au", heard::au | heard::o | heard::a},
    {"aou", heard::au | heard::o},
    {"ea", heard::ea | heard::a},
    {"ee", heard::i | heard::e},
    {"ei", heard::i | heard::e | heard::ai},
    {"eo", heard::e | heard::ea},
    {"eou", heard::eu | heard::oe},
    {"eu", heard::eu | heard::oe},
    {"eua", heard::oe},
    {"ia", heard::ea | heard::i | heard::a},
    {"ie", heard::ea | heard::i},
    {"ieu", heard::ea | heard::i},
    {"io", heard::i | heard::o | heard::ea},
    {"oa", heard::o | heard::ua | heard::a},
    {"oe", heard::eu | heard::oe | heard::e | heard::i},
    {"oeu", heard::oe | heard::eu},
    {"oi", heard::o | heard::ua},
    {"oo", heard::o | heard::u},
    {"ou", heard::u | heard::o | heard::au | heard::ua},
    {"oue", heard::oe | heard::ua},
    {"ua", heard::ua | heard::o},
    {"ue", heard::oe | heard::eu},
    {"ui", heard::u | heard::o},
    {"uo", heard::ua | heard::o | heard::u},
};

std::uint16_t heard_in(std::string_view letters) {
    for (const Run& run : runs)
        if (run.letters == letters) return run.heard;
    std::uint16_t classes = 0;
    for (char c : letters)
        classes |= one_letter(c);
    return classes;
}

// A run that glides into y or v: Chhai, Mao, Keo.
char glide_of(std::string_view letters) {
    if (letters.size() < 2) return 0;
    if (letters.ends_with("i")) return 'y';
    if (letters == "ao" || letters == "au" || letters == "aou" || letters == "ou" || letters == "eo" ||
        letters == "ieu" || letters == "io")
        return 'v';
    return 0;
}

char class_of(char c) {
    switch (c) {
    case 'b':
    case 'f':
        return 'p';
    case 'd':
        return 't';
    case 'g':
    case 'q':
    case 'x':
        return 'k';
    case 'j':
        return 'c';
    case 'w':
        return 'v';
    case 'z':
        return 's';
    default:
        return c;
    }
}

class Reader {
  public:
    Reader(std::string_view letters, Sounds& sounds)
        : m_letters(letters)
        , m_sounds(sounds) {}

    void read() {
        while (m_at < m_letters.size()) {
            const char c = at(0);
            // y is a vowel unless one follows: Sry, Srey, but Yan.
            if (is_vowel(c) || (c == 'y' && !is_vowel(at(1)) && m_at > 0))
                read_vowels();
            else
                read_consonant();
        }
    }

  private:
    char at(std::size_t ahead) const {
        return m_at + ahead < m_letters.size() ? m_letters[m_at + ahead] : '\0';
    }
    char before() const { return m_at > 0 ? m_letters[m_at - 1] : '\0'; }

    void add(char sound, char written, bool optional = false) {
        const bool doubled = !m_sounds.empty() && m_sounds.back().kind == Sound::Kind::consonant &&
                             m_sounds.back().letter == sound;
        if (!doubled)
            m_sounds.push_back({Sound::Kind::consonant, optional, sound, 0, static_cast<char16_t>(written)});
    }

    void read_vowels() {
        std::string run;
        while (is_vowel(at(0)) || (at(0) == 'y' && !is_vowel(at(1)))) {
            run += at(0) == 'y' ? 'i' : at(0);
            ++m_at;
        }
        const auto mark = static_cast<char16_t>(run.front() * 256 + run.back());
        m_sounds.push_back({Sound::Kind::vowel, false, 0, heard_in(run), mark});
        if (const char glide = glide_of(run)) add(glide, glide, true);
    }

    void read_consonant() {
        const char c = at(0);
        const char was = before();
        ++m_at;
        if (c == 'n' && at(0) == 'g') {
            ++m_at;
            add('g', 'g');
            if (at(0) == 's' && !is_vowel(at(1))) ++m_at; // Vongs
            return;
        }
        if (c == 'n' && at(0) == 'h') {
            ++m_at;
            add('j', 'j');
            return;
        }
        // Kh, th, ph, chh are one sound; an h before no vowel is not said.
        if (c == 'h' &&
            (std::string_view{"kctpbdgsh"}.find(was) != std::string_view::npos || !is_vowel(at(0)))) {
            if (m_at < m_letters.size() || is_vowel(was) == false) return;
            add('h', 'h', true);
            return;
        }
        if (c == 'r' && is_vowel(was) && !is_vowel(at(0))) {
            add('r', 'r', true);
            return;
        }
        if (c == 'c' && at(0) != 'h') {
            add(at(0) == 'i' || at(0) == 'e' ? 'c' : 'k', c);
            return;
        }
        add(class_of(c), c);
        if (c == 'x') add('s', c);
    }

    std::string_view m_letters;
    std::size_t m_at = 0;
    Sounds& m_sounds;
};

} // namespace

void add_latin_sounds(std::string_view letters, Sounds& sounds) {
    Reader{letters, sounds}.read();
}

} // namespace identity

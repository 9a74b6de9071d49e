// SPDX-License-Identifier: GPL-3.0-or-later
// Letters come in the order of the folded key. A Khmer vowel sign is read by the series of the consonant it
// hangs on: ា is a after ច and ea after ជ.
#include "identity/sound_classes.hpp"
#include "identity/sounds.hpp"

#include <string_view>

namespace identity {
namespace {

constexpr char32_t first_consonant = 0x1780, last_consonant = 0x17A2;
constexpr char32_t glottal = 0x17A2, ha = 0x17A0, va = 0x179C, nga = 0x1784, long_a = 0x17B6;
constexpr char32_t nikahit = 0x17C6, reahmuk = 0x17C7, muusikatoan = 0x17C9, triisap = 0x17CA,
                   bantoc = 0x17CB;
constexpr char32_t coeng = 0x17D2;

// ក to អ, by what they sound like at the beginning of a syllable; '-' is the silent អ.
constexpr std::string_view classes = "kkkkgccccjttttnttttnppppmyrlvssshl-";
// 1 reads vowels the first way, 2 the second.
constexpr std::string_view series = "11222" // ក ខ គ ឃ ង
                                    "11222" // ច ឆ ជ ឈ ញ
                                    "11221" // ដ ឋ ឌ ឍ ណ
                                    "11222" // ត ថ ទ ធ ន
                                    "11222" // ប ផ ព ភ ម
                                    "2222"  // យ រ ល វ
                                    "1111"  // ឝ ឞ ស ហ
                                    "11";   // ឡ អ

bool is_consonant(char32_t c) {
    return c >= first_consonant && c <= last_consonant;
}

std::size_t index_of(char32_t c) {
    return c - first_consonant;
}

bool is_sonorant(char32_t c) {
    return std::string_view{"gjnmyrlv"}.find(classes[index_of(c)]) != std::string_view::npos;
}

struct Reading {
    std::uint16_t first;
    std::uint16_t second;
};

// ា to ៅ.
Reading reading_of(char32_t vowel) {
    using namespace heard;
    switch (vowel) {
    case 0x17B6:
        return {a, ea | a};
    case 0x17B7:
        return {e | i | eu, i | eu};
    case 0x17B8:
        return {i | e, i};
    case 0x17B9:
        return {eu | e, eu | i};
    case 0x17BA:
        return {eu | oe, eu | i};
    case 0x17BB:
        return {o | u, u | o};
    case 0x17BC:
        return {o | u | au, u | o};
    case 0x17BD:
        return {ua, ua};
    case 0x17BE:
        return {oe | e, oe | eu};
    case 0x17BF:
        return {oe | ea, oe | eu};
    case 0x17C0:
        return {ea | i, ea | i};
    case 0x17C1:
        return {e | i, e | i};
    case 0x17C2:
        return {e | ea, e | ea};
    case 0x17C3:
        return {ai, ai | i};
    case 0x17C4:
        return {o | au, o | ua | u};
    case 0x17C5:
        return {au | o, au | u};
    default:
        return {0, 0};
    }
}

Sound consonant(char32_t letter, bool optional = false) {
    return {Sound::Kind::consonant, optional, classes[index_of(letter)], 0, static_cast<char16_t>(letter)};
}

Sound consonant(char sound, char32_t written, bool optional) {
    return {Sound::Kind::consonant, optional, sound, 0, static_cast<char16_t>(written)};
}

Sound vowel(std::uint16_t classes_heard, char32_t written, bool optional = false) {
    return {Sound::Kind::vowel, optional, 0, classes_heard, static_cast<char16_t>(written)};
}

struct Independent {
    char32_t letter;
    char consonant;
    std::uint16_t heard;
    bool glide; // ends in v
};
constexpr Independent independents[] = {
    {0x17A5, 0, heard::i | heard::e, false},
    {0x17A6, 0, heard::i, false},
    {0x17A7, 0, heard::u | heard::o, false},
    {0x17A9, 0, heard::u | heard::o, false},
    {0x17AA, 0, heard::au | heard::o, true},
    {0x17AB, 'r', heard::eu | heard::i, false},
    {0x17AC, 'r', heard::eu | heard::i, false},
    {0x17AD, 'l', heard::eu | heard::i, false},
    {0x17AE, 'l', heard::eu | heard::i, false},
    {0x17AF, 0, heard::e | heard::ea, false},
    {0x17B0, 0, heard::ai, false},
    {0x17B1, 0, heard::o | heard::au, false},
    {0x17B2, 0, heard::o | heard::au, false},
    {0x17B3, 0, heard::au, true},
};

// One base with what hangs on it.
struct Cluster {
    char32_t base = 0;
    std::u32string below;
    char32_t vowel = 0;
    char32_t shifter = 0;
    bool nikahit = false, reahmuk = false, bantoc = false;
};

class Reader {
  public:
    explicit Reader(Sounds& sounds)
        : m_sounds(sounds) {}

    void read(std::u32string_view letters) {
        for (std::size_t at = 0; at < letters.size(); ++at) {
            const char32_t c = letters[at];
            if (is_consonant(c)) {
                // ាំង is ang.
                if (c == nga && m_cluster.vowel == long_a) m_cluster.nikahit = false;
                write(false);
                m_cluster.base = c;
            } else if (c >= 0x17A3 && c <= 0x17B3) {
                write(false);
                write_independent(c);
            } else if (c == coeng && at + 1 < letters.size()) {
                const char32_t under = letters[++at];
                if (is_consonant(under)) m_cluster.below += under;
            } else {
                add(c);
            }
        }
        write(true);
    }

  private:
    void add(char32_t c) {
        if (c >= 0x17B6 && c <= 0x17C5)
            m_cluster.vowel = c;
        else if (c == muusikatoan || c == triisap)
            m_cluster.shifter = c;
        else if (c == nikahit)
            m_cluster.nikahit = true;
        else if (c == reahmuk || c == 0x17C8)
            m_cluster.reahmuk = true;
        else if (c == bantoc)
            m_cluster.bantoc = true;
    }

    bool second_series() const {
        if (m_cluster.shifter == muusikatoan) return false;
        if (m_cluster.shifter == triisap) return true;
        char32_t ruling = m_cluster.base;
        for (char32_t under : m_cluster.below)
            if (!is_sonorant(under)) ruling = under;
        return series[index_of(ruling)] == '2';
    }

    void write_consonants() {
        // ហ្វ is f, ហ្ស is z.
        const bool borrowed = m_cluster.base == ha && !m_cluster.below.empty();
        if (borrowed && m_cluster.below.front() == va) {
            m_sounds.push_back(consonant('p', va, false));
            return;
        }
        if (m_cluster.base != glottal && !borrowed) m_sounds.push_back(consonant(m_cluster.base));
        const bool carries_vowel = m_cluster.vowel != 0 || m_cluster.nikahit;
        for (char32_t under : m_cluster.below) {
            const char sound = classes[index_of(under)];
            if (sound == '-') continue;
            // ណ្ណ and ឌ្ឍ are one sound; without a vowel of its own the lower letter is often silent: ចន្ទ.
            const bool doubled = !m_sounds.empty() && m_sounds.back().kind == Sound::Kind::consonant &&
                                 m_sounds.back().letter == sound;
            if (!doubled) m_sounds.push_back(consonant(under, !carries_vowel));
        }
    }

    void write_vowel(bool last) {
        if (m_cluster.vowel != 0) {
            const Reading reading = reading_of(m_cluster.vowel);
            std::uint16_t classes_heard = second_series() ? reading.second : reading.first;
            if (m_cluster.nikahit) classes_heard |= heard::o;
            m_sounds.push_back(vowel(classes_heard, m_cluster.vowel));
            // ៃ ends like y, ៅ like v.
            if (m_cluster.vowel == 0x17C3) m_sounds.push_back(consonant('y', m_cluster.vowel, true));
            if (m_cluster.vowel == 0x17C5) m_sounds.push_back(consonant('v', m_cluster.vowel, true));
        } else if (m_cluster.nikahit) {
            m_sounds.push_back(vowel(heard::a | heard::o | heard::u, nikahit));
        } else if (m_cluster.reahmuk) {
            m_sounds.push_back(vowel(heard::a | heard::ea | heard::o, reahmuk));
        } else if (!m_cluster.bantoc && (!last || !m_cluster.below.empty())) {
            // The vowel that every letter carries unless it ends a syllable, which nothing shows.
            const bool second = second_series();
            m_sounds.push_back(
                vowel(second ? heard::a | heard::o | heard::u | heard::ua : heard::a | heard::o, 0, true));
        }
        if (m_cluster.nikahit) m_sounds.push_back(consonant('m', nikahit, false));
        if (m_cluster.reahmuk) m_sounds.push_back(consonant('h', reahmuk, true));
    }

    void write(bool last) {
        if (m_cluster.base != 0) {
            write_consonants();
            write_vowel(last);
        }
        m_cluster = {};
    }

    void write_independent(char32_t c) {
        for (const Independent& one : independents) {
            if (one.letter != c) continue;
            if (one.consonant != 0) m_sounds.push_back(consonant(one.consonant, c, false));
            m_sounds.push_back(vowel(one.heard, c));
            if (one.glide) m_sounds.push_back(consonant('v', c, true));
        }
    }

    Sounds& m_sounds;
    Cluster m_cluster;
};

} // namespace

void add_khmer_sounds(std::u32string_view letters, Sounds& sounds) {
    static_assert(classes.size() == last_consonant - first_consonant + 1);
    static_assert(series.size() == classes.size());
    Reader{sounds}.read(letters);
}

} // namespace identity

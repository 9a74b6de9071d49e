// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/sounds.hpp"

#include "core/fold_script.hpp"
#include "core/utf8.hpp"
#include "identity/sound_classes.hpp"

#include <algorithm>
#include <array>

namespace identity {
namespace {

constexpr double homophone = 0.08;      // another letter for the same sound
constexpr double heard_alike = 0.06;    // a vowel sign read the same way
constexpr double heard_near = 0.4;      // a vowel that an ear takes for the other
constexpr double heard_unwritten = 0.2; // a vowel that only one of the two writes
constexpr double another_letter = 1.0;
constexpr double optional_sound = 0.05; // a sound that is often not written, and is not
constexpr double lost_vowel = 0.7;
constexpr double lost_consonant = 0.9;
constexpr double lost_end = 0.6; // stops at the end of a word are swallowed

// Consonants that are taken for each other, with what that costs.
struct Near {
    char one, other;
    double cost;
};
constexpr Near near_consonants[] = {
    {'l', 'r', 0.6}, {'n', 'g', 0.6}, {'n', 'j', 0.4}, {'y', 'j', 0.5}, {'s', 'h', 0.6},
    {'c', 't', 0.6}, {'h', 'k', 0.3}, {'c', 's', 0.7}, {'m', 'n', 0.8}, {'v', 'p', 0.7},
    {'n', 'l', 0.8}, {'k', 'g', 0.7}, {'k', 't', 0.8},
};

// The inherent vowel, which has no letter, is Khmer too.
bool is_khmer(const Sound& sound) {
    return sound.written >= 0x1780 || sound.written == 0;
}

double between_consonants(const Sound& a, const Sound& b) {
    if (a.letter == b.letter) {
        // Only two letters of one script can be another spelling; across scripts there is nothing to compare.
        const bool one_script = is_khmer(a) == is_khmer(b);
        return one_script && a.written != b.written ? homophone : 0.0;
    }
    for (const Near& near : near_consonants)
        if ((near.one == a.letter && near.other == b.letter) ||
            (near.one == b.letter && near.other == a.letter))
            return near.cost;
    return another_letter;
}

double between_vowels(const Sound& a, const Sound& b) {
    if (a.written == b.written && a.heard == b.heard) return 0.0;
    if ((a.heard & b.heard) != 0) {
        const bool khmer = is_khmer(a) && is_khmer(b);
        return khmer && a.optional != b.optional ? heard_unwritten : heard_alike;
    }
    std::uint16_t around = 0;
    for (int one = 0; one < heard::classes; ++one)
        if ((a.heard >> one & 1) != 0) around |= heard::near[static_cast<std::size_t>(one)];
    return (around & b.heard) != 0 ? heard_near : another_letter;
}

double between(const Sound& a, const Sound& b) {
    if (a.kind != b.kind) return 2 * another_letter;
    return a.kind == Sound::Kind::consonant ? between_consonants(a, b) : between_vowels(a, b);
}

double without(std::span<const Sound> all, std::size_t at) {
    const Sound& sound = all[at];
    if (sound.optional) return optional_sound;
    if (sound.kind == Sound::Kind::vowel) return lost_vowel;
    if (sound.letter == 'h') return 0.4;
    if (at + 2 >= all.size() && at > 0) return sound.letter == 'r' ? 0.15 : lost_end;
    return lost_consonant;
}

// A letter under the sign that silences it is not heard: វឌ្ឍន៍.
void drop_silent(std::u32string& khmer) {
    constexpr char32_t first_base = 0x1780, last_base = 0x17B3, below = 0x17D2;
    while (!khmer.empty()) {
        const char32_t last = khmer.back();
        khmer.pop_back();
        const bool base = last >= first_base && last <= last_base;
        if (base && (khmer.empty() || khmer.back() != below)) return;
    }
}

void add_word(std::string_view word, Sounds& sounds) {
    constexpr char32_t silencing = 0x17CD;
    std::u32string khmer;
    std::string latin;
    const auto end_runs = [&] {
        if (!khmer.empty()) add_khmer_sounds(core::fold_khmer_run(khmer), sounds);
        if (!latin.empty()) add_latin_sounds(latin, sounds);
        khmer.clear();
        latin.clear();
    };
    for (char32_t c : core::code_points(word)) {
        if (c == silencing) {
            drop_silent(khmer);
        } else if (core::is_khmer_letter(c)) {
            if (!latin.empty()) end_runs();
            khmer += c;
        } else if (const char letter = core::latin_letter(c)) {
            if (!khmer.empty()) end_runs();
            latin += letter;
        }
    }
    end_runs();
}

} // namespace

Sounds sounds_of(std::string_view word) {
    Sounds sounds;
    add_word(word, sounds);
    return sounds;
}

double sound_distance(std::span<const Sound> a, std::span<const Sound> b) {
    constexpr std::size_t longest = 64;
    if (a.size() > longest) a = a.first(longest);
    if (b.size() > longest) b = b.first(longest);
    std::array<double, longest + 1> row{};
    for (std::size_t j = 0; j < b.size(); ++j)
        row[j + 1] = row[j] + without(b, j);
    for (std::size_t i = 0; i < a.size(); ++i) {
        double diagonal = row[0];
        const double dropped = without(a, i);
        row[0] += dropped;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const double best =
                std::min({diagonal + between(a[i], b[j]), row[j + 1] + dropped, row[j] + without(b, j)});
            diagonal = row[j + 1];
            row[j + 1] = best;
        }
    }
    return row[b.size()];
}

std::string skeleton(std::span<const Sound> sounds) {
    std::string key;
    for (const Sound& sound : sounds) {
        if (sound.kind != Sound::Kind::consonant || sound.optional || sound.letter == 'h') continue;
        const char letter = sound.letter == 'j' ? 'n' : sound.letter;
        if (key.empty() || key.back() != letter) key += letter;
    }
    // The last one is the first to be lost or written otherwise.
    while (!key.empty() && (key.back() == 'r' || key.back() == 'v' || key.back() == 'y'))
        key.pop_back();
    return key;
}

} // namespace identity

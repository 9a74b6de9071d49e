// SPDX-License-Identifier: GPL-3.0-or-later
// A name as it sounds, from Khmer or Latin letters alike, and how far two names are from each other. A clerk
// who hears a name writes it in a spelling of their own; in sounds សុភា, សោភា, Sophea and Sopheah lie close
// together. For looking alike only: nothing is ever spelt from it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace identity {

// A consonant has one class; a vowel may be heard as any of several, since a letter stands for more than one.
struct Sound {
    enum class Kind : std::uint8_t { consonant, vowel };
    Kind kind = Kind::consonant;
    // Not always said or not always written: an inherent vowel, a final r, the second of two joined
    // consonants.
    bool optional = false;
    // Of a consonant one of k g(ng) c j(nh) t n p m y r l v s h; of a vowel 'a' to 'k', see
    // sound_classes.hpp.
    char letter = 0;
    // Of a vowel: every class it may be heard as.
    std::uint16_t heard = 0;
    // The very letter that was written, so that a homophone is not quite the same.
    char16_t written = 0;
    friend bool operator==(const Sound&, const Sound&) = default;
};
using Sounds = std::vector<Sound>;

// One word of a name, in Khmer, Latin or both mixed; other letters are left out.
Sounds sounds_of(std::string_view word);

// The cost of turning one into the other. About 0.1 for a homophone, 0.3 for a vowel heard otherwise, 1 for a
// letter that is simply another or is missing.
double sound_distance(std::span<const Sound> a, std::span<const Sound> b);

// The consonants alone, as a coarse key by which names that might sound alike meet: equal for every spelling
// that is close by ear in its consonants, whatever the script.
std::string skeleton(std::span<const Sound> sounds);

// For the two scripts' files only.
void add_khmer_sounds(std::u32string_view letters, Sounds& sounds);
void add_latin_sounds(std::string_view letters, Sounds& sounds);

} // namespace identity

// SPDX-License-Identifier: GPL-3.0-or-later
// How alike two names are, however they were written: in Khmer, in Latin letters, or one in each.
#pragma once

#include "identity/sounds.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace identity {

// A family or given name.
struct NamePart {
    std::string letters; // as typed, Latin ones lower-case
    std::string folded;
    Sounds sounds;
};

// A name in one script: its parts as the blanks divide them, and the whole for names written in one run.
struct WrittenName {
    std::string folded;
    std::vector<NamePart> parts;
    Sounds sounds;

    bool empty() const { return folded.empty(); }
};

// Khmer and Latin letters found in either field: a list may hold Latin names under a Khmer heading.
struct Name {
    WrittenName km;
    WrittenName latin;

    bool empty() const { return km.empty() && latin.empty(); }
};
Name read_name(std::string_view name_km, std::string_view name);

// From the same to another name altogether.
enum class NameLevel : std::uint8_t {
    same,         // one folded key
    by_ear,       // another spelling of the same sounds
    slip,         // one letter is another, is missing or is too much
    part_missing, // every part of the shorter one is in the longer
    part_differs, // one part is the same, another is not
    different,
};

enum class Scripts : std::uint8_t { none, khmer, latin, across };

struct NameLikeness {
    NameLevel level = NameLevel::different;
    // What was compared to find so.
    Scripts scripts = Scripts::none;
    // The parts stand in another order.
    bool swapped = false;
    // The two parts, folded, that are least alike. Empty where all are equal or the names have no parts.
    std::string part_a{};
    std::string part_b{};
};

// Of the scripts both have. Where both have both, the Khmer is compared and the Latin speaks for or against:
// a slip in the Khmer alone is a slip, the same in both is another name.
NameLikeness compare_names(const Name& a, const Name& b);

// Two words that may be one: a guardian, a village.
NameLevel compare_words(const WrittenName& a, const WrittenName& b);

} // namespace identity

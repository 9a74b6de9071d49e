// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two rows may be one person, by the rule an import's verdict stands on.
// A plain rule that says the same of the same two rows in every office, so that a list read twice is judged
// twice alike. How likely two records of the register are one person, spelling apart, is
// identity/likeness.hpp, which weighs how common names are in this office.
#pragma once

#include "core/date.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace imports {

// What the rule looks at. Texts are folded keys; sex is 'f' or 'm'.
struct Person {
    std::string folded_km;
    std::string folded;
    char sex = 0;
    std::optional<core::PartialDate> born;
    // The code, or the folded text of a village the gazetteer does not know.
    std::string village;
    std::string phone;
};

enum class Likeness : std::uint8_t { different, look_alike, same };

// same: equal folded Khmer name (Latin where Khmer is missing), sex, birth date and village.
// look_alike: equal name and sex, and the birth date supports it (equal, day and month swapped, a year alone
// that agrees) or, where no birth date speaks against it, the village or the phone does. Any other full date
// or another year contradicts. An equal name alone is nothing.
Likeness likeness(const Person& a, const Person& b);

} // namespace imports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/likeness.hpp"

namespace imports {
namespace {

enum class Birth : std::uint8_t { equal, supports, silent, contradicts };

bool swapped(core::Day a, core::Day b) {
    return a.year() == b.year() && static_cast<unsigned>(a.month()) == static_cast<unsigned>(b.day()) &&
           static_cast<unsigned>(a.day()) == static_cast<unsigned>(b.month());
}

Birth compare_births(const std::optional<core::PartialDate>& a, const std::optional<core::PartialDate>& b) {
    if (!a || !b) return Birth::silent;
    if (*a == *b) return Birth::equal;
    if (a->full() && b->full()) return swapped(a->day, b->day) ? Birth::supports : Birth::contradicts;
    if (a->day.year() != b->day.year()) return Birth::contradicts;
    const bool both_have_months =
        a->precision <= core::Precision::month && b->precision <= core::Precision::month;
    return both_have_months && a->day.month() != b->day.month() ? Birth::contradicts : Birth::supports;
}

bool same_name(const Person& a, const Person& b) {
    if (!a.folded_km.empty() && !b.folded_km.empty()) return a.folded_km == b.folded_km;
    return !a.folded.empty() && a.folded == b.folded;
}

} // namespace

Likeness likeness(const Person& a, const Person& b) {
    if (a.sex != b.sex || !same_name(a, b)) return Likeness::different;
    const Birth birth = compare_births(a.born, b.born);
    if (birth == Birth::contradicts) return Likeness::different;
    const bool village = !a.village.empty() && a.village == b.village;
    const bool phone = !a.phone.empty() && a.phone == b.phone;
    if (birth == Birth::equal) return a.village == b.village ? Likeness::same : Likeness::look_alike;
    if (birth == Birth::supports || village || phone) return Likeness::look_alike;
    return Likeness::different;
}

} // namespace imports

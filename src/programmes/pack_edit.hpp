// SPDX-License-Identifier: GPL-3.0-or-later
// Changing the parts of a pack while it is edited: what a part leaves behind goes with it, and what is wrong
// with the whole is told by the part.
#pragma once

#include "core/error.hpp"
#include "programmes/pack.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace programmes {

// Limits of absence that an older pack writes under its promotion stand with its attendance afterwards, where
// today's packs have them. Where it had both, those of its promotion decided who repeats, and they stay.
void keep_limits_in_one_place(Pack& pack);

// A subject goes from every level and unit, too. Without its last subject a programme takes no marks: then it
// has no grades, retest or cut for absence either.
void remove_subject(Pack& pack, std::size_t at);
// The first subject of a programme without marks brings the two grades it cannot be without: passed and
// failed.
void add_subject(Pack& pack);

// A period goes from every mean, too, and with it the retest that it was.
void remove_period(Pack& pack, std::size_t at);
void add_period(Pack& pack);

void remove_level(Pack& pack, std::size_t at);
void add_level(Pack& pack);

// A unit goes from the award, too; an award without units is none.
void remove_unit(Pack& pack, std::size_t at);
void add_unit(Pack& pack);

void remove_signer(Pack& pack, std::size_t at);
void add_signer(Pack& pack);

// A new band stands above the last, which begins at 0.
void remove_band(Pack& pack, std::size_t at);
void add_band(Pack& pack);

// Swaps two neighbours; false where there is none that way.
template<typename Item>
bool move_item(std::vector<Item>& items, std::size_t at, bool up) {
    if (at >= items.size() || (up ? at == 0 : at + 1 == items.size())) return false;
    std::swap(items[at], items[up ? at - 1 : at + 1]);
    return true;
}

// What is taught at a level, and out of how many; nothing is the subject's own maximum.
void teach(Level& level, const std::string& subject, bool taught);
void mark_out_of(Level& level, const std::string& subject, std::optional<Hundredths> maximum);

// How much an earlier period counts in `period`; 0 takes it out. Parts that all count once have no weights.
Hundredths share_of(const Period& period, const std::string& part);
void count_in(const Pack& pack, Period& period, const std::string& part, Hundredths weight);

// Where a unit stands in the award.
enum class UnitUse { none, needed, chosen };
UnitUse use_of(const Award& award, const std::string& unit);
void use_unit(const Pack& pack, Award& award, const std::string& unit, UnitUse use);

// What a file of these rules would be refused for, and which part says it.
struct PackFault {
    core::Error error;    // as of parse_pack, without a place
    std::string part{};   // "subject", "averaging", "award.signer" …; empty: the programme itself
    std::size_t item = 0; // of a part that is a list
    std::string field{};  // as the file calls it: "maximum", "name.km"; empty where it is the part as a whole
};
std::optional<PackFault> find_fault(const Pack& pack);

} // namespace programmes

// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two records are one person: a score that can be explained, fact by fact.
#pragma once

#include "core/error.hpp"
#include "identity/name_counts.hpp"
#include "identity/person.hpp"

#include <vector>

namespace identity {

// From here on a pair is shown to a person, and `duplicates --labelled` counts it as the same.
constexpr double look_alike_score = 0.8;

struct Likeness {
    // 0 to 1: how likely it is that the two are one person.
    double score = 0;
    // Codes with facts, in the order a reader asks: what speaks for it, and what against.
    // For: name.same-folded, name.same-latin, name.by-ear, name.across-scripts, name.one-slip,
    // name.part-missing, name.swapped, born.same, born.day-month-swapped, born.one-digit, born.year-same,
    // born.near, village.same, phone.same, phone.one-digit, guardian.same, identity.same {kind}. Against:
    // name.part-differs, name.different, sex.differs, born.differs, village.differs, phone.differs,
    // guardian.differs, identity.differs {kind}.
    std::vector<core::Error> because;
    std::vector<core::Error> against;
};

// `counts` says how common a name is among those compared.
Likeness compare(const Person& a, const Person& b, const NameCounts& counts);

// The score alone, for going through many.
double score(const Person& a, const Person& b, const NameCounts& counts);

} // namespace identity

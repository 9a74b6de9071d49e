// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs of which somebody already knows whether they are one person: how well the scorer does on them.
#pragma once

#include "core/expected.hpp"
#include "core/progress.hpp"
#include "identity/likeness.hpp"
#include "storage/database.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace identity {

struct LabelledPair {
    Person a;
    Person b;
    bool same = false;
    std::string kind; // empty where the file has none
    std::uint32_t row = 0;
};

// A table with a column label (same or different) and a_name_km, a_name, a_sex, a_born, a_village, a_phone
// and the same with b_, found by their headings in any order; kind and all but one of the names may be
// missing. A village may be a code of the office's gazetteer or a name. What cannot be read in a cell is
// simply unknown; only a label must be one. Errors: those of opening a table; pairs.column-missing {column};
// pairs.label-unreadable {text} with its cell; pairs.none.
core::Expected<std::vector<LabelledPair>> read_pairs(const storage::Database& database,
                                                     const std::filesystem::path& file);

struct Tally {
    std::int64_t same = 0;          // pairs labelled so
    std::int64_t different = 0;     // likewise
    std::int64_t found = 0;         // same, and found to be
    std::int64_t wrongly_found = 0; // different, and found to be the same

    std::int64_t pairs() const { return same + different; }
    // Nothing where there is nothing to divide by.
    std::optional<double> precision() const;
    std::optional<double> recall() const;
};

struct Mistake {
    std::uint32_t row = 0;
    std::string kind;
    bool same = false;
    Likeness likeness;
};

struct Evaluation {
    Tally all;
    std::map<std::string, Tally> by_kind;
    std::vector<Mistake> mistakes;
};

// How common a name is, is taken from the pairs themselves.
Evaluation evaluate(const std::vector<LabelledPair>& pairs, core::Progress& progress);

} // namespace identity

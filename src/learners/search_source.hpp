// SPDX-License-Identifier: GPL-3.0-or-later
// What the search knows of each learner, read from the office file; only the search index uses it.
#pragma once

#include "core/progress.hpp"
#include "learners/filter.hpp"
#include "storage/database.hpp"

#include <functional>

namespace learners {

// Folded fields, coded and ended (coded_texts.hpp), and what a filter looks at.
struct SearchEntry {
    LearnerId id{};
    Traits traits{};
    std::vector<Membership> memberships;
    std::string own;     // names, number, phone, the numbers of records merged into this one
    std::string place;   // the village in both scripts, or as it was written
    std::string classes; // those the learner is in now, and the one a list named
};

// Everyone, in the order of their names. `take` may keep nothing of the entry. A cancelled reading throws
// WorldFailure "cancelled".
void read_entries(const storage::Database& database, core::Progress& progress,
                  const std::function<void(const SearchEntry&)>& take);

std::optional<SearchEntry> read_entry(const storage::Database& database, LearnerId id);

std::optional<storage::Blob> sort_key_of(const storage::Database& database, LearnerId id);

} // namespace learners

// SPDX-License-Identifier: GPL-3.0-or-later
// What was done since a merge that stands on it, named as a clerk knows it.
#pragma once

#include "core/error.hpp"
#include "identity/merge.hpp"
#include "storage/changeset.hpp"

#include <span>
#include <string>
#include <vector>

namespace identity {

// Later merges that took the kept record away or were made into it and changed the same rows are found by the
// changeset itself; here are those that it cannot know: a merge in which the kept record went, and
// certificates issued since on an enrolment that the merge moved.
std::vector<std::string> later_work(const storage::Database& database, MergeId id,
                                    std::span<const std::byte> changeset);

// The rows in the way: "0202-000012-K សុខ ចាន់", "អក្ខរកម្ម ក 2025-12", "អក្ខរកម្ម ក semester1/អំណាន".
std::vector<std::string> describe(const storage::Database& database,
                                  const std::vector<storage::ChangeConflict>& conflicts);

// merge.depended-on with the first of them.
core::Error depended_on(const std::vector<std::string>& names);

} // namespace identity

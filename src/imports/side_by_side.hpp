// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a list beside the learner it may be about, field by field, and what a person takes over from it.
#pragma once

#include "learners/learner.hpp"
#include "storage/change.hpp"

#include <set>
#include <string>
#include <vector>

namespace imports {

// The fields that either knows, by their names in SQL: `was` in the register, `is` in the list. The village
// is one field, its code or its text.
std::vector<storage::FieldChange> side_by_side(const learners::Learner& known, const learners::Learner& read);

// What the list says and the register does not: the fields a person may take.
bool may_be_taken(const storage::FieldChange& field);

// `read` with nothing but these fields.
learners::Learner only(const learners::Learner& read, const std::set<std::string>& fields);

} // namespace imports

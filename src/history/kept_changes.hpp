// SPDX-License-Identifier: GPL-3.0-or-later
// Out of a changeset, what it did to one learner; only the history uses it.
#pragma once

#include "learners/learner.hpp"
#include "storage/change.hpp"
#include "storage/changeset_rows.hpp"

#include <map>
#include <vector>

namespace history {

// The learner whose past is asked for, with the enrolments that are there today.
struct Person {
    learners::LearnerId id{};
    core::Uid uid{};
    core::Moment registered_at{};
    std::map<std::int64_t, std::string> enrolments{}; // the class's Khmer name
    std::map<std::int64_t, std::string> classes{};    // every class's
};

Person load_person(const storage::Database& database, learners::LearnerId id);

// The names of the columns of the tables that hold a learner's record.
using ColumnNames = std::map<std::string, std::vector<std::string>, std::less<>>;
ColumnNames column_names(const storage::Database& database);

struct KeptChanges {
    std::vector<storage::FieldChange> changes{};
    bool came_in = false; // it made the learner's row
};
KeptChanges changes_to(const Person& person, const ColumnNames& names, std::span<const std::byte> changeset);

} // namespace history

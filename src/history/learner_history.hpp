// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a learner's record: every field's changes, who and when, whether typed, imported, done to
// many at once, or merged.
#pragma once

#include "learners/learner.hpp"
#include "storage/change.hpp"
#include "storage/database.hpp"

namespace history {

struct Entry {
    core::Moment at{};
    std::string actor{}; // empty where nobody knows: a sample's learner
    // As in the audit: "learner.register", "learner.update", "import.learners", "import.undo",
    // "enrolment.open", "bulk.move", "rollover.apply" …
    std::string verb{};
    // The import's file, the class of an enrolment, a certificate's serial, the school year that ended.
    std::string about{};
    // By the names that the audit gives to fields (learners: fields_of); of enrolments class, first_day,
    // last_day, leaving_reason; of a year's end year_end and year_end_reason; a photo's is no more than that
    // there is one.
    std::vector<storage::FieldChange> changes{};
    // An erasure took the change itself.
    bool erased = false;
};

// Newest first; the last is how the learner came in. The learner must exist.
//
// What a single write did stands in the audit; an import, a change of many and a merge are one audit row with
// a changeset kept beside it, out of which the learner's own rows are read. Of an id that SQLite gave a
// second time only what came after the registration counts.
std::vector<Entry> history_of(const storage::Database& database, learners::LearnerId id);

} // namespace history

// SPDX-License-Identifier: GPL-3.0-or-later
// The learner's form as it stood while someone was typing, kept in the office file so that nothing typed is
// lost to a power cut. The only writer of the draft_learner tables.
#pragma once

#include "core/clock.hpp"
#include "learners/form_values.hpp"
#include "storage/draft_write.hpp"
#include "storage/transaction.hpp"

namespace learners {

struct Draft {
    // A known learner's, or nothing: a new learner's.
    std::optional<core::Uid> learner{};
    FormValues typed{};
    // The photo chosen (documents::make_photo).
    std::optional<std::string> photo{};
    core::Moment kept_at{}; // given by the store
    friend bool operator==(const Draft&, const Draft&) = default;
};

// In place of the one that `actor` had of the same learner. Its own small transaction, without an audit row.
// Drafts of learners who are gone since go too.
void keep_draft(storage::Database& database, const storage::Actor& actor, const Draft& draft);

// Thrown away by the person who typed it.
void drop_draft(storage::Database& database, const storage::Actor& actor,
                const std::optional<core::Uid>& learner);

// Part of the transaction that saves the form.
void remove_draft(storage::Transaction& tx, const std::optional<core::Uid>& learner);

std::optional<Draft> find_draft(const storage::Database& database, const storage::Actor& actor,
                                const std::optional<core::Uid>& learner);

// The one this person kept last, of a new learner or one still there: what a restart offers.
std::optional<Draft> newest_draft(const storage::Database& database, const storage::Actor& actor);

} // namespace learners

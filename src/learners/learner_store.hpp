// SPDX-License-Identifier: GPL-3.0-or-later
// The office's learners: the only writer of their tables. Lists for the eye are in learner_list.hpp.
#pragma once

#include "core/expected.hpp"
#include "learners/learner.hpp"
#include "storage/change.hpp"
#include "storage/transaction.hpp"

namespace learners {

// A new learner with a number of this office, audited as "learner.register". A learner who brings a uid and a
// number from another office keeps them. Errors: the first of faults(); village.unknown {field, code};
// learner.number-taken {field, number}; learner-number.none-left {office}.
core::Expected<LearnerId> register_learner(storage::Transaction& tx, const Learner& learner);

// The same for bulk work (an import, the sample office), which the caller audits as one.
core::Expected<LearnerId> register_in_bulk(storage::Transaction& tx, const Learner& learner);

// Everything but id, uid, number and the time of registration. Returns what changed, was and is; audited as
// "learner.update" unless nothing did. Errors as for registering.
core::Expected<std::vector<storage::FieldChange>> update_learner(storage::Transaction& tx,
                                                                 const Learner& learner);
core::Expected<std::vector<storage::FieldChange>> update_in_bulk(storage::Transaction& tx,
                                                                 const Learner& learner);

// What update_learner would change, without writing: an import's preview. The id must exist.
std::vector<storage::FieldChange> changes_to(const storage::Database& database, const Learner& learner);

// The id must exist.
Learner load_learner(const storage::Database& database, LearnerId id);
std::optional<Learner> find_learner(const storage::Database& database, LearnerId id);
// `number` in its canonical form (core::read_learner_number).
std::optional<LearnerId> find_by_number(const storage::Database& database, std::string_view number);
std::optional<LearnerId> find_by_uid(const storage::Database& database, const core::Uid& uid);

// The learner's photo as documents::make_photo writes it, or none; audited as "learner.photo" with a digest
// of was and is, unless nothing changes. The photo stands in no audit row, so that erasing it erases it.
void set_photo(storage::Transaction& tx, LearnerId id, const std::optional<std::string>& jpeg);
std::optional<std::string> find_photo(const storage::Database& database, LearnerId id);

// For one entered by mistake; audited as "learner.delete". Error: learner.has-history {enrolments}.
core::Expected<void> delete_learner(storage::Transaction& tx, LearnerId id);

// Gives what hangs on one learner here (identity numbers, photo) to another; part of a merge, which audits.
void repoint(storage::Transaction& tx, LearnerId from, LearnerId to);

} // namespace learners

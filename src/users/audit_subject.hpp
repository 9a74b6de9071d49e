// SPDX-License-Identifier: GPL-3.0-or-later
// Whom or what a row of the audit is about, by name.
#pragma once

#include "storage/audit.hpp"
#include "storage/change.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace users {

// A learner's or an institution's name, a class's, a certificate's number, a user's; in Khmer where there is
// one. Empty where the row names nobody or who it named is no longer here.
std::string subject_of(const storage::Database& database, const storage::AuditEntry& entry);

// Everything in the audit that is about one learner: their own uid, and those of their enrolments,
// certificates and statements. Empty where nobody has that learner number.
std::vector<core::Uid> uids_of_learner(const storage::Database& database, std::string_view number);

// What the row changed, field by field; of bulk work what it says of itself, under `is`. Empty when erasure
// removed it.
std::vector<storage::FieldChange> changes_in(const storage::AuditEntry& entry);

} // namespace users

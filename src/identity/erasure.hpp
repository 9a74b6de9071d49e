// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing a person from the register: what was told about them goes, what the register must be able to answer
// for stays.
//
// Without a class, a certificate or a merge the record goes altogether. Otherwise the number, the sex, the
// year of birth, the enrolments with their marks, the certificates and statements as they were issued, and
// the signed returns stay; every name, place, telephone, paper, answer and photo goes, and with them what
// the audit, the held rows of imports and the kept changesets say of them. What other offices and older
// backups hold is theirs.
#pragma once

#include "core/expected.hpp"
#include "learners/learner.hpp"
#include "storage/transaction.hpp"

#include <string>
#include <vector>

namespace identity {

// What will go and what must stay, to be shown before.
struct Erasure {
    bool whole = false;               // nothing of the record must be kept
    int enrolments = 0;               // that stay, without a name
    std::vector<std::string> serials; // of certificates that stay as they were issued
    int audit_rows = 0;               // whose content goes; the rows stay, so that the chain holds
};

// Errors: erasure.in-class {class} where the learner is enrolled in a class that is not closed.
core::Expected<Erasure> plan_erasure(const storage::Database& database, learners::LearnerId id);

// Audited as "learner.erase", with the reason and no name. Errors: those of plan_erasure; erasure.no-reason.
core::Expected<Erasure> erase(storage::Transaction& tx, learners::LearnerId id, const std::string& reason);

// The same in a transaction of its own, after which the bytes stand nowhere in the file and its log.
core::Expected<Erasure> erase_for_good(storage::Database& database, const storage::Actor& actor,
                                       learners::LearnerId id, const std::string& reason);

// Whose last class ended, or who was registered and never enrolled, before `day`, oldest first: those the
// office may think of erasing. Nobody who was erased before.
std::vector<learners::LearnerId> last_seen_before(const storage::Database& database, core::Day day);

} // namespace identity

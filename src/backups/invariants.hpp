// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of the register that no table alone can hold, looked at over the whole office file.
#pragma once

#include "core/error.hpp"
#include "core/progress.hpp"
#include "storage/database.hpp"

#include <vector>

namespace backups {

// Each broken one is invariant.broken {rule, what}. The rules:
//   office-area       the office's area is in the gazetteer
//   key-id            the current key is the one its id names
//   learner-number    every number is canonical and its check character fits
//   enrolment-days    every enrolment lies within its class's days
//   class-count       a class's count of learners is that of its enrolments
//   serial            every serial is canonical and its check character fits
//   serial-gap        of an office and year no number is missing between the first and the last
//   certificate-code  the signed code names the serial it stands under
std::vector<core::Error> broken_invariants(const storage::Database& database, core::Progress& progress);

// All that `check` finds: damage, an audit or a register of certificates that another program altered, and,
// where the file holds together, broken rules.
std::vector<core::Error> findings_in(const storage::Database& database, core::Progress& progress);

} // namespace backups

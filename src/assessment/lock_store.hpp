// SPDX-License-Identifier: GPL-3.0-or-later
// Periods of a class whose marks are done: what is locked is only corrected, with a reason.
#pragma once

#include "classes/class.hpp"
#include "core/expected.hpp"
#include "programmes/pack.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace assessment {

struct PeriodLock {
    std::string period;
    core::Moment locked_at{};
    std::string actor;
    friend bool operator==(const PeriodLock&, const PeriodLock&) = default;
};

// In the order of their keys.
std::vector<PeriodLock> load_locks(const storage::Database& database, classes::ClassId class_id);

// The lock that holds a period: its own, or that of a later one which it counts in (a locked semester holds
// its months). Null when none does.
const PeriodLock* lock_on(const programmes::Pack& pack, const std::vector<PeriodLock>& locks,
                          std::string_view period);

// Nothing, or period.locked {period, name}: for whoever writes many marks of one period.
core::Expected<void> check_unlocked(const storage::Database& database, const classes::Class& taught,
                                    std::string_view period);

// Audited as "period.lock". Errors: class.not-open {class, status}, period.unknown {period},
// period.locked {period, name} when it is held already.
core::Expected<void> lock_period(storage::Transaction& tx, classes::ClassId class_id,
                                 std::string_view period);

// The reason stays in the audit, as "period.unlock". Errors: class.not-open, period.unknown,
// period.not-locked {period, name}, period.locked-with {period, name, with} for one that a later period's
// lock holds, period.no-reason.
core::Expected<void> unlock_period(storage::Transaction& tx, classes::ClassId class_id,
                                   std::string_view period, const std::string& reason);

} // namespace assessment

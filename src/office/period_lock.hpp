// SPDX-License-Identifier: GPL-3.0-or-later
// Days that are shut: what was counted in them was accepted, and stays as it is until somebody opens them for
// a correction, with a reason. The only writer of period_lock; who shuts days, and why, is a later room's
// business.
#pragma once

#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace office {

struct PeriodLock {
    std::string period; // its name: "2025-12"
    core::Day first_day{};
    core::Day last_day{};
    std::string basis; // what shut it: the same again changes nothing
    core::Moment shut_at{};
    // Of a correction that is under way.
    std::optional<core::Moment> opened_at{};
    std::string reason{};
    bool shut() const { return !opened_at; }
};

// By their first day.
std::vector<PeriodLock> period_locks(const storage::Database& database);
std::optional<PeriodLock> find_lock(const storage::Database& database, const std::string& period);

// Error period.locked {period, by: "return"}.
core::Error locked(const PeriodLock& lock);

// Which days are shut, read once for whoever writes many.
class ShutDays {
  public:
    explicit ShutDays(const storage::Database& database);
    bool none() const { return m_locks.empty(); }
    const std::vector<PeriodLock>& locks() const { return m_locks; }
    bool shut(core::Day day) const { return find(day, day) != nullptr; }
    // Error period.locked {period, by: "return"} where one of the days first … last is shut.
    core::Expected<void> check(core::Day first, core::Day last) const;
    core::Expected<void> check(core::Day day) const { return check(day, day); }
    // The same of a day and every one after it.
    core::Expected<void> check_from(core::Day day) const;

  private:
    const PeriodLock* find(core::Day first, core::Day last) const;
    std::vector<PeriodLock> m_locks;
};

// Shuts the days of a period. Where the same basis shut them before nothing changes, also when they were
// opened since. Audited as "period.shut".
void shut_period(storage::Transaction& tx, const std::string& period, core::Day first, core::Day last,
                 const std::string& basis);
// What shut it holds no more. Audited as "period.free"; nothing when it is not shut.
void free_period(storage::Transaction& tx, const std::string& period);

// Lets a shut period be corrected. Audited as "period.correct" with the reason.
// Errors: correction.not-shut {period}; correction.open-already {period, reason}; correction.no-reason.
core::Expected<void> open_for_correction(storage::Transaction& tx, const std::string& period,
                                         const std::string& reason);

} // namespace office

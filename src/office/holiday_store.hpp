// SPDX-License-Identifier: GPL-3.0-or-later
// The office's own copy of the public holidays.
#pragma once

#include "core/expected.hpp"
#include "office/holiday.hpp"
#include "storage/transaction.hpp"

#include <vector>

namespace office {

// Fills the empty table of a new office; one audit row.
void load_holidays(storage::Transaction& tx, const HolidayList& list);

bool is_holiday(const storage::Database& database, core::Day day);

// Both ends included, by day.
std::vector<Holiday> holidays_between(const storage::Database& database, core::Day from, core::Day to);

// Adds the day or changes what it is called. Error: period.locked {period, by} where a day that becomes a
// holiday is shut, for then fewer days could have been taken than were accepted.
core::Expected<void> set_holiday(storage::Transaction& tx, const Holiday& holiday);
// False when the day was none. Error: period.locked as above.
core::Expected<bool> remove_holiday(storage::Transaction& tx, core::Day day);

} // namespace office

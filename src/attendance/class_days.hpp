// SPDX-License-Identifier: GPL-3.0-or-later
// The days of a class, month by month: its calendar, the days it met, and the days it said it did not.
#pragma once

#include "attendance/attendance.hpp"
#include "attendance/period.hpp"
#include "classes/class.hpp"
#include "storage/database.hpp"

#include <map>
#include <span>
#include <vector>

namespace attendance {

struct ClassDays {
    // Every month that the period touches, in order.
    std::vector<MonthDays> months;
    // Why the class did not meet.
    std::map<core::Day, std::string> reasons;

    // Null outside the period.
    const MonthDays* find(core::Month month) const;
};

// Those of a period's months, read once for the days of many classes.
class Holidays {
  public:
    Holidays(const storage::Database& database, Period period);
    // Of a part of it, in whole months and in order.
    std::span<const core::Day> in(Period period) const;

  private:
    std::vector<core::Day> m_days;
};

// The months are whole even where the period is not.
ClassDays load_class_days(const storage::Database& database, const classes::Class& taught, Period period);
ClassDays load_class_days(const storage::Database& database, const classes::Class& taught, Period period,
                          const Holidays& holidays);

// What the class's programme says lateness and half a day are worth.
Worths load_worths(const storage::Database& database, const classes::Class& taught);

// A text of attendance_month; WorldFailure file.damaged when it is none.
MonthMarks stored_marks(core::Month month, std::string_view text);

} // namespace attendance

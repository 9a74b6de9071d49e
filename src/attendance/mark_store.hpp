// SPDX-License-Identifier: GPL-3.0-or-later
// Every way of writing in the register. A mark is committed as it is typed.
#pragma once

#include "attendance/class_days.hpp"
#include "attendance/register_change.hpp"
#include "classes/enrolment.hpp"
#include "storage/transaction.hpp"

namespace attendance {

// Writes one cell. On a school day that has come, the day becomes taken. An absence may be announced for a
// day to come: it is kept, and counts once the day is taken. On a closed day the mark is kept and never
// counts; the state that comes back says so. Errors: class.not-open {class, status}, day.outside-enrolment
// {day}, day.not-met {day, reason}, day.future {day} for lateness that nobody can know yet.
core::Expected<DayState> set_mark(storage::Transaction& tx, classes::EnrolmentId enrolment, core::Day day,
                                  Mark mark);

// The same mark on every school day of the period: a long illness, a leave asked in advance. What changed.
// Errors as set_mark, and then nothing is written; day.none {first, last} when no school day is among them.
core::Expected<RegisterChange> set_marks(storage::Transaction& tx, classes::EnrolmentId enrolment,
                                         Period period, Mark mark);

// Takes the days: whoever has no mark was present. Marks already typed stay. Errors, and then nothing is
// written: class.not-open, period.locked, day.future, day.closed {day}, day.not-met.
core::Expected<RegisterChange> mark_all_present(storage::Transaction& tx, classes::ClassId class_id,
                                                const std::vector<core::Day>& days);
inline core::Expected<RegisterChange> mark_all_present(storage::Transaction& tx, classes::ClassId class_id,
                                                       core::Day day) {
    return mark_all_present(tx, class_id, std::vector{day});
}

// The class did not meet, or will not. Errors: class.not-open, period.locked, day.closed, day.no-reason
// {day}, day.has-marks {day, marks} while marks stand there.
core::Expected<RegisterChange> mark_not_met(storage::Transaction& tx, classes::ClassId class_id,
                                            core::Day day, const std::string& reason);

// Takes back that the day was taken or not met. Errors: class.not-open, period.locked,
// day.has-marks.
core::Expected<RegisterChange> forget_day(storage::Transaction& tx, classes::ClassId class_id, core::Day day);

// For imports and samples, which check the class and audit their work as a whole. take_days takes every
// school day of the period that has come and is not shut, and says how many had not been taken.
int take_days(storage::Transaction& tx, classes::ClassId class_id, Period period);
void write_month(storage::Transaction& tx, classes::EnrolmentId enrolment, const MonthMarks& marks);
MonthMarks load_month(const storage::Database& database, classes::EnrolmentId enrolment, core::Month month);

// For this room's stores: what is written of a day, without looking or auditing.
DayRecord day_record(const ClassDays& days, core::Day day);
void write_day(storage::Transaction& tx, classes::ClassId class_id, core::Day day, const DayRecord& record);

} // namespace attendance

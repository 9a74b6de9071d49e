// SPDX-License-Identifier: GPL-3.0-or-later
// Who was in a class within a period, with their marks: what the register and the rates are counted from.
#pragma once

#include "attendance/class_days.hpp"
#include "classes/enrolment_store.hpp"

namespace attendance {

struct Member {
    classes::ClassLearner learner;
    // Of the months that have marks, in order.
    std::vector<MonthMarks> marks;

    MonthMarks marks_of(core::Month month) const;
    // The days of the month within both the period and the enrolment.
    DaySet enrolled(core::Month month, Period period) const;
};

// In the order of names. Who was enrolled by mistake never was in the class. The marks come as whole months.
std::vector<Member> load_members(const storage::Database& database, classes::ClassId class_id, Period period);
// One of them; nothing when the enrolment has no day in the period, or was a mistake.
std::optional<Member> find_member(const storage::Database& database, classes::EnrolmentId enrolment,
                                  Period period);

} // namespace attendance

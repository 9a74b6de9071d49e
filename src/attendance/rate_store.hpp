// SPDX-License-Identifier: GPL-3.0-or-later
// Attendance over a period: of an enrolment and of a class. Lists over many classes are in follow_up.hpp,
// rates of groups in group_rates.hpp.
#pragma once

#include "attendance/class_days.hpp"
#include "classes/enrolment_store.hpp"

#include <vector>

namespace attendance {

struct Attendance {
    classes::ClassLearner learner;
    // Month by month; the marks of days outside the enrolment too.
    struct Month {
        MonthMarks marks;
        Tally tally;
    };
    std::vector<Month> months{};
    Tally tally{};
    // School days of the enrolment that have come and nobody recorded.
    std::vector<core::Day> not_recorded{};
    std::optional<core::Ratio> rate{}; // nothing when no day was taken
    core::Ratio hours{};
};

// The whole enrolment, within its class's days. The enrolment must exist and not be one entered by mistake.
Attendance load_attendance(const storage::Database& database, classes::EnrolmentId enrolment);

// Of everyone enrolled in the class within the period, in the order of names.
std::vector<Attendance> load_class_attendance(const storage::Database& database, classes::ClassId class_id,
                                              Period period);
// The same from the class's first day to its last.
std::vector<Attendance> load_class_attendance(const storage::Database& database, classes::ClassId class_id);
// And with lateness and half days worth something else than by the class's rules.
std::vector<Attendance> load_class_attendance(const storage::Database& database, classes::ClassId class_id,
                                              const Worths& worths);

// Days present ÷ days taken over all of them; nothing when no day was taken.
std::optional<core::Ratio> rate_of(const std::vector<Attendance>& learners, const Worths& worths);

// The school days of a class that have come and nobody recorded.
std::vector<core::Day> not_recorded_days(const storage::Database& database, classes::ClassId class_id,
                                         Period period);

} // namespace attendance

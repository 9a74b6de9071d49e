// SPDX-License-Identifier: GPL-3.0-or-later
// The days of absence that a programme's rules of promotion and penalty ask for, from the register.
#pragma once

#include "assessment/results.hpp"
#include "attendance/attendance.hpp"
#include "classes/enrolment.hpp"
#include "storage/database.hpp"

#include <map>

namespace assessment {

// Two half days are a day; lateness is no absence.
Absences absences_of(const attendance::Tally& tally);

// Where no rule of the pack asks, nothing is read and everything is 0.
Absences load_absences(const storage::Database& database, const programmes::Pack& pack,
                       classes::EnrolmentId enrolment);
std::map<classes::EnrolmentId, Absences> load_class_absences(const storage::Database& database,
                                                             const programmes::Pack& pack,
                                                             classes::ClassId class_id);

} // namespace assessment

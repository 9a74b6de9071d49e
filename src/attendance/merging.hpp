// SPDX-License-Identifier: GPL-3.0-or-later
// What making one learner of two asks of this room; marks are moved with write_month().
#pragma once

#include "attendance/mark.hpp"
#include "classes/enrolment.hpp"
#include "storage/database.hpp"

#include <vector>

namespace attendance {

// The months in which the enrolment has any mark, in order.
std::vector<MonthMarks> load_marked_months(const storage::Database& database, classes::EnrolmentId enrolment);

} // namespace attendance

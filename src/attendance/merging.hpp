// SPDX-License-Identifier: GPL-3.0-or-later
// What making one learner of two asks of this room; marks are moved with write_month(), the totals of the
// paper's margin with write_paper_margin().
#pragma once

#include "attendance/margin.hpp"
#include "attendance/mark.hpp"
#include "classes/enrolment.hpp"
#include "storage/database.hpp"

#include <map>
#include <vector>

namespace attendance {

// The months in which the enrolment has any mark, in order.
std::vector<MonthMarks> load_marked_months(const storage::Database& database, classes::EnrolmentId enrolment);

// The months in which somebody typed the enrolment's totals from the paper.
std::map<core::Month, PaperMargin> load_paper_months(const storage::Database& database,
                                                     classes::EnrolmentId enrolment);

} // namespace attendance

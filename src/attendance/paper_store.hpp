// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the office file of a learner's attendance paper.
#pragma once

#include "attendance/attendance_paper.hpp"
#include "classes/class.hpp"
#include "storage/database.hpp"

namespace attendance {

// A learner in a class.
struct PaperOf {
    classes::ClassId in{};
    learners::LearnerId learner{};
    friend auto operator<=>(const PaperOf&, const PaperOf&) = default;
};

// The class must exist. Without a period: from the class's first day to its last, or to today while it runs.
// Whoever left and came back has one paper of both stays. Error: attendance.not-enrolled {class} where the
// learner was not in the class within the period.
core::Expected<AttendancePaper> load_paper(const storage::Database& database, PaperOf of,
                                           std::optional<Period> period = {});

} // namespace attendance

// SPDX-License-Identifier: GPL-3.0-or-later
// Many cells of a register written at once: a range filled, a block pasted, a day copied; and taking back
// what one write changed.
#pragma once

#include "attendance/attendance.hpp"
#include "attendance/register_change.hpp"
#include "storage/transaction.hpp"

namespace attendance {

struct CellMark {
    classes::EnrolmentId enrolment{};
    core::Day day{};
    Mark mark = Mark::none;
    friend bool operator==(const CellMark&, const CellMark&) = default;
};

struct RefusedCell {
    std::size_t at = 0; // its place among the cells that were asked for
    core::Error why;
};

struct CellsWritten {
    RegisterChange change{};
    // Where no mark could stand; the other cells are written all the same.
    std::vector<RefusedCell> refused{};
    // What the day of each cell is now. A mark on a closed day is kept and never counts.
    std::vector<DayState> states{};
};

// Writes the cells of one class in their order, each by the rules of set_mark, and says what changed. One row
// of the audit: "attendance.mark" for one learner, "attendance.marks" for several. Error: class.not-open.
core::Expected<CellsWritten> set_cells(storage::Transaction& tx, classes::ClassId class_id,
                                       const std::vector<CellMark>& cells);

// Writes again what stood there before the change; nothing of the history goes. A day that the change took
// stays taken while others' marks stand on it. Audited as "attendance.undo". Errors, and then nothing is
// written: class.not-open; attendance.changed-since {where, count} for what was written over since, named by
// learner and day; and those of set_mark.
core::Expected<RegisterChange> take_back(storage::Transaction& tx, const RegisterChange& change);

} // namespace attendance

// SPDX-License-Identifier: GPL-3.0-or-later
// What one write changed in a class's register: enough to show it without reading the month again, and to
// take it back.
#pragma once

#include "attendance/margin.hpp"
#include "attendance/mark.hpp"
#include "classes/enrolment.hpp"

#include <string>
#include <vector>

namespace attendance {

struct CellChange {
    classes::EnrolmentId enrolment{};
    core::Day day{};
    Mark was = Mark::none;
    Mark is = Mark::none;
    friend bool operator==(const CellChange&, const CellChange&) = default;
};

// What is written of a day: nothing, that it was taken, or why the class did not meet.
struct DayRecord {
    enum class Kind { none, taken, not_met };
    Kind kind = Kind::none;
    std::string reason{};
    friend bool operator==(const DayRecord&, const DayRecord&) = default;
};

struct DayChange {
    core::Day day{};
    DayRecord was{};
    DayRecord is{};
    friend bool operator==(const DayChange&, const DayChange&) = default;
};

// The totals of a paper's margin as someone typed them.
struct MarginChange {
    classes::EnrolmentId enrolment{};
    core::Month month{};
    PaperMargin was{};
    PaperMargin is{};
    friend bool operator==(const MarginChange&, const MarginChange&) = default;
};

struct RegisterChange {
    classes::ClassId class_id{};
    std::vector<CellChange> cells{};
    std::vector<DayChange> days{};
    std::vector<MarginChange> margins{};

    bool empty() const { return cells.empty() && days.empty() && margins.empty(); }
    friend bool operator==(const RegisterChange&, const RegisterChange&) = default;
};

} // namespace attendance

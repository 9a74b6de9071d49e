// SPDX-License-Identifier: GPL-3.0-or-later
// What an office's return of a month says, before it becomes a workbook and after it was read back from one.
#pragma once

#include "core/uid.hpp"
#include "returns/figures.hpp"
#include "returns/findings.hpp"

#include <string>
#include <vector>

namespace returns {

struct ProgrammeFigures {
    std::string programme; // the pack's key
    programmes::Wording name;
    Figures figures;
};

struct ClassLine {
    core::Uid uid{};
    std::string name;
    std::string institution;
    std::size_t programme = 0; // in MonthReturn::programmes
    int school_days = 0;
    int taken_days = 0;
    int not_recorded = 0; // past school days that nobody recorded
    Count learners;
    int permission = 0; // learner-days absent with permission, without, and late
    int absent = 0;
    int late = 0;
    LearnerDays days;
    LearnerDays days_female;
    bool ended = false; // closed, or past its last day at the month's end
    bool has_results = false;
};

// One class in one of its programme's periods.
struct ResultLine {
    core::Uid class_uid{};
    std::string class_name;
    std::size_t programme = 0;
    std::string period; // the pack's key
    std::string period_name;
    Count learners;
    Count pass;
    Count fail;
    Count incomplete;
    std::map<std::string, Count> grades; // by letter
};

struct MonthReturn {
    core::Month month{};
    std::vector<ProgrammeFigures> programmes; // by key
    Figures all;
    std::vector<ClassLine> classes; // in the order of names
    std::vector<ResultLine> results;
    std::vector<std::string> letters; // of all grades, best first
    std::vector<Finding> findings;
};

// "0192f0c1-…/S1": results are keyed by class and period.
std::string result_key(const ResultLine& line);

} // namespace returns

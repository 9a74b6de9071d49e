// SPDX-License-Identifier: GPL-3.0-or-later
// The results of a class: its learners in the order of names with their marks, and the counts under them.
#pragma once

#include "assessment/results.hpp"
#include "classes/enrolment_store.hpp"

#include <map>
#include <string>
#include <vector>

namespace assessment {

struct ResultRow {
    classes::ClassLearner learner;
    Scores scores; // of every period
    Result result;
};

struct ClassResults {
    programmes::Pack pack;
    std::string period;
    std::vector<ResultRow> rows;
};

// How many, and how many of them are women, as every list and return counts.
struct Count {
    int total = 0;
    int female = 0;
    void add(core::Sex sex) {
        ++total;
        if (sex == core::Sex::female) ++female;
    }
    friend bool operator==(const Count&, const Count&) = default;
};

struct Distribution {
    Count learners;
    Count pass;
    Count fail;
    Count incomplete;
    // What the results mean, where the programme says so; only those that occur.
    std::map<Standing, Count> standings;
    // One for each of the pack's bands, best first.
    struct Grade {
        std::string letter;
        Count count;
    };
    std::vector<Grade> grades;
};

Distribution distribution_of(const ClassResults& results);

} // namespace assessment

// SPDX-License-Identifier: GPL-3.0-or-later
// What other rules would make of the classes that run now. Nothing is written: a class keeps the rules it was
// opened with.
#pragma once

#include "assessment/class_results.hpp"
#include "classes/class_store.hpp"

#include <vector>

namespace assessment {

struct PackEffect {
    classes::ClassRow taught;
    // The last period in which anyone has an average, and its counts; of a class without marks the last one.
    programmes::Wording period;
    Distribution was;
    Distribution is;
    // Learners whose average, grade, result or standing would be another in any period.
    int changed = 0;
};

// The open classes of the pack's programme, in the order of names.
std::vector<classes::ClassRow> open_classes_of(const storage::Database& database,
                                               const programmes::Pack& pack);

// On one of them, under the rules it has and under `pack`.
PackEffect effect_on(const storage::Database& database, const classes::ClassRow& taught,
                     const programmes::Pack& pack);

} // namespace assessment

// SPDX-License-Identifier: GPL-3.0-or-later
// Marks that should be there by now: of open classes, in periods whose day has passed.
#pragma once

#include "assessment/class_results.hpp"
#include "classes/class_store.hpp"
#include "core/progress.hpp"

#include <string>
#include <vector>

namespace assessment {

struct MissingMarks {
    classes::ClassId in{};
    std::string period; // the pack's key, of the first such period
    Count learners;     // in the class, with a mark missing in any such period
};

// Classes in the order of their names, only those that lack something. A retest lacks nothing: who sits it is
// not known. WorldFailure "cancelled".
std::vector<MissingMarks> find_missing_marks(const storage::Database& database, core::Progress& progress);

} // namespace assessment

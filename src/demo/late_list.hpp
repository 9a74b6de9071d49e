// SPDX-License-Identifier: GPL-3.0-or-later
// The list a centre sent in November, imported as a clerk would: some rows refused, the others enrolled.
#pragma once

#include "demo/school.hpp"

namespace demo {

// The learners it brings.
constexpr int late_list_learners = 4;

// Into this class, from its first day.
void import_late_list(storage::Database& database, RunningClass& running);

} // namespace demo

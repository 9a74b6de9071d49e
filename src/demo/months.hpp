// SPDX-License-Identifier: GPL-3.0-or-later
// The register of a sample class, filled month by month, with the learners who leave on the way.
#pragma once

#include "demo/school.hpp"

namespace demo {

// Records the days of the month that have come; the clock must stand after them. Nothing for a month outside
// the class.
void record_month(storage::Transaction& tx, RunningClass& running, core::Month month);

// A few learners leave in the month, each with a reason. Before record_month.
void let_some_leave(storage::Transaction& tx, RunningClass& running, core::Month month);

} // namespace demo

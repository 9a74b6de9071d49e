// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of a sample class.
#pragma once

#include "demo/school.hpp"

namespace demo {

// Marks in every subject of one period for whoever is still in the class: quarter points around what each is
// good for, and now and then an absence.
void mark_period(storage::Transaction& tx, const RunningClass& running, const std::string& period);

} // namespace demo

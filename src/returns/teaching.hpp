// SPDX-License-Identifier: GPL-3.0-or-later
// Who teaches the classes of a period.
#pragma once

#include "returns/gather.hpp"
#include "returns/running_class.hpp"

namespace returns {

// Educators of these classes, which are Facts::classes in the same order: the facts, and the list by name.
void add_teaching(const storage::Database& database, const std::vector<RunningClass>& running,
                  Gathered& into);

} // namespace returns

// SPDX-License-Identifier: GPL-3.0-or-later
// What of a learner only those see who have to know it: the answers about disability. Where people log in,
// it is hidden until somebody asks for it, and each asking stands in the record.
#pragma once

#include "learners/learner.hpp"
#include "storage/transaction.hpp"

#include <string_view>

namespace learners {

// Of a field of the form, of an audited change or of a merge.
bool is_need_to_know(std::string_view field);

// Somebody asked to see it. Audited as "learner.unmask".
void unmask(storage::Transaction& tx, LearnerId id);

} // namespace learners

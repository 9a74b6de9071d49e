// SPDX-License-Identifier: GPL-3.0-or-later
// Who is warned of beside a learner's form: the one place that says which rule finds look-alikes.
#pragma once

#include "learners/ui/learner_dialog.hpp"

namespace app {

// By the rule that an import's verdict stands on (imports/likeness.hpp): the folded name and the sex are
// equal, and the birth date, the village or the phone supports it.
std::vector<learners::LookAlike> look_alikes(const storage::Database& database,
                                             const learners::Learner& typed);

} // namespace app

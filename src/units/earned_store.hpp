// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a learner earned as this office knows it: by the results of its classes, by recognition, and
// elsewhere.
#pragma once

#include "storage/database.hpp"
#include "units/earned.hpp"

#include <map>

namespace units {

// Oldest first, each unit of a programme's level once. The learner must exist.
std::vector<EarnedUnit> load_earned(const storage::Database& database, learners::LearnerId learner);

// For an award list: of everyone who was in the class, what counts for its award and the class itself did
// not earn, oldest first and each once. Nothing for who holds a certificate of the programme already: what
// was awarded is not awarded again, and the class alone decides. How often the file is asked does not depend
// on how many they are.
std::map<learners::LearnerId, std::vector<EarnedUnit>>
load_earned_elsewhere(const storage::Database& database, classes::ClassId class_id);

} // namespace units

// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a learners' list as a learner: every cell read, every fault named with its cell.
#pragma once

#include "imports/likeness.hpp"
#include "imports/row_cells.hpp"
#include "imports/vocabulary.hpp"
#include "learners/learner.hpp"

#include <functional>

namespace imports {

// Where a written village is: its code, or why it cannot be said ("village.unknown", "village.ambiguous").
struct WrittenPlace {
    std::string code;
    std::string village;
    std::string commune;
    std::string district;
    std::string province;
};
using FindVillage = std::function<core::Expected<std::string>(const WrittenPlace&)>;

struct LearnerReader {
    const Vocabulary& vocabulary;
    const FindVillage& find_village;
    core::Day today;
};

struct ReadLearner {
    learners::Learner learner;
    // The number the list gives, where it is one of ours; another office's or centre's number is an identity
    // number.
    std::string number;
    std::string class_name;
    std::string centre;
};

// Faults and findings stay in `cells`.
ReadLearner read_learner(RowCells& cells, const LearnerReader& reader);

// What likeness() looks at.
Person person_of(const learners::Learner& learner);

// The known learner with what the row says put over it; an empty cell never erases.
learners::Learner put_over(const learners::Learner& known, const learners::Learner& read);

} // namespace imports

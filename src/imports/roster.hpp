// SPDX-License-Identifier: GPL-3.0-or-later
// Whose row it is among a class's learners: by number, else by name and sex.
#pragma once

#include "classes/enrolment_store.hpp"
#include "imports/row_cells.hpp"
#include "imports/vocabulary.hpp"

#include <unordered_map>

namespace imports {

class Roster {
  public:
    Roster(const storage::Database& database, classes::ClassId class_id);

    // The one learner of the class that the row means. None or two: the row is for a person to decide
    // (learner.not-in-class, learner.ambiguous), and this is null; each learner is met once
    // (learner.repeated).
    const classes::ClassLearner* match(RowCells& cells, const Vocabulary& vocabulary);

  private:
    struct Known {
        classes::ClassLearner learner;
        bool met = false;
    };
    std::vector<std::size_t> with_name(const std::string& folded_km, const std::string& folded,
                                       std::optional<core::Sex> sex) const;

    std::vector<Known> m_known;
    std::unordered_map<std::string, std::size_t> m_by_number;
};

} // namespace imports

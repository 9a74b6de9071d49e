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

    // The one learner of the class that the row means, and null otherwise. None or two, or a number with
    // another's name and sex: the row is for a person to decide (learner.not-in-class, learner.ambiguous,
    // learner.number-of-another). Each learner is met once (learner.repeated {earlier_row}). A number with
    // another spelling of the name is a finding (learner.name-differs).
    const classes::ClassLearner* match(RowCells& cells, const Vocabulary& vocabulary);
    // The row was not refused: a later row of the same learner is one too many.
    void meet(const classes::ClassLearner& learner, std::uint32_t row);

  private:
    struct Known {
        classes::ClassLearner learner;
        // As the spreadsheet counts, from 1; 0 is not met yet.
        std::uint32_t met_in = 0;
    };
    std::vector<std::size_t> with_name(const std::string& folded_km, const std::string& folded,
                                       std::optional<core::Sex> sex) const;

    std::vector<Known> m_known;
    std::unordered_map<std::string, std::size_t> m_by_number;
};

} // namespace imports

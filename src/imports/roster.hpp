// SPDX-License-Identifier: GPL-3.0-or-later
// Whose row it is among a class's learners: by number, else by name and sex.
#pragma once

#include "classes/enrolment_store.hpp"
#include "imports/row_cells.hpp"
#include "imports/vocabulary.hpp"

#include <set>
#include <unordered_map>

namespace imports {

class Roster {
  public:
    Roster(const storage::Database& database, classes::ClassId class_id, const FoundSheet& found);

    // The one learner of the class that the row means, and null otherwise. None or two, or a number with
    // another's name and sex: the row is for a person to decide (learner.not-in-class, learner.ambiguous,
    // learner.number-of-another). Each learner is met once (learner.repeated {earlier_row}). A number with
    // another spelling of the name is a finding (learner.name-differs).
    //
    // In a sheet that we made every learner has her number, and a name is what we wrote: a number that is
    // nobody's is sheet.number-unknown {number, name}, a row without one sheet.row-added {name}, which is
    // taken only where name and sex are those of one learner who has no row of her own. A number beside
    // another name is sheet.renamed {number, name, typed}: to review, and yet the learner of that number.
    const classes::ClassLearner* match(RowCells& cells, const Vocabulary& vocabulary);
    // The row was not refused: a later row of the same learner is one too many.
    void meet(const classes::ClassLearner& learner, std::uint32_t row);

    // Learners whose row was taken out of a sheet that we made: sheet.row-removed {number, name}, at the cell
    // where the name stood.
    std::vector<core::Error> rows_removed() const;
    // Those in the class within these days who joined after it was made and have no row: sheet.joined-since
    // {number, name}.
    std::vector<core::Error> joined_since(core::Day first, core::Day last) const;

  private:
    struct Known {
        classes::ClassLearner learner;
        // As the spreadsheet counts, from 1; 0 is not met yet.
        std::uint32_t met_in = 0;
    };
    std::vector<std::size_t> with_name(const std::string& folded_km, const std::string& folded,
                                       std::optional<core::Sex> sex) const;
    std::optional<std::size_t> with_number(const std::string& number) const;
    std::optional<std::size_t> match_prefilled(RowCells& cells, const Vocabulary& vocabulary,
                                               std::string_view cell) const;
    const classes::ClassLearner* meet_once(RowCells& cells, std::size_t nth, const std::string& cell) const;
    void note_rows(const FoundSheet& found);
    core::Error about(const char* code, const Known& known) const;

    const storage::Database& m_database;
    std::vector<Known> m_known;
    std::unordered_map<std::string, std::size_t> m_by_number;
    // Of a sheet that we made and that is here whole: where its first name stands, whom it was made with
    // (from the top down, nothing for one who is no longer in the class), and who has a row by number.
    bool m_prefilled = false;
    spreadsheet::CellRef m_first_name{};
    std::vector<std::optional<std::size_t>> m_roll;
    std::set<std::size_t> m_with_row;
};

} // namespace imports

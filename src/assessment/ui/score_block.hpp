// SPDX-License-Identifier: GPL-3.0-or-later
// A block of cells from a spreadsheet over the score sheet, and what came of it in words.
#pragma once

#include "assessment/score_sitting.hpp"
#include "assessment/ui/score_table.hpp"
#include "core/cell_block.hpp"
#include "office/ui/session.hpp"

namespace assessment {

struct TypedBlock {
    std::vector<TypedMark> marks;
    int outside = 0; // cells that lie below the learners or beside the subjects
};

// The block with its first cell at `row` and `column` of the table.
TypedBlock typed_block(const ScoreTable& table, int row, int column, const core::CellBlock& block);

// "Sok Dara, Reading: the mark 12 is over the maximum"
wxString refusal(const office::Session& session, const ScoreTable& table, const TypedMark& mark,
                 const core::Error& why);

// How many marks were written, and each that was not, as far as they fit a line or two.
wxString pasted_words(const office::Session& session, const ScoreTable& table, const Pasted& pasted,
                      int outside);

} // namespace assessment

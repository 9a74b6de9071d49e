// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a register as a block: what a block from the clipboard would write, and a day copied onto another.
#pragma once

#include "attendance/cell_store.hpp"
#include "attendance/cursor.hpp"
#include "core/cell_block.hpp"

namespace attendance {

// A cell of a block that cannot be written, with where it would have stood in the register; nothing past its
// edge.
struct BlockRefusal {
    std::optional<RegisterCell> at{};
    core::Error why{};
    friend bool operator==(const BlockRefusal&, const BlockRefusal&) = default;
};

struct BlockPlan {
    std::vector<CellMark> cells{};
    std::vector<RegisterCell> places{}; // of those cells
    std::vector<BlockRefusal> refused{};
};

// What the block would write with its first cell at `at`. An empty cell takes a mark away and else does
// nothing: it takes no day. Refused: attendance.unknown-letter {text}; block.beyond {text} for what stands
// past the last learner or day. What the store refuses comes when the cells are written.
BlockPlan plan_block(const Register& shown, const Letters& letters, const core::CellBlock& block,
                     RegisterCell at);

// Every learner's mark of the day `from`, where both days are within the enrolment, as that of the day `to`.
std::vector<CellMark> copied_day(const Register& shown, core::Day from, core::Day to);

} // namespace attendance

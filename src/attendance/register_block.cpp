// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/register_block.hpp"

#include "core/tidy.hpp"

namespace attendance {

BlockPlan plan_block(const Register& shown, const Letters& letters, const core::CellBlock& block,
                     RegisterCell at) {
    BlockPlan plan;
    for (std::size_t down = 0; down < block.size(); ++down)
        for (std::size_t across = 0; across < block[down].size(); ++across) {
            const std::string& text = block[down][across];
            const bool blank = core::tidy(text).empty();
            const RegisterCell cell{at.row + down, at.day + static_cast<unsigned>(across)};
            if (cell.row >= shown.rows.size() || cell.day > shown.last_day()) {
                if (!blank)
                    plan.refused.push_back({std::nullopt, core::Error{"block.beyond"}.with("text", text)});
                continue;
            }
            const RegisterRow& row = shown.rows[cell.row];
            if (blank && row.marks.on(cell.day) == Mark::none) continue;
            const auto mark = read_mark(text, letters);
            if (!mark) {
                plan.refused.push_back({cell, mark.error()});
                continue;
            }
            plan.cells.push_back({row.learner.enrolment.id, shown.day(cell.day), *mark});
            plan.places.push_back(cell);
        }
    return plan;
}

std::vector<CellMark> copied_day(const Register& shown, core::Day from, core::Day to) {
    std::vector<CellMark> cells;
    for (const RegisterRow& row : shown.rows)
        if (row.enrolled.has(from) && row.enrolled.has(to))
            cells.push_back({row.learner.enrolment.id, to, row.marks.on(from)});
    return cells;
}

} // namespace attendance

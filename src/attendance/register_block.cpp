// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/register_block.hpp"

#include "core/tidy.hpp"

namespace attendance {
namespace {

// One cell of the text from `at`, which then stands on what ended it.
std::string read_cell(std::string_view text, std::size_t& at) {
    std::string cell;
    if (at < text.size() && text[at] == '"') {
        // A quote is written twice; what follows the closing one belongs to the cell as it is.
        for (++at; at < text.size(); ++at) {
            if (text[at] != '"') {
                cell += text[at];
            } else if (at + 1 < text.size() && text[at + 1] == '"') {
                cell += text[++at];
            } else {
                ++at;
                break;
            }
        }
    }
    for (; at < text.size() && text[at] != '\t' && text[at] != '\n' && text[at] != '\r'; ++at)
        cell += text[at];
    return cell;
}

} // namespace

Block read_block(std::string_view text) {
    Block block;
    std::size_t at = 0;
    while (at < text.size()) {
        auto& row = block.emplace_back();
        for (;; ++at) {
            row.push_back(read_cell(text, at));
            if (at >= text.size() || text[at] != '\t') break;
        }
        if (at < text.size() && text[at] == '\r') ++at;
        if (at < text.size() && text[at] == '\n') ++at;
    }
    return block;
}

BlockPlan plan_block(const Register& shown, const Letters& letters, const Block& block, RegisterCell at) {
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

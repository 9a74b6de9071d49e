// SPDX-License-Identifier: GPL-3.0-or-later
// A map in the making: what was recognised in a stranger's workbook, and what a person chose for the rest.
#pragma once

#include "returns/stranger_choices.hpp"
#include "returns/stranger_map.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace returns {

struct DraftLine {
    std::string label;
    std::string cell; // where it stands
    std::string key;  // empty: left out, or not yet decided
    bool decided = false;
};

struct DraftSheet {
    SheetChoices choices;
    StrangerSheet found; // no name: the file has no such sheet
    std::vector<DraftLine> rows;
    std::vector<DraftLine> columns;

    std::vector<DraftLine>& lines(Axis axis) { return axis == Axis::row ? rows : columns; }
    const std::vector<DraftLine>& lines(Axis axis) const { return axis == Axis::row ? rows : columns; }
    const std::vector<FigureChoice>& choices_for(Axis axis) const {
        return axis == Axis::row ? choices.rows : choices.columns;
    }
    // Those that no other line of that axis has, and what only this line's label names.
    std::vector<FigureChoice> free_choices(Axis axis, const DraftLine& line) const;
};

class StrangerDraft {
  public:
    // By the map that is kept for the office and layout, where there is one, and by the layout's words. A
    // sheet of the layout is looked for in the sheet of the file that has most of its rows, three at least.
    StrangerDraft(const storage::Database& database, const StrangerWorkbook& workbook, std::string office,
                  const Layout& layout);

    const std::vector<DraftSheet>& sheets() const { return m_sheets; }
    // Those that a file's rows and columns stand for are undecided.
    std::size_t undecided() const;

    // The sheet of the file that holds the layout's; empty: none does. Errors: stranger.no-sheet {sheet,
    // known}.
    core::Expected<void> use_sheet(std::string_view key, std::string_view sheet);
    // What a label stands for; an empty key leaves it out. The key is taken from whatever had it. Errors:
    // stranger.no-label {label}; stranger.no-key {key}.
    core::Expected<void> choose(std::string_view key_of_sheet, Axis axis, std::string_view label,
                                std::string_view key);
    // In whichever sheet has that label.
    core::Expected<void> choose(Axis axis, std::string_view label, std::string_view key);

    // What is decided.
    StrangerMap map() const;

  private:
    void recognise(DraftSheet& sheet, const StrangerWorkbook::Sheet& in);
    StrangerSheet laid_out(const SheetChoices& choices, const StrangerWorkbook::Sheet& in) const;
    DraftSheet* find(std::string_view key);

    const StrangerWorkbook& m_workbook;
    StrangerMap m_before;
    std::vector<DraftSheet> m_sheets;
};

} // namespace returns

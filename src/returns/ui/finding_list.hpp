// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be said about a return, line by line: findings with their weight, and edited cells.
#pragma once

#include "office/ui/session.hpp"
#include "returns/findings.hpp"
#include "returns/return_check.hpp"
#include "widgets/data_list.hpp"

#include <vector>

namespace returns {

struct FindingLine {
    widgets::Cell kind; // "Blocks", "Edited"
    wxString place;
    wxString text;
    ValueKey about{}; // the cell that a remark on this line is about; empty where there is none
};

FindingLine line_of(const office::Session& session, const Finding& finding, const core::Place& place = {});
// "was 12, is 14"
FindingLine line_of(const EditedCell& cell);
std::vector<FindingLine> lines_of(const office::Session& session, const std::vector<EditedCell>& cells,
                                  const std::vector<CheckedReturn::Placed>& findings);

// What a later version says is other than in the version before: each figure of the office by itself, the
// other sheets by how many of their values. Empty for a first version.
std::vector<FindingLine> lines_of_changes(const office::Session& session, const Canonical& content);

class FindingList : public widgets::DataList {
  public:
    // `with_place`: the findings stand in cells of a file.
    FindingList(wxWindow* parent, std::string_view id, const wxString& spoken, bool with_place);
    void show(std::vector<FindingLine> lines);

  private:
    bool m_with_place;
    std::vector<FindingLine> m_lines;
};

} // namespace returns

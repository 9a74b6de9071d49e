// SPDX-License-Identifier: GPL-3.0-or-later
// An import's outcome on the screen: how many of each verdict, every row with its reason, and what is said of
// the whole file.
#pragma once

#include "imports/outcome.hpp"
#include "office/ui/session.hpp"

#include <wx/panel.h>

#include <array>
#include <optional>
#include <vector>

class wxBoxSizer;
class wxButton;

namespace widgets {
class DataList;
}

namespace imports {

// "Accepted", "Refused": the verdict as a word.
wxString verdict_word(Verdict verdict);

class OutcomeView : public wxPanel {
  public:
    OutcomeView(wxWindow* parent, const office::Session& session);
    // Shows all rows; refused and review rows come first when there are any, as the filter "to mend".
    void show(const Outcome& outcome);

  private:
    void show_findings();
    void show_rows(std::optional<Verdict> only);
    wxString reason_of(const RowOutcome& row) const;

    const office::Session& m_session;
    Outcome m_outcome;
    std::vector<std::size_t> m_shown;
    std::array<wxButton*, 6> m_filters{}; // all, then one a verdict
    wxBoxSizer* m_findings;
    widgets::DataList* m_list;
};

} // namespace imports

// SPDX-License-Identifier: GPL-3.0-or-later
// An import's outcome on the screen: how many of each verdict, every row with its reason, what is said of the
// whole file, and beside the list the chosen row with what the person decides about it.
#pragma once

#include "imports/ui/row_panel.hpp"

#include <wx/panel.h>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class wxBoxSizer;
class wxButton;

namespace widgets {
class DataList;
}

namespace imports {

class OutcomeView : public wxPanel {
  public:
    // `decided` is called when the person decided about a row.
    OutcomeView(wxWindow* parent, const office::Session& session, std::function<void()> decided);

    // Shows the rows that need a person first, else all. What was decided before is forgotten.
    void show(std::shared_ptr<const Outcome> outcome, const RowRules& rules);
    // The same rows under other rules.
    void set_rules(const RowRules& rules);
    void focus_rows();

    const Decisions& decisions() const { return m_decisions; }
    // What would be written now.
    struct Planned {
        std::int64_t added = 0;
        std::int64_t changed = 0;
        std::int64_t held = 0;
        std::int64_t put_aside = 0;
    };
    Planned planned() const;

  private:
    void show_findings();
    void show_rows(std::optional<Verdict> only);
    void show_row();
    void decide(std::size_t row, const Decision& decision);
    Decision decision_on(const RowOutcome& row) const { return decision_of(row, m_decisions, m_rules); }
    wxString reason_of(const RowOutcome& row) const;

    const office::Session& m_session;
    std::function<void()> m_decided;
    std::shared_ptr<const Outcome> m_outcome;
    RowRules m_rules;
    Decisions m_decisions;
    std::vector<std::size_t> m_shown;
    std::array<wxButton*, 6> m_filters{}; // all, then one a verdict
    wxBoxSizer* m_findings;
    widgets::DataList* m_list;
    RowPanel* m_row;
};

} // namespace imports

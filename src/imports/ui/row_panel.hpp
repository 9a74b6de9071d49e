// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a list: its sentence, its fields beside the learner's it is about, and what the person decides.
#pragma once

#include "imports/outcome.hpp"
#include "office/ui/session.hpp"

#include <wx/scrolwin.h>

#include <functional>

class wxBoxSizer;
class wxRadioButton;

namespace imports {

// What may be decided about the rows on the screen.
struct RowRules {
    Kind kind = Kind::learners;
    // Nothing is decided on: the import is written.
    bool closed = false;
    // Rows held by an earlier import may also be put aside for good.
    bool held = false;
    // Request::update and take_review, for a row nobody decided on.
    bool update = false;
    bool take_review = false;
};

// What becomes of the row as things stand.
Decision decision_of(const RowOutcome& row, const Decisions& decided, const RowRules& rules);
bool may_be_decided(const RowOutcome& row, const RowRules& rules);
bool resembles_somebody(const RowOutcome& row);
// "Added", "Held for later", "Changed: 2 fields".
wxString decision_word(const RowOutcome& row, const Decision& decision);

class RowPanel : public wxScrolledWindow {
  public:
    RowPanel(wxWindow* parent, const office::Session& session);

    // Nothing: no row is chosen. `decide` is called with what the person says now.
    void show(const RowOutcome* row, const Decision& now, const RowRules& rules,
              std::function<void(const Decision&)> decide);

  private:
    void say(const RowOutcome& row);
    void compare(const RowOutcome& row, const RowRules& rules);
    void offer(const RowOutcome& row, const Decision& now, const RowRules& rules);
    wxString sentence_of(const core::Error& error) const;

    const office::Session& m_session;
    wxBoxSizer* m_rows;
    std::set<std::string> m_fields; // ticked
    wxRadioButton* m_same = nullptr;
    std::function<void(const Decision&)> m_decide;
};

} // namespace imports

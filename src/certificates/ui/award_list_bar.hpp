// SPDX-License-Identifier: GPL-3.0-or-later
// Where the award list of a class stands, and the next step as a button; beside it returning, the history and
// the paper for the board.
#pragma once

#include "certificates/award_list.hpp"
#include "classes/class_store.hpp"
#include "office/ui/session.hpp"
#include "widgets/page.hpp"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <vector>

namespace certificates {

class AwardListBar : public wxPanel {
  public:
    // Adds its commands to the page; they are allowed while `shown()` is. `changed` is called after a step.
    AwardListBar(wxWindow* parent, office::Session& session, widgets::Page& page,
                 std::function<void()> changed);

    // `candidates` are those of the class as they are now.
    void show(const classes::ClassRow* row, const std::vector<Candidate>& candidates);
    // What stands and what comes next, in a sentence; empty where no list has to do with it.
    wxString sentence() const;
    widgets::Tone tone() const { return m_changes.empty() ? widgets::Tone::muted : widgets::Tone::warning; }

  private:
    void add_commands();
    bool may(Step step) const;
    void take(Step step);
    void save();
    void history();
    wxString changed_words() const;

    office::Session& m_session;
    widgets::Page& m_page;
    std::function<void()> m_changed;
    std::optional<classes::ClassRow> m_class;
    std::optional<AwardList> m_list;
    std::vector<ListChange> m_changes;
    std::int64_t m_awarded = 0;
    std::vector<std::pair<Step, wxButton*>> m_steps;
    std::vector<wxButton*> m_others;
};

} // namespace certificates

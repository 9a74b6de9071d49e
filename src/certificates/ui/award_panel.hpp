// SPDX-License-Identifier: GPL-3.0-or-later
// Who of a class may be awarded and why the others may not; previewing and issuing their certificates.
#pragma once

#include "certificates/eligibility.hpp"
#include "certificates/ui/award_list_bar.hpp"
#include "certificates/ui/certificate_page.hpp"
#include "classes/class_store.hpp"
#include "office/ui/session.hpp"
#include "widgets/data_list.hpp"
#include "widgets/empty_state.hpp"
#include "widgets/page.hpp"

#include <wx/panel.h>

#include <optional>
#include <vector>

class wxStaticText;

namespace certificates {

class AwardPanel : public wxPanel {
  public:
    // Adds its commands to the page, and tells in its message bar.
    // `further` are commands of the page that stand under the list of classes.
    AwardPanel(wxWindow* parent, office::Session& session, widgets::Page& page, ClassActions actions,
               const std::vector<FurtherCommand>& further);

    void refresh();
    void select(classes::ClassId id);
    std::optional<classes::ClassId> chosen() const;
    wxWindow* first_control();

  private:
    void add_commands();
    wxSizer* make_left(const std::vector<FurtherCommand>& further);
    wxSizer* make_right();
    const classes::ClassRow* selected() const;
    const Candidate* candidate() const;
    bool may_issue() const;
    std::size_t awarded() const;
    void show_class();
    void show_reasons();
    wxString next_step() const;
    void preview();
    void issue();
    void show_all_lists();

    office::Session& m_session;
    widgets::Page& m_page;
    ClassActions m_actions;
    std::vector<classes::ClassRow> m_classes;
    std::vector<Candidate> m_candidates;
    wxPanel* m_whole;
    widgets::EmptyState* m_empty;
    widgets::DataList* m_list = nullptr;
    widgets::DataList* m_learners = nullptr;
    wxStaticText* m_name = nullptr;
    wxStaticText* m_next = nullptr;
    AwardListBar* m_bar = nullptr;
    wxStaticText* m_reasons = nullptr;
};

} // namespace certificates

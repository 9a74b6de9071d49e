// SPDX-License-Identifier: GPL-3.0-or-later
// The office's institutions as a list, and the form of one.
#pragma once

#include "institutions/institution.hpp"
#include "office/ui/session.hpp"
#include "widgets/command.hpp"

#include <wx/panel.h>

#include <vector>

namespace widgets {
class DataList;
}

namespace institutions {

// "School", "Community learning centre", "Site"
wxString kind_word(Kind kind);

// The form over an institution, a new one when its id is 0; true when it was kept.
bool edit_institution(wxWindow* parent, office::Session& session, Institution institution);

class InstitutionPanel : public wxPanel {
  public:
    // Adds its commands to the page's.
    InstitutionPanel(wxWindow* parent, office::Session& session, widgets::CommandList& commands);
    void refresh();
    void select(InstitutionId id);
    wxWindow* first_control();

  private:
    void edit();
    office::Session& m_session;
    std::vector<Institution> m_institutions;
    widgets::DataList* m_list;
};

} // namespace institutions

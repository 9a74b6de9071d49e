// SPDX-License-Identifier: GPL-3.0-or-later
// The office's educators as a list, and the form of one.
#pragma once

#include "office/ui/session.hpp"
#include "staff/educator.hpp"
#include "widgets/command.hpp"

#include <wx/panel.h>

#include <map>
#include <vector>

namespace widgets {
class DataList;
}

namespace staff {

wxString contract_word(Contract contract);

// The form over an educator, a new one when the id is 0; true when it was kept.
bool edit_educator(wxWindow* parent, office::Session& session, Educator educator);

class EducatorPanel : public wxPanel {
  public:
    // Adds its commands to the page's.
    EducatorPanel(wxWindow* parent, office::Session& session, widgets::CommandList& commands);
    void refresh();
    void select(EducatorId id);
    wxWindow* first_control();

  private:
    void edit();
    office::Session& m_session;
    std::vector<Educator> m_educators;
    std::map<institutions::InstitutionId, wxString> m_institutions;
    widgets::DataList* m_list;
};

} // namespace staff

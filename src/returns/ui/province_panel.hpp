// SPDX-License-Identifier: GPL-3.0-or-later
// A province's month: which districts have sent and which have not, and the workbook that puts them together.
#pragma once

#include "office/ui/session.hpp"
#include "returns/province_workbook.hpp"
#include "returns/status.hpp"
#include "widgets/data_list.hpp"
#include "widgets/page.hpp"

#include <wx/panel.h>

class wxCheckBox;
class wxChoice;
class wxStaticText;

namespace returns {

class ProvincePanel : public wxPanel {
  public:
    // Adds its commands to the page, and tells in its message bar.
    ProvincePanel(wxWindow* parent, office::Session& session, widgets::Page& page);

    void refresh();
    wxWindow* first_control();

  private:
    void add_commands();
    wxSizer* make_top();
    const PeriodStatus* period() const;
    void show_period();
    void put_together();
    void save_profile();
    void tell_outcome(const Consolidated& made, const std::filesystem::path& folder);

    office::Session& m_session;
    widgets::Page& m_page;
    Status m_status;
    wxChoice* m_choice = nullptr;
    wxStaticText* m_summary = nullptr;
    wxCheckBox* m_provisional = nullptr;
    wxCheckBox* m_publishable = nullptr;
    widgets::DataList* m_list = nullptr;
};

} // namespace returns

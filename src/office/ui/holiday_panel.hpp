// SPDX-License-Identifier: GPL-3.0-or-later
// The public holidays as the office keeps them: what the government decreed, and what the office changed.
#pragma once

#include "office/holiday.hpp"
#include "office/ui/session.hpp"
#include "widgets/command.hpp"

#include <wx/panel.h>

#include <vector>

namespace widgets {
class DataList;
}

namespace office {

class HolidayPanel : public wxPanel {
  public:
    // Adds its commands to the page's.
    HolidayPanel(wxWindow* parent, Session& session, widgets::CommandList& commands);
    void refresh();

  private:
    void edit(const Holiday* known);
    void remove();
    Session& m_session;
    std::vector<Holiday> m_holidays;
    widgets::DataList* m_list;
};

} // namespace office

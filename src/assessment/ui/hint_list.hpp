// SPDX-License-Identifier: GPL-3.0-or-later
// What looks odd in the marks on the page, to look at again; hidden while nothing does.
#pragma once

#include "assessment/hints.hpp"
#include "office/ui/session.hpp"

#include <wx/panel.h>

#include <functional>

class wxStaticText;
namespace widgets {
class DataList;
}

namespace assessment {

class HintList : public wxPanel {
  public:
    HintList(wxWindow* parent, const office::Session& session);

    void show(const ClassResults& results);
    // Enter or a double click on a hint.
    void on_open(std::function<void(const Hint&)> open) { m_open = std::move(open); }

  private:
    const office::Session& m_session;
    std::vector<Hint> m_hints;
    std::vector<wxString> m_names; // beside each; empty for the class
    std::function<void(const Hint&)> m_open = [](const Hint&) {};
    wxStaticText* m_title;
    widgets::DataList* m_list;
};

} // namespace assessment

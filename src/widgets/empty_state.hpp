// SPDX-License-Identifier: GPL-3.0-or-later
// What a page shows when there is nothing to show yet: why, and the next thing to do.
#pragma once

#include <wx/panel.h>

#include <string_view>

class wxButton;
class wxStaticText;

namespace widgets {

class EmptyState : public wxPanel {
  public:
    EmptyState(wxWindow* parent, std::string_view icon_name, const wxString& title, const wxString& sentence);
    // Buttons stand in a row under the sentence; make them with `this` as parent.
    void add_button(wxButton* button);
    void say(const wxString& title, const wxString& sentence);

  private:
    wxStaticText* m_title;
    wxStaticText* m_sentence;
    wxSizer* m_buttons;
};

} // namespace widgets

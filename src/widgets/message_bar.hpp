// SPDX-License-Identifier: GPL-3.0-or-later
// A line above the page that says what happened, with at most one thing to do about it.
#pragma once

#include "widgets/theme.hpp"

#include <wx/panel.h>

#include <functional>

class wxButton;
class wxStaticText;
class wxStaticBitmap;

namespace widgets {

class MessageBar : public wxPanel {
  public:
    explicit MessageBar(wxWindow* parent);

    // Replaces what stood there. With `action_label`, a button runs `action`.
    void tell(Tone tone, const wxString& text, const wxString& action_label = {},
              std::function<void()> action = {});
    void dismiss();
    wxString text() const;

  private:
    wxStaticBitmap* m_icon;
    wxStaticText* m_text;
    wxButton* m_action;
    wxButton* m_close;
    std::function<void()> m_run;
};

} // namespace widgets

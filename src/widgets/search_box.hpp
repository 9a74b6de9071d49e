// SPDX-License-Identifier: GPL-3.0-or-later
// A search field that asks while one types, a moment after the last key.
#pragma once

#include <wx/srchctrl.h>
#include <wx/timer.h>

#include <functional>
#include <string>
#include <string_view>

namespace widgets {

class SearchBox : public wxSearchCtrl {
  public:
    // `asked` gets the text without zero-width spaces, on the UI thread.
    SearchBox(wxWindow* parent, std::string_view id, const wxString& hint,
              std::function<void(const std::string&)> asked);
    std::string query() const;

  private:
    wxTimer m_pause;
    std::function<void(const std::string&)> m_asked;
    std::string m_last;
};

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// Below the check of a certificate: which signed lists of keys are here, and what is done with them.
#pragma once

#include "office/key_list.hpp"
#include "office/ui/session.hpp"
#include "widgets/page.hpp"

#include <wx/panel.h>

#include <filesystem>
#include <optional>

class wxSizer;
class wxStaticText;

namespace certificates {

class KeyListBar : public wxPanel {
  public:
    KeyListBar(wxWindow* parent, office::Session& session, widgets::Page& page);
    void refresh();

  private:
    void add_button(wxSizer& row, const wxString& label, const char* id, const char* icon,
                    void (KeyListBar::*run)());
    std::optional<std::filesystem::path> ask_file(const wxString& title, const wxString& name,
                                                  const wxString& kinds);
    void save_page();
    void save_list();
    void take_list();
    void taken(const core::Expected<office::SignedKeyList>& list);

    office::Session& m_session;
    widgets::Page& m_page;
    wxStaticText* m_words = nullptr;
};

} // namespace certificates

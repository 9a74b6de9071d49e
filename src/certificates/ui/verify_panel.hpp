// SPDX-License-Identifier: GPL-3.0-or-later
// Is this certificate genuine: from its code, or from a picture or PDF that holds it.
#pragma once

#include "certificates/verify.hpp"
#include "office/ui/session.hpp"
#include "widgets/page.hpp"

#include <wx/panel.h>

#include <string>
#include <vector>

class wxButton;
class wxFlexGridSizer;
class wxStaticText;
class wxTextCtrl;

namespace certificates {

class VerifyPanel : public wxPanel {
  public:
    // Tells in the page's message bar why a text or file holds no code.
    VerifyPanel(wxWindow* parent, office::Session& session, widgets::Page& page);
    wxWindow* first_control();

  private:
    wxSizer* make_question();
    wxWindow* make_answer();
    void add_fact(const wxString& name, const std::string& id, const wxString& value, bool large = false);
    void choose_file();
    void check_typed();
    void check(const std::string& code);
    void show(const Verification& verification);

    office::Session& m_session;
    widgets::Page& m_page;
    wxTextCtrl* m_code = nullptr;
    wxPanel* m_answer = nullptr;
    wxStaticText* m_verdict = nullptr;
    wxStaticText* m_meaning = nullptr;
    wxFlexGridSizer* m_facts = nullptr;
};

} // namespace certificates

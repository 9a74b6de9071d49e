// SPDX-License-Identifier: GPL-3.0-or-later
// Is this certificate genuine: from its code, or from a picture or PDF that holds it.
#pragma once

#include "certificates/old_book.hpp"
#include "certificates/ui/key_list_bar.hpp"
#include "certificates/verify.hpp"
#include "office/ui/session.hpp"
#include "widgets/page.hpp"

#include <wx/panel.h>

#include <string>
#include <vector>

class wxBoxSizer;
class wxFlexGridSizer;
class wxStaticBitmap;
class wxStaticText;
class wxTextCtrl;

namespace certificates {

class VerifyPanel : public wxPanel {
  public:
    // Tells in the page's message bar why a text or file holds no code.
    VerifyPanel(wxWindow* parent, office::Session& session, widgets::Page& page);
    wxWindow* first_control();
    void refresh();

  private:
    wxSizer* make_question();
    wxWindow* make_answer();
    void add_fact(wxFlexGridSizer& into, const wxString& name, const std::string& id, const wxString& value,
                  float scale);
    void show_payload(const CertificatePayload& payload);
    void choose_file();
    void check_typed();
    void check(const std::string& code);
    void show(const Verification& verification);
    // What the old register book says of a number, the newest entry large.
    void show_book(const std::vector<BookEntry>& entries);
    // Empties the answer and paints its head; then its facts come, and finish_answer().
    void begin_answer(widgets::Tone tone, const char* sign, const wxString& verdict, wxString meaning);
    void finish_answer(const wxString& compare);

    office::Session& m_session;
    widgets::Page& m_page;
    wxTextCtrl* m_code = nullptr;
    KeyListBar* m_lists = nullptr;
    wxPanel* m_answer = nullptr;
    wxStaticBitmap* m_sign = nullptr;
    wxStaticText* m_verdict = nullptr;
    wxStaticText* m_meaning = nullptr;
    wxStaticText* m_compare = nullptr;
    wxFlexGridSizer* m_facts = nullptr; // large: what is compared with the paper
    wxFlexGridSizer* m_more = nullptr;
};

} // namespace certificates

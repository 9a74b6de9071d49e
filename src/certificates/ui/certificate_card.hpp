// SPDX-License-Identifier: GPL-3.0-or-later
// One certificate beside the register: whose it is, what stands for it, and what was done to it when and why.
#pragma once

#include "certificates/register_store.hpp"
#include "office/ui/session.hpp"

#include <wx/panel.h>

class wxStaticText;
class wxTextCtrl;

namespace certificates {

class CertificateCard : public wxPanel {
  public:
    CertificateCard(wxWindow* parent, const office::Session& session);

    // Null: none is chosen.
    void show(const RegisterEntry* entry);

  private:
    const office::Session& m_session;
    wxStaticText* m_serial;
    wxStaticText* m_name;
    wxStaticText* m_state;
    wxTextCtrl* m_events;
};

} // namespace certificates

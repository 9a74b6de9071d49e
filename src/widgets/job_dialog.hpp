// SPDX-License-Identifier: GPL-3.0-or-later
// A window over another, in which long work may run: what happened is told above, what runs below, and it
// does not close while something runs.
#pragma once

#include "widgets/job_panel.hpp"
#include "widgets/message_bar.hpp"

#include <wx/dialog.h>

class wxBoxSizer;

namespace widgets {

class JobDialog : public wxDialog {
  public:
    JobPanel& jobs() { return *m_jobs; }
    MessageBar& messages() { return *m_messages; }

  protected:
    // `name` is for the tests and screen readers.
    JobDialog(wxWindow* parent, const wxString& title, const wxString& name);

    // Everything in m_body, from above to below and that many design pixels large, in the middle of the
    // parent.
    void lay_out(wxBoxSizer* rows, int width, int height);

    wxPanel* m_body;
    JobPanel* m_jobs;
    MessageBar* m_messages;
};

} // namespace widgets

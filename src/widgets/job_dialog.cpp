// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/job_dialog.hpp"

#include "widgets/wide_dialog.hpp"

#include <wx/sizer.h>

namespace widgets {

JobDialog::JobDialog(wxWindow* parent, const wxString& title, const wxString& name)
    : wxDialog(parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , m_body(new wxPanel(this))
    , m_jobs(new JobPanel(this, m_body))
    , m_messages(new MessageBar(m_body)) {
    SetName(name);
    m_body->SetBackgroundColour(colour::paper);
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) {
        if (!m_jobs->busy()) EndModal(wxID_CLOSE);
    });
}

void JobDialog::lay_out(wxBoxSizer* rows, int width, int height) {
    rows->Insert(0, m_messages, 0, wxEXPAND);
    m_body->SetSizer(rows);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(m_body, 1, wxEXPAND);
    all->Add(m_jobs, 0, wxEXPAND);
    SetSizer(all);
    size_to_screen(*this, width, height);
}

} // namespace widgets

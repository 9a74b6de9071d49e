// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/stock_dialog.hpp"

#include "widgets/accessible.hpp"
#include "widgets/text.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

namespace certificates {

using widgets::wx;

StockDialog::StockDialog(wxWindow* parent, office::Session& session, std::string_view id,
                         const wxString& title, std::vector<widgets::Column> columns, const wxString& empty)
    : JobDialog(wxGetTopLevelParent(parent), title, wx(id))
    , m_session(session)
    , m_list(new widgets::DataList(m_body, id, title, std::move(columns)))
    , m_top(new wxBoxSizer(wxHORIZONTAL))
    , m_buttons(new wxBoxSizer(wxHORIZONTAL))
    , m_note(new wxStaticText(m_body, wxID_ANY, wxString())) {
    m_list->say_when_empty(empty);
    widgets::name_control(*m_note, std::string{id} + ".note", title);
    m_note->Hide();
    auto* close = new wxButton(m_body, wxID_CANCEL, _("Close"));
    widgets::name_control(*close, std::string{id} + ".close", _("Close"));
    m_buttons->AddStretchSpacer();
    m_buttons->Add(close);
    const int gap = FromDIP(widgets::space::medium);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_top, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, gap);
    rows->Add(m_list, 1, wxEXPAND | wxALL, gap);
    rows->Add(m_note, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, gap);
    rows->Add(m_buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, gap);
    lay_out(rows, 1040, 560);
    CallAfter([this] { m_list->focus_list(); });
}

wxButton* StockDialog::add_button(std::string_view id, const wxString& label, std::function<void()> run) {
    wxButton* button = widgets::add_named_button(m_body, id, label, std::move(run));
    // Before the stretch and "Close"; the keyboard goes through them as they stand.
    button->MoveBeforeInTabOrder(FindWindow(wxID_CANCEL));
    m_buttons->Insert(m_buttons->GetItemCount() - 2, button, 0, wxRIGHT, FromDIP(widgets::space::small));
    return button;
}

void StockDialog::note(const wxString& words, widgets::Tone tone) {
    m_note->SetLabelText(words);
    m_note->SetForegroundColour(widgets::ink_of(tone));
    m_note->Show(!words.empty());
    Layout();
}

std::optional<std::filesystem::path> StockDialog::ask_open(const wxString& title, const wxString& kinds) {
    wxFileDialog file(this, title, wxStandardPaths::Get().GetDocumentsDir(), wxString(), kinds,
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (file.ShowModal() != wxID_OK) return std::nullopt;
    return widgets::path_of(file.GetPath());
}

std::optional<std::filesystem::path> StockDialog::ask_save(const wxString& title, const wxString& name,
                                                           const wxString& kinds) {
    wxFileDialog file(this, title, wxStandardPaths::Get().GetDocumentsDir(), name, kinds,
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (file.ShowModal() != wxID_OK) return std::nullopt;
    return widgets::path_of(file.GetPath());
}

void StockDialog::run(const wxString& title, widgets::JobRunner::Work work) {
    m_jobs->run(title, std::move(work), [this](const core::Error& error) { tell(error); });
}

void StockDialog::tell(const core::Error& error) {
    m_messages->tell(widgets::Tone::bad, m_session.sentence(error));
}

void StockDialog::tell_good(const wxString& sentence) {
    m_messages->tell(widgets::Tone::good, sentence);
}

} // namespace certificates

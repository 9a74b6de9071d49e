// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page.hpp"

#include "widgets/accessible.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/statline.h>
#include <wx/stattext.h>

namespace widgets {

namespace {
constexpr int header_height = 80; // room for a title and the line under it, so that pages do not jump
}

Page::Page(wxWindow* parent, std::string_view id, const wxString& title)
    : wxPanel(parent) {
    SetBackgroundColour(colour::ground);
    name_control(*this, "page." + std::string(id), title);

    m_header = new wxPanel(this);
    m_header->SetBackgroundColour(colour::paper);
    m_title = new wxStaticText(m_header, wxID_ANY, title);
    m_title->SetFont(title_font(*this));
    m_title->SetForegroundColour(colour::ink);
    m_subtitle = new wxStaticText(m_header, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                  wxST_ELLIPSIZE_END);
    m_subtitle->SetForegroundColour(colour::muted);
    m_subtitle->Hide();

    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(m_title);
    words->Add(m_subtitle, 0, wxEXPAND);
    m_header_row = new wxBoxSizer(wxHORIZONTAL);
    m_header_row->Add(words, 1, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::medium));
    m_header_row->Add(FromDIP(space::hair), FromDIP(header_height));
    m_header->SetSizer(m_header_row);

    m_messages = new MessageBar(this);
    m_body = new wxBoxSizer(wxVERTICAL);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_header, 0, wxEXPAND);
    auto* line = new wxPanel(this, wxID_ANY, wxDefaultPosition, wxSize(-1, 1));
    line->SetBackgroundColour(colour::line);
    rows->Add(line, 0, wxEXPAND);
    rows->Add(m_messages, 0, wxEXPAND);
    rows->Add(m_body, 1, wxEXPAND | wxALL, FromDIP(space::medium));
    SetSizer(rows);
}

void Page::set_title(const wxString& title) {
    m_title->SetLabelText(title);
    m_header->Layout();
}

wxString Page::title() const {
    return m_title->GetLabelText();
}

wxString Page::subtitle() const {
    return m_subtitle->IsShown() ? m_subtitle->GetLabelText() : wxString();
}

void Page::set_subtitle(const wxString& text) {
    m_subtitle->SetLabelText(text);
    name_control(*m_subtitle, "page.subtitle", text);
    m_subtitle->Show(!text.empty());
    m_subtitle->InvalidateBestSize();
    m_header->InvalidateBestSize();
    Layout();
}

void Page::show_buttons(std::initializer_list<std::string_view> ids) {
    for (const std::string_view id : ids) {
        wxButton* button = m_commands.make_button(m_header, id);
        m_header_row->Add(button, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::small));
        m_buttons.push_back(button);
    }
    // The last one ends where the page's own controls end.
    m_header_row->AddSpacer(FromDIP(space::medium));
}

void Page::offer_buttons(bool offered) {
    for (wxButton* button : m_buttons)
        button->Show(offered);
    m_header->Layout();
}

} // namespace widgets

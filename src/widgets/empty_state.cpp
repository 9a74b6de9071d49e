// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/empty_state.hpp"

#include "widgets/icons.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>

namespace widgets {

EmptyState::EmptyState(wxWindow* parent, std::string_view icon_name, const wxString& title,
                       const wxString& sentence)
    : wxPanel(parent)
    , m_title(new wxStaticText(this, wxID_ANY, title, wxDefaultPosition, wxDefaultSize,
                               wxALIGN_CENTRE | wxST_ELLIPSIZE_END))
    , m_sentence(
          new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxALIGN_CENTRE))
    , m_buttons(new wxBoxSizer(wxHORIZONTAL)) {
    SetBackgroundColour(colour::paper);
    m_title->SetFont(strong_font(*this).Scaled(1.15F));
    m_title->SetForegroundColour(colour::ink);
    m_sentence->SetForegroundColour(colour::muted);
    auto* middle = new wxBoxSizer(wxVERTICAL);
    middle->AddStretchSpacer(2);
    middle->Add(new wxStaticBitmap(this, wxID_ANY, icon(icon_name, 56, colour::faint)), 0,
                wxALIGN_CENTRE_HORIZONTAL | wxBOTTOM, FromDIP(space::medium));
    // Over the whole width: a text in a font of its own is measured too narrow.
    middle->Add(m_title, 0, wxEXPAND | wxBOTTOM, FromDIP(space::hair));
    middle->Add(m_sentence, 0, wxALIGN_CENTRE_HORIZONTAL | wxBOTTOM, FromDIP(space::large));
    middle->Add(m_buttons, 0, wxALIGN_CENTRE_HORIZONTAL);
    middle->AddStretchSpacer(3);
    SetSizer(middle);
    say(title, sentence);
}

void EmptyState::add_button(wxButton* button) {
    m_buttons->Add(button, 0, wxLEFT | wxRIGHT, FromDIP(space::hair));
    Layout();
}

void EmptyState::say(const wxString& title, const wxString& sentence) {
    m_title->SetLabelText(title);
    m_title->InvalidateBestSize(); // it was measured before its font was set
    m_sentence->SetLabelText(wrapped(
        sentence, FromDIP(560), [this](const wxString& line) { return m_sentence->GetTextExtent(line).x; }));
    Layout();
}

} // namespace widgets

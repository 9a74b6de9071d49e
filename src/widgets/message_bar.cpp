// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/message_bar.hpp"

#include "widgets/accessible.hpp"
#include "widgets/icons.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/translation.h>

namespace widgets {

namespace {

const char* icon_of(Tone tone) {
    switch (tone) {
    case Tone::good:
        return "check";
    case Tone::warning:
    case Tone::bad:
        return "warning";
    default:
        return "info";
    }
}

} // namespace

MessageBar::MessageBar(wxWindow* parent)
    : wxPanel(parent)
    , m_icon(new wxStaticBitmap(this, wxID_ANY, icon("info")))
    , m_text(
          new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE))
    , m_action(new wxButton(this, wxID_ANY))
    , m_close(new wxButton(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT)) {
    m_close->SetBitmap(icon("close", 16, colour::muted));
    dress(*m_close, Part::flat_button);
    name_control(*m_close, "message.close", _("Close this message"));
    name_control(*m_text, "message.text", wxString());
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_icon, 0, wxALIGN_CENTRE_VERTICAL | wxALL, FromDIP(space::small));
    row->Add(m_text, 1, wxALIGN_CENTRE_VERTICAL | wxTOP | wxBOTTOM, FromDIP(space::small));
    row->Add(m_action, 0, wxALIGN_CENTRE_VERTICAL | wxALL, FromDIP(space::hair));
    row->Add(m_close, 0, wxALIGN_CENTRE_VERTICAL | wxALL, FromDIP(space::hair));
    SetSizer(row);
    m_action->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        // The action may tell something new: the old message goes first.
        const auto run = m_run;
        dismiss();
        if (run) CallAfter(run); // from the event loop, as every command
    });
    m_close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { dismiss(); });
    Hide();
}

void MessageBar::tell(Tone tone, const wxString& text, const wxString& action_label,
                      std::function<void()> action) {
    SetBackgroundColour(tint_of(tone));
    m_icon->SetBitmap(icon(icon_of(tone), 18, ink_of(tone)));
    m_text->SetForegroundColour(ink_of(tone));
    // Long sentences wrap at the window's width instead of being cut.
    const int width =
        std::max(FromDIP(300), GetParent()->GetClientSize().x - FromDIP(action_label.empty() ? 110 : 320));
    m_text->SetLabelText(
        wrapped(text, width, [this](const wxString& line) { return m_text->GetTextExtent(line).x; }));
    name_control(*m_text, "message.text", text);
    m_run = std::move(action);
    m_action->SetLabel(action_label);
    m_action->Show(!action_label.empty());
    if (!action_label.empty()) name_control(*m_action, "message.action", action_label);
    Show();
    m_text->InvalidateBestSize(); // a text that keeps its size does not measure its new lines by itself
    InvalidateBestSize();
    Layout();
    GetParent()->Layout();
    Refresh();
    announce(*this, text);
}

void MessageBar::dismiss() {
    m_run = {};
    if (!IsShown()) return;
    Hide();
    GetParent()->Layout();
}

wxString MessageBar::text() const {
    return IsShown() ? m_text->GetLabelText() : wxString();
}

} // namespace widgets

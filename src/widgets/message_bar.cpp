// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/message_bar.hpp"

#include "widgets/accessible.hpp"
#include "widgets/icons.hpp"
#include "widgets/job_log.hpp"
#include "widgets/show_in_folder.hpp"
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
    , m_folder(new wxButton(this, wxID_ANY, _("Show in folder")))
    , m_close(new wxButton(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT)) {
    m_close->SetBitmap(icon("close", 16, colour::muted));
    dress(*m_close, Part::flat_button);
    name_control(*m_close, "message.close", _("Close this message"));
    name_control(*m_text, "message.text", wxString());
    name_control(*m_folder, "message.folder", _("Show in folder"));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_icon, 0, wxALIGN_CENTRE_VERTICAL | wxALL, FromDIP(space::small));
    row->Add(m_text, 1, wxALIGN_CENTRE_VERTICAL | wxTOP | wxBOTTOM, FromDIP(space::small));
    row->Add(m_action, 0, wxALIGN_CENTRE_VERTICAL | wxALL, FromDIP(space::hair));
    row->Add(m_folder, 0, wxALIGN_CENTRE_VERTICAL | wxALL, FromDIP(space::hair));
    row->Add(m_close, 0, wxALIGN_CENTRE_VERTICAL | wxALL, FromDIP(space::hair));
    SetSizer(row);
    m_action->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        // The action may tell something new: the old message goes first.
        const auto run = m_run;
        dismiss();
        if (run) CallAfter(run); // from the event loop, as every command
    });
    // The message stays: the file may be opened as well.
    m_folder->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (m_show_folder) CallAfter(m_show_folder);
    });
    m_close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        dismiss();
        if (m_closed) m_closed();
    });
    Hide();
}

void MessageBar::tell(Tone tone, const wxString& text, const wxString& action_label,
                      std::function<void()> action) {
    job_log().told(utf8(text), tone == Tone::bad);
    show(tone, text, action_label, std::move(action), {});
}

void MessageBar::tell_file(const wxString& text, const std::filesystem::path& file, Tone tone) {
    job_log().told(utf8(text), false);
    job_log().made(file);
    std::error_code unknown;
    const bool folder = std::filesystem::is_directory(file, unknown);
    show(
        tone, text, folder ? _("Open the folder") : _("Open the file"), [file] { open_file(file); },
        folder ? std::function<void()>{} : [file] { show_in_folder(file); });
}

void MessageBar::show(Tone tone, const wxString& text, const wxString& action_label,
                      std::function<void()> action, std::function<void()> in_folder) {
    SetBackgroundColour(tint_of(tone));
    m_icon->SetBitmap(icon(icon_of(tone), 18, ink_of(tone)));
    m_text->SetForegroundColour(ink_of(tone));
    m_run = std::move(action);
    m_action->SetLabel(action_label);
    m_action->Show(!action_label.empty());
    if (!action_label.empty()) name_control(*m_action, "message.action", action_label);
    m_show_folder = std::move(in_folder);
    m_folder->Show(static_cast<bool>(m_show_folder));
    // Long sentences wrap at the window's width instead of being cut.
    const int buttons = (m_action->IsShown() ? m_action->GetBestSize().x + FromDIP(2 * space::hair) : 0) +
                        (m_folder->IsShown() ? m_folder->GetBestSize().x + FromDIP(2 * space::hair) : 0);
    const int width = std::max(FromDIP(300), GetParent()->GetClientSize().x - buttons - FromDIP(110));
    m_text->SetLabelText(
        wrapped(text, width, [this](const wxString& line) { return m_text->GetTextExtent(line).x; }));
    name_control(*m_text, "message.text", text);
    Show();
    m_text->InvalidateBestSize(); // a text that keeps its size does not measure its new lines by itself
    InvalidateBestSize();
    Layout();
    GetParent()->Layout();
    GetParent()->Refresh(); // what makes room takes its picture along on Windows, with what lay over it
    announce(*this, text);
}

void MessageBar::dismiss() {
    m_run = {};
    m_show_folder = {};
    if (!IsShown()) return;
    Hide();
    GetParent()->Layout();
    GetParent()->Refresh();
}

wxString MessageBar::text() const {
    return IsShown() ? m_text->GetLabelText() : wxString();
}

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wide_dialog.hpp"

#include "widgets/accessible.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/display.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <utility>

namespace widgets {

void size_to_screen(wxDialog& dialog, int width, int height) {
    constexpr int margin = 40;
    const wxSize screen = wxDisplay(0U).GetClientArea().GetSize();
    dialog.SetSize(wxSize(std::min(dialog.FromDIP(width), screen.x - dialog.FromDIP(margin)),
                          std::min(dialog.FromDIP(height), screen.y - dialog.FromDIP(margin))));
    dialog.CentreOnParent();
}

void on_leaving(wxDialog& dialog, std::function<void()> leave) {
    dialog.Bind(wxEVT_CLOSE_WINDOW, [leave](wxCloseEvent&) { leave(); });
    dialog.Bind(wxEVT_CHAR_HOOK, [leave = std::move(leave)](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE)
            leave();
        else
            event.Skip();
    });
}

wxWindow* last_button(wxWindow& window) {
    const wxWindowList& children = window.GetChildren();
    for (auto* node = children.GetLast(); node != nullptr; node = node->GetPrevious()) {
        wxWindow* child = node->GetData();
        if (!child->IsShown() || child->IsTopLevel()) continue;
        if (dynamic_cast<wxButton*>(child) != nullptr && child->IsEnabled()) return child;
        if (wxWindow* inside = last_button(*child)) return inside;
    }
    return nullptr;
}

bool dialog_is_open() {
    return std::any_of(wxTopLevelWindows.begin(), wxTopLevelWindows.end(), [](const wxWindow* window) {
        return window->IsShown() && dynamic_cast<const wxDialog*>(window) != nullptr;
    });
}

wxButton* add_named_button(wxWindow* parent, std::string_view id, const wxString& label,
                           std::function<void()> run) {
    auto* button = new wxButton(parent, wxID_ANY, label);
    name_control(*button, id, label);
    button->Bind(wxEVT_BUTTON, [button, run = std::move(run)](wxCommandEvent&) { button->CallAfter(run); });
    return button;
}

void StepLine::add_to(wxBoxSizer& row, wxWindow* parent, std::initializer_list<wxString> steps) {
    for (const wxString& step : steps) {
        m_steps.push_back(new wxStaticText(parent, wxID_ANY, step));
        row.Add(m_steps.back(), 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, parent->FromDIP(space::large));
    }
}

void StepLine::show(std::size_t step) {
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        m_steps[i]->SetFont(i == step ? strong_font(*m_steps[i]) : m_steps[i]->GetParent()->GetFont());
        m_steps[i]->SetForegroundColour(i == step ? colour::accent : colour::muted);
    }
}

} // namespace widgets

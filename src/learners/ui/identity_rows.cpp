// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/ui/identity_rows.hpp"

#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/icons.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/sizer.h>

#include <algorithm>

namespace learners {

namespace {

// In the order of IdentityKind.
std::vector<wxString> kind_words() {
    return {_("Birth certificate"), _("National identity card"), _("Student number"), _("Family book"),
            // TRANSLATORS: another paper with a number.
            _("Other paper")};
}

} // namespace

IdentityRows::IdentityRows(wxWindow* parent, std::function<void()> resized)
    : wxPanel(parent)
    , m_resized(std::move(resized))
    , m_sizer(new wxBoxSizer(wxVERTICAL)) {
    SetSizer(m_sizer);
    keep_one_empty();
}

void IdentityRows::set(const std::vector<IdentityNumber>& identities) {
    for (const Row& row : m_rows)
        row.panel->Destroy();
    m_rows.clear();
    m_sizer->Clear();
    m_made = 0;
    for (const IdentityNumber& identity : identities)
        add(identity);
    keep_one_empty();
    m_resized();
}

std::vector<IdentityNumber> IdentityRows::typed() const {
    std::vector<IdentityNumber> identities;
    for (const Row& row : m_rows) {
        std::string number = widgets::typed(row.number->GetValue());
        if (!number.empty())
            identities.push_back({static_cast<IdentityKind>(row.kind->GetSelection()), std::move(number)});
    }
    return identities;
}

void IdentityRows::SetFocus() {
    m_rows.front().number->SetFocus();
}

void IdentityRows::add(const IdentityNumber& identity) {
    const std::string id = "learner.identity." + std::to_string(m_made++);
    auto* panel = new wxPanel(this);
    auto* kind = new wxChoice(panel, wxID_ANY);
    for (const wxString& words : kind_words())
        kind->Append(words);
    kind->SetSelection(static_cast<int>(identity.kind));
    kind->SetMinSize(wxSize(widgets::text_room(*this, 220), -1));
    widgets::choose_by_letter(*kind);
    widgets::name_control(*kind, id + ".kind", _("Kind of paper"));
    auto* number = new wxTextCtrl(panel, wxID_ANY, widgets::wx(identity.number));
    number->SetMinSize(
        wxSize(widgets::text_room(*this, 220), widgets::row_height(*this) + FromDIP(widgets::space::small)));
    widgets::name_control(*number, id + ".number", _("Number on the paper"));
    auto* away = new wxButton(panel, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    away->SetBitmap(widgets::icon("close", 16, widgets::colour::muted));
    away->SetToolTip(_("Take this number away (Ctrl+Delete)"));
    widgets::dress(*away, widgets::Part::flat_button);
    widgets::name_control(*away, id + ".remove", _("Take this number away (Ctrl+Delete)"));
    away->SetCanFocus(false);

    away->Bind(wxEVT_BUTTON, [this, panel](wxCommandEvent&) { CallAfter([this, panel] { remove(panel); }); });
    panel->Bind(wxEVT_CHAR_HOOK, [this, panel](wxKeyEvent& event) {
        if (event.ControlDown() && event.GetKeyCode() == WXK_DELETE)
            CallAfter([this, panel] { remove(panel); });
        else
            event.Skip();
    });
    number->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        const std::size_t before = m_rows.size();
        keep_one_empty();
        if (m_rows.size() != before) m_resized();
    });

    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(kind, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::small));
    line->Add(number, 1, wxEXPAND | wxRIGHT, FromDIP(2));
    line->Add(away, 0, wxALIGN_CENTRE_VERTICAL);
    panel->SetSizer(line);
    m_sizer->Add(panel, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::hair));
    m_rows.push_back({panel, kind, number});
}

void IdentityRows::remove(wxWindow* panel) {
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& one) { return one.panel == panel; });
    // The empty row at the end is where the next number goes.
    if (row == m_rows.end() || m_rows.size() == 1) return;
    const auto at = row - m_rows.begin();
    m_rows.erase(row);
    panel->Destroy();
    keep_one_empty();
    m_rows[std::min(static_cast<std::size_t>(at), m_rows.size() - 1)].number->SetFocus();
    m_resized();
    // Taking away is typing: whoever listens to the form hears of it.
    wxCommandEvent changed(wxEVT_TEXT, GetId());
    changed.SetEventObject(this);
    GetEventHandler()->ProcessEvent(changed);
}

void IdentityRows::keep_one_empty() {
    if (m_rows.empty() || !widgets::typed(m_rows.back().number->GetValue()).empty())
        add({m_rows.empty() ? IdentityKind::birth_certificate : IdentityKind::national_id, {}});
}

} // namespace learners

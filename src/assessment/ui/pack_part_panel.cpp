// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/ui/pack_part_panel.hpp"

#include "programmes/pack_edit.hpp"
#include "widgets/accessible.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/translation.h>

namespace assessment {

using widgets::space::small;

PackPartPanel::PackPartPanel(wxWindow* parent, PackDraft& draft, PackPart part)
    : wxPanel(parent)
    , m_draft(draft)
    , m_part(std::move(part)) {
    SetBackgroundColour(widgets::colour::paper);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    m_nothing = new wxStaticText(this, wxID_ANY, wxString());
    m_nothing->SetForegroundColour(widgets::colour::muted);
    rows->Add(m_nothing, 0, wxEXPAND | wxBOTTOM, FromDIP(small));
    if (m_part.items) add_items(*rows);
    m_body =
        new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    m_body->SetBackgroundColour(widgets::colour::paper);
    m_body->SetScrollRate(0, FromDIP(16));
    m_body->SetSizer(new wxBoxSizer(wxVERTICAL));
    rows->Add(m_body, 1, wxEXPAND);
    SetSizer(rows);
}

void PackPartPanel::add_items(wxSizer& rows) {
    m_items = new wxPanel(this);
    m_items->SetBackgroundColour(widgets::colour::paper);
    const std::string id = "pack." + m_part.id;
    auto* inside = new wxBoxSizer(wxVERTICAL);
    m_list = new widgets::DataList(
        m_items, id, m_part.title,
        {{.title = m_part.title, .width = 260, .grows = true}, {.title = wxString(), .width = 150}});
    m_list->SetMinSize(wxSize(-1, FromDIP(170)));
    m_list->keep_order(); // a person sets it
    m_list->on_select([this] { chosen(); });
    inside->Add(m_list, 1, wxEXPAND);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    add_button(*row, ".add", _("A&dd"), [this] { add(); });
    m_remove = add_button(*row, ".remove", _("Re&move"), [this] { remove(); });
    m_up = add_button(*row, ".up", _("&Up"), [this] { move(true); });
    m_down = add_button(*row, ".down", _("Dow&n"), [this] { move(false); });
    inside->Add(row, 0, wxTOP | wxBOTTOM, FromDIP(small));
    m_items->SetSizer(inside);
    rows.Add(m_items, 0, wxEXPAND);
}

wxButton* PackPartPanel::add_button(wxSizer& row, const char* name, const wxString& label,
                                    std::function<void()> run) {
    auto* button = new wxButton(m_items, wxID_ANY, label);
    widgets::name_control(*button, "pack." + m_part.id + name, wxControl::RemoveMnemonics(label));
    button->Bind(wxEVT_BUTTON, [run = std::move(run)](wxCommandEvent&) { run(); });
    row.Add(button, 0, wxRIGHT, FromDIP(small));
    return button;
}

void PackPartPanel::show() {
    const wxString nothing = m_part.nothing(m_draft.pack);
    m_nothing->SetLabelText(nothing);
    m_nothing->Wrap(widgets::text_room(*this, 520));
    m_nothing->Show(!nothing.empty());
    if (m_items != nullptr) {
        m_items->Show(nothing.empty());
        list_items();
    }
    fill();
}

void PackPartPanel::list_items() {
    const std::size_t count = m_part.items->count(m_draft.pack);
    if (m_at >= count) m_at = count == 0 ? 0 : count - 1;
    m_list->quietly([&] {
        m_list->set_rows(count, [this](std::size_t row, std::size_t column) -> widgets::Cell {
            if (row >= m_part.items->count(m_draft.pack)) return {};
            if (column == 0) return {m_part.items->name(m_draft, row)};
            return {m_part.items->more(m_draft, row), widgets::Tone::muted};
        });
        m_list->say_when_empty(_("There is none. Add the first."));
        if (count > 0) m_list->select(m_at);
    });
    m_remove->Enable(count > 0);
    m_up->Enable(m_at > 0);
    m_down->Enable(m_at + 1 < count);
}

void PackPartPanel::refresh_names() {
    if (m_list != nullptr && m_at < m_part.items->count(m_draft.pack)) m_list->row_changed(m_at);
}

// What cannot be read stays before the eyes until it can.
void PackPartPanel::chosen() {
    const auto row = m_list->selected();
    if (!row || *row == m_at) return;
    if (is_sound())
        choose(*row);
    else
        CallAfter([this] {
            m_list->quietly([this] { m_list->select(m_at); });
            is_sound(); // the list took the keyboard
        });
}

void PackPartPanel::choose(std::size_t at) {
    m_at = at;
    m_up->Enable(m_at > 0);
    m_down->Enable(m_at + 1 < m_part.items->count(m_draft.pack));
    fill();
}

void PackPartPanel::fill() {
    m_body->DestroyChildren();
    m_body->GetSizer()->Clear();
    m_form = nullptr;
    const bool any = !m_part.items || m_part.items->count(m_draft.pack) > 0;
    if (any && !m_nothing->IsShown()) {
        m_form = new PackForm(m_body, m_draft);
        m_part.fill(*m_form, m_at);
        m_body->GetSizer()->Add(m_form, 0, wxEXPAND | wxRIGHT, FromDIP(widgets::space::large));
    }
    m_body->Scroll(0, 0);
    m_body->FitInside();
    Layout();
}

void PackPartPanel::add() {
    if (!is_sound()) return;
    m_at = m_part.items->add(m_draft.pack);
    show();
    m_draft.changed();
    // The name is what is typed next.
    if (m_form != nullptr) m_form->SetFocus();
}

void PackPartPanel::remove() {
    m_part.items->remove(m_draft.pack, m_at);
    show();
    m_draft.changed();
    m_list->focus_list();
}

void PackPartPanel::move(bool up) {
    if (!is_sound() || !m_part.items->move(m_draft.pack, m_at, up)) return;
    m_at = up ? m_at - 1 : m_at + 1;
    show();
    m_draft.changed();
}

bool PackPartPanel::complain_of(const programmes::PackFault& fault) {
    if (m_part.items && fault.item < m_part.items->count(m_draft.pack)) {
        m_at = fault.item;
        show();
    }
    return m_form != nullptr && m_form->complain_of(fault.field, fault.error);
}

} // namespace assessment

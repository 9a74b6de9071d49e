// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/ui/village_field.hpp"

#include "office/gazetteer_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/icons.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>

#include <array>

namespace office {

namespace {

wxString place_of(const Session& session, const std::string& code) {
    const auto line = area_line(session.database, code, session.database.clock().today());
    return widgets::wx(session.language == widgets::Language::khmer ? place_km(line) : place_en(line));
}

class ChooseVillage final : public widgets::FormDialog {
  public:
    ChooseVillage(wxWindow* parent, const Session& session, const std::string& code)
        : FormDialog(parent, "village", _("Choose a village"), _("Choose"))
        , m_session(session) {
        auto* form = new widgets::Form(body(), 1);
        const std::array<wxString, 4> labels{_("Province"), _("District"), _("Commune"), _("Village")};
        const std::array ids{"village.province", "village.district", "village.commune", "village.village"};
        for (std::size_t level = 0; level < m_choices.size(); ++level) {
            m_choices[level] = form->add_choice(ids[level], labels[level], {});
            m_choices[level]->Bind(wxEVT_CHOICE,
                                   [this, level](wxCommandEvent&) { fill_from(level + 1, {}); });
        }
        rows().Add(form, 1, wxEXPAND);
        fill_from(0, code);
        on_accept([this] { return !chosen().empty(); });
        fit(420);
        m_choices[3]->SetFocus();
    }

    std::string chosen() const { return code_at(3); }

  private:
    std::string code_at(std::size_t level) const {
        const int row = m_choices[level]->GetSelection();
        return row == wxNOT_FOUND ? std::string() : m_areas[level][static_cast<std::size_t>(row)].code;
    }

    // Fills the choices from `level` down, selecting the parts of `code`, else the first of each.
    void fill_from(std::size_t level, const std::string& code) {
        for (; level < m_choices.size(); ++level) {
            const std::string above = level == 0 ? std::string() : code_at(level - 1);
            m_areas[level] =
                level > 0 && above.empty() ? std::vector<Area>{} : areas_below(m_session.database, above);
            wxArrayString names;
            int here = m_areas[level].empty() ? wxNOT_FOUND : 0;
            for (std::size_t i = 0; i < m_areas[level].size(); ++i) {
                const Area& area = m_areas[level][i];
                names.Add(shown_name(m_session, area));
                if (!code.empty() && code.starts_with(area.code)) here = static_cast<int>(i);
            }
            m_choices[level]->Set(names);
            m_choices[level]->SetSelection(here);
        }
        accept_button().Enable(!chosen().empty());
    }

    const Session& m_session;
    std::array<wxChoice*, 4> m_choices{};
    std::array<std::vector<Area>, 4> m_areas;
};

} // namespace

std::optional<std::string> choose_village(wxWindow* parent, const Session& session, const std::string& code) {
    ChooseVillage dialog(parent, session, code);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return dialog.chosen();
}

VillageField::VillageField(wxWindow* parent, const Session& session, std::string_view id,
                           const wxString& label)
    : wxPanel(parent)
    , m_session(session)
    , m_field(new wxTextCtrl(this, wxID_ANY)) {
    m_field->SetMinSize(wxSize(FromDIP(180), widgets::row_height(*this) + FromDIP(widgets::space::small)));
    m_field->SetHint(_("Type the village's name"));
    widgets::name_control(*m_field, id, label);
    m_field->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        resolve();
    });
    auto* choose_button =
        new wxButton(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    choose_button->SetBitmap(widgets::icon("search", 16));
    const wxString spoken = widgets::fill(_("Choose from the gazetteer: {1}"), {label});
    choose_button->SetToolTip(spoken);
    widgets::name_control(*choose_button, std::string(id) + ".choose", spoken);
    choose_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { choose(); }); });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_field, 1, wxEXPAND | wxRIGHT, FromDIP(2));
    row->Add(choose_button, 0, wxEXPAND);
    SetSizer(row);
}

void VillageField::set(const std::optional<std::string>& code, const std::optional<std::string>& text) {
    if (code)
        show_code(*code);
    else
        m_field->ChangeValue(widgets::wx(text.value_or("")));
}

void VillageField::show_code(const std::string& code) {
    m_code = code;
    m_shown = place_of(m_session, code);
    m_field->ChangeValue(m_shown);
    m_field->SetToolTip(m_shown);
}

void VillageField::resolve() {
    if (m_code && m_field->GetValue() == m_shown) return;
    m_code.reset();
    m_field->UnsetToolTip();
    const std::string typed = widgets::typed(m_field->GetValue());
    if (typed.empty()) return;
    if (const auto found = find_village(m_session.database, m_session.area_code, typed).code())
        show_code(*found);
}

std::optional<std::string> VillageField::code() {
    resolve();
    return m_code;
}

std::optional<std::string> VillageField::text() {
    resolve();
    std::string typed = widgets::typed(m_field->GetValue());
    if (m_code || typed.empty()) return std::nullopt;
    return typed;
}

void VillageField::SetFocus() {
    m_field->SetFocus();
}

void VillageField::choose() {
    resolve();
    if (const auto chosen = choose_village(this, m_session, m_code.value_or(m_session.area_code)))
        show_code(*chosen);
    m_field->SetFocus();
}

} // namespace office

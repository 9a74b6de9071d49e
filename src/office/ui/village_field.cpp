// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/ui/village_field.hpp"

#include "office/gazetteer_store.hpp"
#include "office/village_search.hpp"
#include "widgets/accessible.hpp"
#include "widgets/field_history.hpp"
#include "widgets/form.hpp"
#include "widgets/icons.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

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
    widgets::keep_history(*m_field);
    m_field->SetMinSize(
        wxSize(widgets::text_room(*this, 180), widgets::row_height(*this) + FromDIP(widgets::space::small)));
    m_field->SetHint(_("Code, or a part of the name"));
    widgets::name_control(*m_field, id, label);
    widgets::suggest(
        *m_field, id, label, [this](const std::string& typed) { return offers(typed); },
        [this](const widgets::Suggestion& taken) { take(taken.key); });
    m_field->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        m_typing = false;
        resolve();
    });
    m_field->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        m_typing = m_field->HasFocus();
        tell_understood();
    });
    // Tabbing into the field is most often to type another village over it.
    m_field->Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        CallAfter([this] {
            if (m_field->HasFocus()) m_field->SelectAll();
        });
    });
    auto* choose_button =
        new wxButton(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    choose_button->SetBitmap(widgets::icon("search", 16));
    const wxString spoken = widgets::fill(_("Choose from the gazetteer: {1}"), {label});
    choose_button->SetToolTip(spoken);
    widgets::name_control(*choose_button, std::string(id) + ".choose", spoken);
    choose_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { choose(); }); });
    // The keyboard finds a village by typing, and the button by F4.
    choose_button->SetCanFocus(false);
    m_field->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_F4)
            CallAfter([this] { choose(); });
        else
            event.Skip();
    });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_field, 1, wxEXPAND | wxRIGHT, FromDIP(2));
    row->Add(choose_button, 0, wxEXPAND);
    SetSizer(row);
}

std::vector<widgets::Suggestion> VillageField::offers(const std::string& typed) const {
    constexpr std::size_t most = 40;
    const bool khmer = m_session.language == widgets::Language::khmer;
    std::vector<widgets::Suggestion> offered;
    for (VillageChoice& choice : search_villages(m_session.database, m_session.area_code, typed, most)) {
        if (choice.line.empty()) continue;
        const Area village = choice.line.front();
        choice.line.erase(choice.line.begin());
        offered.push_back({choice.code, widgets::wx(khmer ? unit_km(village) : village.name),
                           widgets::wx(khmer ? place_km(choice.line) : place_en(choice.line)) + "  " +
                               widgets::wx(choice.code)});
    }
    return offered;
}

void VillageField::set(const std::optional<std::string>& code, const std::optional<std::string>& text) {
    m_code.reset();
    if (code)
        show_code(*code);
    else
        m_field->ChangeValue(widgets::wx(text.value_or("")));
    tell_understood();
}

void VillageField::show_code(const std::string& code) {
    m_code = code;
    m_shown = place_of(m_session, code);
    m_field->ChangeValue(m_shown);
    // The village's own name is the line's beginning.
    m_field->SetInsertionPoint(0);
    m_field->SetToolTip(m_shown);
}

void VillageField::take(const std::string& code) {
    show_code(code);
    m_field->SelectAll();
    changed();
}

void VillageField::changed() {
    tell_understood();
    // Taking is typing: whoever listens to the field hears of it.
    wxCommandEvent event(wxEVT_TEXT, m_field->GetId());
    event.SetEventObject(m_field);
    m_field->GetEventHandler()->ProcessEvent(event);
}

void VillageField::resolve() {
    if (m_code && m_field->GetValue() == m_shown) return;
    m_code.reset();
    m_ambiguous = false;
    m_field->UnsetToolTip();
    const std::string typed = widgets::typed(m_field->GetValue());
    if (!typed.empty()) {
        const VillageMatch match = find_village(m_session.database, m_session.area_code, typed);
        m_ambiguous = match.ambiguous();
        if (const auto found = match.code()) {
            show_code(*found);
            changed();
            return;
        }
    }
    tell_understood();
}

wxString VillageField::understood() const {
    if (m_code && m_field->GetValue() == m_shown) {
        auto line = area_line(m_session.database, *m_code, m_session.database.clock().today());
        if (line.empty()) return {};
        // What the field has no room for: all but the village itself.
        line.erase(line.begin());
        return widgets::wx(m_session.language == widgets::Language::khmer ? place_km(line) : place_en(line));
    }
    if (widgets::typed(m_field->GetValue()).empty() || m_typing) return {};
    return m_ambiguous ? _("Several villages are called so: choose one with the Down key.")
                       : _("Not in the gazetteer; kept as text.");
}

void VillageField::on_understood(std::function<void(const wxString& words, bool certain)> tell) {
    m_tell_understood = std::move(tell);
    tell_understood();
}

void VillageField::tell_understood() {
    if (m_tell_understood) m_tell_understood(understood(), m_code && m_field->GetValue() == m_shown);
}

std::optional<std::string> VillageField::known_code() const {
    return m_field->GetValue() == m_shown ? m_code : std::nullopt;
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
        take(*chosen);
    m_field->SetFocus();
}

} // namespace office

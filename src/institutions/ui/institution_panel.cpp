// SPDX-License-Identifier: GPL-3.0-or-later
#include "institutions/ui/institution_panel.hpp"

#include "institutions/institution_store.hpp"
#include "office/ui/undo_command.hpp"
#include "office/ui/village_field.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>

namespace institutions {

namespace {

wxString site_word(Site site) {
    switch (site) {
    case Site::factory:
        return _("Factory");
    case Site::pagoda:
        return _("Pagoda");
    case Site::prison:
        return _("Prison");
    case Site::other:
        return _("Other place");
    }
    return {};
}

constexpr std::array kinds{Kind::clc, Kind::school, Kind::site};
constexpr std::array sites{Site::factory, Site::pagoda, Site::prison, Site::other};

class InstitutionDialog final : public widgets::FormDialog {
  public:
    InstitutionDialog(wxWindow* parent, office::Session& session, Institution institution)
        : FormDialog(parent, "institution",
                     institution.id == InstitutionId{} ? _("New institution") : _("Institution"), _("Save"))
        , m_session(session)
        , m_institution(std::move(institution))
        , m_form(new widgets::Form(body(), 2)) {
        m_name_km = m_form->add_text("institution.name_km", _("Name in Khmer"), m_institution.name_km);
        m_name = m_form->add_text("institution.name", _("Name in Latin letters"), m_institution.name);
        std::vector<wxString> words;
        for (const Kind kind : kinds)
            words.push_back(kind_word(kind));
        const auto kind = std::find(kinds.begin(), kinds.end(), m_institution.kind) - kinds.begin();
        m_kind = m_form->add_choice("institution.kind", _("Kind"), words, static_cast<int>(kind));
        words = {wxString()};
        for (const Site site : sites)
            words.push_back(site_word(site));
        const auto site = m_institution.site
                              ? std::find(sites.begin(), sites.end(), *m_institution.site) - sites.begin() + 1
                              : 0;
        // TRANSLATORS: what a site of learning stands in: a factory, a pagoda ...
        m_site = m_form->add_choice("institution.site", _("The site is in a"), words, static_cast<int>(site));
        m_code =
            m_form->add_text("institution.code", _("Code, if it has one"), m_institution.code.value_or(""));
        m_phone =
            m_form->add_text("institution.phone", _("Telephone number"), m_institution.phone.value_or(""));
        m_village = static_cast<office::VillageField*>(
            m_form->add_custom("institution.village_code", _("Village"), [this](wxWindow* form) {
                return new office::VillageField(form, m_session, "institution.village_code", _("Village"));
            }));
        m_village->set(m_institution.village_code, std::nullopt);
        m_closed = m_form->add_date("institution.closed_on", _("Closed since, if it is"));
        m_closed->set(m_institution.closed_on);
        rows().Add(m_form, 1, wxEXPAND);
        on_accept([this] { return save(); });
        m_kind->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { follow_kind(); });
        follow_kind();
        fit(640);
        m_name_km->SetFocus();
    }

  private:
    // Only a site stands in something.
    void follow_kind() {
        const bool site = kinds.at(static_cast<std::size_t>(m_kind->GetSelection())) == Kind::site;
        m_site->Enable(site);
        if (!site) m_site->SetSelection(0);
    }

    bool read(Institution& institution) {
        institution.name_km = widgets::typed(m_name_km->GetValue());
        institution.name = widgets::typed(m_name->GetValue());
        institution.kind = kinds.at(static_cast<std::size_t>(m_kind->GetSelection()));
        const int site = m_site->GetSelection();
        institution.site =
            site > 0 ? std::optional(sites.at(static_cast<std::size_t>(site - 1))) : std::nullopt;
        institution.code = widgets::typed(m_code->GetValue());
        institution.phone = widgets::typed(m_phone->GetValue());
        institution.village_code = m_village->code();
        institution.closed_on.reset();
        if (m_closed->empty()) return true;
        const auto day = m_closed->day();
        if (!day) {
            m_form->complain(m_closed, m_session.sentence(day.error()));
            return false;
        }
        institution.closed_on = *day;
        return true;
    }

    bool save() {
        m_form->forget_complaints();
        Institution institution = m_institution;
        bool sound = read(institution);
        institution = tidied(std::move(institution));
        for (const core::Error& fault : faults(institution)) {
            complain(fault);
            sound = false;
        }
        if (!sound) return false;
        storage::Transaction tx(m_session.database, m_session.actor);
        const bool is_new = institution.id == InstitutionId{};
        const auto kept = is_new ? add_institution(tx, institution).map([](InstitutionId) {})
                                 : update_institution(tx, institution);
        if (!kept) {
            complain(kept.error());
            return false;
        }
        tx.commit();
        return true;
    }

    void complain(const core::Error& error) {
        const wxString sentence = m_session.sentence(error);
        if (!m_form->complain_about(error.fact("field"), sentence)) m_form->complain(m_name_km, sentence);
    }

    office::Session& m_session;
    Institution m_institution;
    widgets::Form* m_form;
    wxTextCtrl* m_name_km;
    wxTextCtrl* m_name;
    wxChoice* m_kind;
    wxChoice* m_site;
    wxTextCtrl* m_code;
    wxTextCtrl* m_phone;
    office::VillageField* m_village;
    widgets::DateField* m_closed;
};

} // namespace

wxString kind_word(Kind kind) {
    switch (kind) {
    case Kind::school:
        return _("School");
    case Kind::clc:
        return _("Community learning centre");
    // TRANSLATORS: a place of learning in a factory, a pagoda or a prison.
    case Kind::site:
        return _("Learning site");
    }
    return {};
}

bool edit_institution(wxWindow* parent, office::Session& session, Institution institution) {
    InstitutionDialog dialog(parent, session, std::move(institution));
    return dialog.ShowModal() == wxID_OK;
}

InstitutionPanel::InstitutionPanel(wxWindow* parent, office::Session& session, widgets::CommandList& commands)
    : wxPanel(parent)
    , m_session(session)
    , m_list(new widgets::DataList(this, "institutions", _("Institutions"),
                                   {{.title = _("Name"), .width = 320, .grows = true},
                                    {.title = _("Kind"), .width = 220},
                                    {.title = _("Code"), .width = 120},
                                    {.title = _("Telephone number"), .width = 150},
                                    {.title = _("Closed since"), .width = 110}})) {
    commands.add({.id = "institution.add",
                  .label = _("New &institution..."),
                  .help = _("Register a school, a community learning centre or a site"),
                  .icon = "institution",
                  .run = [this] {
                      if (edit_institution(this, m_session, Institution{})) refresh();
                  }});
    commands.add({.id = "institution.edit",
                  .label = _("Edit institution..."),
                  .help = _("Change the selected institution"),
                  .icon = "edit",
                  .run = [this] { edit(); },
                  .allowed = [this] { return IsShownOnScreen() && m_list->selected().has_value(); }});
    m_list->on_open([this](std::size_t) { edit(); });
    m_list->say_when_empty(
        _("No institution yet. A class has its place in one: register the first with the button above."));
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(commands.make_button(this, "institution.add"));
    buttons->Add(commands.make_button(this, "institution.edit"), 0, wxLEFT, FromDIP(widgets::space::small));
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(buttons, 0, wxTOP | wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(m_list, 1, wxEXPAND);
    SetSizer(rows);
}

void InstitutionPanel::refresh() {
    const auto selected = m_list->selected();
    m_institutions = list_institutions(m_session.database);
    m_list->set_rows(m_institutions.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
        const Institution& institution = m_institutions[row];
        switch (column) {
        case 0:
            return {office::shown_name(m_session, institution)};
        case 1:
            return {institution.site ? kind_word(institution.kind) + " (" + site_word(*institution.site) + ")"
                                     : kind_word(institution.kind)};
        case 2:
            return {widgets::wx(institution.code.value_or(""))};
        case 3:
            return {widgets::wx(institution.phone.value_or(""))};
        default:
            return {institution.closed_on ? widgets::shown(*institution.closed_on) : wxString(),
                    widgets::Tone::muted};
        }
    });
    if (selected) m_list->select(*selected);
}

void InstitutionPanel::select(InstitutionId id) {
    for (std::size_t row = 0; row < m_institutions.size(); ++row)
        if (m_institutions[row].id == id) m_list->select(row);
}

wxWindow* InstitutionPanel::first_control() {
    return m_list;
}

void InstitutionPanel::edit() {
    const auto row = m_list->selected();
    if (!row) return;
    const Institution was = m_institutions[*row];
    if (!edit_institution(this, m_session, was)) return;
    office::remember_change(
        m_session, office::subject_of(m_session, "classes", was, was.id), was,
        [id = was.id](const storage::Database& database) { return find_institution(database, id); },
        update_institution);
    refresh();
}

} // namespace institutions

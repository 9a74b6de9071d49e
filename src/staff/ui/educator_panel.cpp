// SPDX-License-Identifier: GPL-3.0-or-later
#include "staff/ui/educator_panel.hpp"

#include "institutions/institution_store.hpp"
#include "office/ui/undo_command.hpp"
#include "staff/educator_store.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>

namespace staff {

namespace {

constexpr std::array contracts{Contract::state, Contract::contract, Contract::community, Contract::volunteer};

class EducatorDialog final : public widgets::FormDialog {
  public:
    EducatorDialog(wxWindow* parent, office::Session& session, Educator educator)
        : FormDialog(parent, "educator", educator.id == EducatorId{} ? _("New educator") : _("Educator"),
                     _("Save"))
        , m_session(session)
        , m_educator(std::move(educator))
        , m_institutions(institutions::list_institutions(session.database))
        , m_form(new widgets::Form(body(), 2)) {
        m_name_km = m_form->add_text("educator.name_km", _("Name in Khmer"), m_educator.name_km);
        m_name = m_form->add_text("educator.name", _("Name in Latin letters"), m_educator.name);
        const int sex = !m_educator.sex ? wxNOT_FOUND : *m_educator.sex == Sex::female ? 0 : 1;
        m_sex = m_form->add_choice("educator.sex", _("Sex"), {_("Female"), _("Male")}, sex);
        m_phone = m_form->add_text("educator.phone", _("Telephone number"), m_educator.phone.value_or(""));
        std::vector<wxString> words{wxString()};
        int here = 0;
        for (const auto& institution : m_institutions) {
            words.push_back(office::shown_name(session, institution));
            if (m_educator.institution == institution.id) here = static_cast<int>(words.size()) - 1;
        }
        m_institution = m_form->add_choice("educator.institution", _("Institution"), words, here);
        words.clear();
        for (const Contract contract : contracts)
            words.push_back(contract_word(contract));
        const auto contract =
            std::find(contracts.begin(), contracts.end(), m_educator.contract) - contracts.begin();
        m_contract =
            m_form->add_choice("educator.contract", _("Contract"), words, static_cast<int>(contract));
        m_first = m_form->add_date("educator.first_day", _("First day of work here"));
        m_first->set(m_educator.first_day);
        m_last = m_form->add_date("educator.last_day", _("Last day of work here"));
        m_last->set(m_educator.last_day);
        rows().Add(m_form, 1, wxEXPAND);
        on_accept([this] { return save(); });
        fit(640);
        m_name_km->SetFocus();
    }

  private:
    bool read_day(widgets::DateField* field, std::optional<core::Day>& day) {
        day.reset();
        if (field->empty()) return true;
        const auto read = field->day();
        if (!read) {
            m_form->complain(field, m_session.sentence(read.error()));
            return false;
        }
        day = *read;
        return true;
    }

    bool read(Educator& educator) {
        educator.name_km = widgets::typed(m_name_km->GetValue());
        educator.name = widgets::typed(m_name->GetValue());
        if (m_sex->GetSelection() != wxNOT_FOUND)
            educator.sex = m_sex->GetSelection() == 0 ? Sex::female : Sex::male;
        educator.phone = widgets::typed(m_phone->GetValue());
        const int place = m_institution->GetSelection();
        educator.institution =
            place > 0 ? std::optional(m_institutions[static_cast<std::size_t>(place - 1)].id) : std::nullopt;
        educator.contract = contracts.at(static_cast<std::size_t>(m_contract->GetSelection()));
        const bool first = read_day(m_first, educator.first_day);
        return read_day(m_last, educator.last_day) && first;
    }

    bool save() {
        m_form->forget_complaints();
        Educator educator = m_educator;
        bool sound = read(educator);
        educator = tidied(std::move(educator));
        for (const core::Error& fault : faults(educator)) {
            complain(fault);
            sound = false;
        }
        if (!sound) return false;
        storage::Transaction tx(m_session.database, m_session.actor);
        const bool is_new = educator.id == EducatorId{};
        const auto kept =
            is_new ? add_educator(tx, educator).map([](EducatorId) {}) : update_educator(tx, educator);
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
    Educator m_educator;
    std::vector<institutions::Institution> m_institutions;
    widgets::Form* m_form;
    wxTextCtrl* m_name_km;
    wxTextCtrl* m_name;
    wxChoice* m_sex;
    wxTextCtrl* m_phone;
    wxChoice* m_institution;
    wxChoice* m_contract;
    widgets::DateField* m_first;
    widgets::DateField* m_last;
};

} // namespace

wxString contract_word(Contract contract) {
    switch (contract) {
    // TRANSLATORS: who pays an educator: the state.
    case Contract::state:
        return _("State teacher");
    case Contract::contract:
        return _("Contract teacher");
    // TRANSLATORS: an educator whom the community pays.
    case Contract::community:
        return _("Community teacher");
    case Contract::volunteer:
        return _("Volunteer");
    }
    return {};
}

bool edit_educator(wxWindow* parent, office::Session& session, Educator educator) {
    EducatorDialog dialog(parent, session, std::move(educator));
    return dialog.ShowModal() == wxID_OK;
}

EducatorPanel::EducatorPanel(wxWindow* parent, office::Session& session, widgets::CommandList& commands)
    : wxPanel(parent)
    , m_session(session)
    , m_list(new widgets::DataList(this, "educators", _("Educators"),
                                   {{.title = _("Name"), .width = 260, .grows = true},
                                    {.title = _("Sex"), .width = 70},
                                    {.title = _("Institution"), .width = 300, .grows = true},
                                    {.title = _("Contract"), .width = 160},
                                    {.title = _("Telephone number"), .width = 150}})) {
    commands.add({.id = "educator.add",
                  .label = _("New &educator..."),
                  .help = _("Register a person who teaches"),
                  .icon = "staff",
                  .run = [this] {
                      if (edit_educator(this, m_session, Educator{})) refresh();
                  }});
    commands.add({.id = "educator.edit",
                  .label = _("Edit educator..."),
                  .help = _("Change the selected educator"),
                  .icon = "edit",
                  .run = [this] { edit(); },
                  .allowed = [this] { return IsShownOnScreen() && m_list->selected().has_value(); }});
    m_list->on_open([this](std::size_t) { edit(); });
    m_list->say_when_empty(_("No educator yet. Register with the button above who teaches the classes."));
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(commands.make_button(this, "educator.add"));
    buttons->Add(commands.make_button(this, "educator.edit"), 0, wxLEFT, FromDIP(widgets::space::small));
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(buttons, 0, wxTOP | wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(m_list, 1, wxEXPAND);
    SetSizer(rows);
}

void EducatorPanel::refresh() {
    const auto selected = m_list->selected();
    m_institutions.clear();
    for (const auto& institution : institutions::list_institutions(m_session.database))
        m_institutions[institution.id] = office::shown_name(m_session, institution);
    m_educators = list_educators(m_session.database);
    m_list->set_rows(m_educators.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
        const Educator& educator = m_educators[row];
        switch (column) {
        case 0:
            return {office::shown_name(m_session, educator)};
        case 1:
            return {educator.sex == Sex::female ? _("Female") : _("Male")};
        case 2:
            return {educator.institution ? m_institutions[*educator.institution] : wxString()};
        case 3:
            return {contract_word(educator.contract)};
        default:
            return {widgets::wx(educator.phone.value_or(""))};
        }
    });
    if (selected) m_list->select(*selected);
}

void EducatorPanel::select(EducatorId id) {
    for (std::size_t row = 0; row < m_educators.size(); ++row)
        if (m_educators[row].id == id) m_list->select(row);
}

wxWindow* EducatorPanel::first_control() {
    return m_list;
}

void EducatorPanel::edit() {
    const auto row = m_list->selected();
    if (!row) return;
    const Educator was = m_educators[*row];
    if (!edit_educator(this, m_session, was)) return;
    office::remember_change(
        m_session, office::subject_of(m_session, "classes", was, was.id), was,
        [id = was.id](const storage::Database& database) { return find_educator(database, id); },
        update_educator);
    refresh();
}

} // namespace staff

// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/ui/learner_dialog.hpp"

#include "learners/learner_store.hpp"
#include "office/ui/village_field.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/sizer.h>

namespace learners {

namespace {

std::optional<std::string> optional_text(const wxTextCtrl* field) {
    std::string text = widgets::typed(field->GetValue());
    if (text.empty()) return std::nullopt;
    return text;
}

// Empty first, so that "not asked" is not taken for "no".
std::vector<wxString> difficulty_words() {
    return {wxString(),
            // TRANSLATORS: an answer to "Do you have difficulty seeing?" and the like (Washington Group
            // questions).
            _("No difficulty"), _("Some difficulty"), _("A lot of difficulty"), _("Cannot do at all")};
}

class LearnerDialog final : public widgets::FormDialog {
  public:
    LearnerDialog(wxWindow* parent, office::Session& session, Learner learner)
        : FormDialog(parent, "learner", learner.number.empty() ? _("New learner") : _("Learner"),
                     // TRANSLATORS: the button that keeps a form.
                     _("Save"))
        , m_session(session)
        , m_learner(std::move(learner))
        , m_form(new widgets::Form(body(), 3)) {
        add_person();
        add_home();
        add_circumstances();
        add_washington();
        rows().Add(m_form, 1, wxEXPAND);
        on_accept([this] { return save(); });
        fit(900);
        m_name_km->SetFocus();
    }

    LearnerId saved() const { return m_learner.id; }

  private:
    void add_person() {
        m_form->section(_("The person"));
        m_name_km = m_form->add_text("learner.name_km", _("Name in Khmer"), m_learner.name_km);
        m_name = m_form->add_text("learner.name", _("Name in Latin letters"), m_learner.name);
        const int sex = !m_learner.sex ? wxNOT_FOUND : *m_learner.sex == Sex::female ? 0 : 1;
        m_sex = m_form->add_choice("learner.sex", _("Sex"), {_("Female"), _("Male")}, sex);
        m_born = m_form->add_date("learner.born", _("Date of birth"), widgets::DateField::Kind::partial);
        m_born->set(m_learner.born);
        m_birthplace = add_village("learner.birthplace_code", _("Place of birth"));
        m_birthplace->set(m_learner.birthplace_code, m_learner.birthplace_text);
    }

    void add_home() {
        m_form->section(_("Home and contact"));
        m_village = add_village("learner.village_code", _("Village"));
        m_village->set(m_learner.village_code, m_learner.village_text);
        m_phone = m_form->add_text("learner.phone", _("Telephone number"), m_learner.phone.value_or(""));
        m_guardian = m_form->add_text("learner.guardian", _("Guardian"), m_learner.guardian.value_or(""));
        m_guardian_phone = m_form->add_text("learner.guardian_phone", _("Guardian's telephone"),
                                            m_learner.guardian_phone.value_or(""));
    }

    void add_circumstances() {
        m_form->section(_("Circumstances"));
        m_occupation =
            m_form->add_text("learner.occupation", _("Occupation"), m_learner.occupation.value_or(""));
        m_ethnicity = m_form->add_text("learner.ethnicity", _("Ethnicity"), m_learner.ethnicity.value_or(""));
        m_language = m_form->add_text("learner.home_language", _("Language at home"),
                                      m_learner.home_language.value_or(""));
        m_schooling =
            m_form->add_text("learner.schooling", _("Schooling so far"), m_learner.schooling.value_or(""));
        // TRANSLATORS: why the learner left school.
        m_leaving = m_form->add_text("learner.leaving_reason", _("Why school was left"),
                                     m_learner.leaving_reason.value_or(""));
        m_migration = m_form->add_text("learner.migration", _("Migration"), m_learner.migration.value_or(""));
        const int equity = m_learner.equity_level ? static_cast<int>(*m_learner.equity_level) : 0;
        m_equity = m_form->add_choice("learner.equity_level", _("Equity card"),
                                      {_("None"), _("Poor level 1"), _("Poor level 2")}, equity);
        m_equity_to = m_form->add_date("learner.equity_valid_to", _("Card valid until"));
        m_equity_to->set(m_learner.equity_valid_to);
        m_note = m_form->add_text("learner.note", _("Note"), m_learner.note.value_or(""));
    }

    void add_washington() {
        m_form->section(_("Does the learner have difficulty..."));
        auto& w = m_learner.washington;
        const auto ask = [this](std::string_view id, const wxString& label,
                                const std::optional<Difficulty>& answer) {
            return m_form->add_choice(id, label, difficulty_words(), answer ? static_cast<int>(*answer) : 0);
        };
        m_difficulties = {ask("learner.wg_seeing", _("Seeing"), w.seeing),
                          ask("learner.wg_hearing", _("Hearing"), w.hearing),
                          ask("learner.wg_walking", _("Walking"), w.walking),
                          ask("learner.wg_remembering", _("Remembering"), w.remembering),
                          ask("learner.wg_self_care", _("Caring for oneself"), w.self_care),
                          ask("learner.wg_communicating", _("Communicating"), w.communicating)};
    }

    office::VillageField* add_village(std::string_view id, const wxString& label) {
        return static_cast<office::VillageField*>(m_form->add_custom(id, label, [&](wxWindow* parent) {
            return new office::VillageField(parent, m_session, id, label);
        }));
    }

    // The form's fields as a learner; false when a field cannot be read, which is said under it.
    bool read(Learner& learner) {
        learner.name_km = widgets::typed(m_name_km->GetValue());
        learner.name = widgets::typed(m_name->GetValue());
        learner.sex = m_sex->GetSelection() == wxNOT_FOUND
                          ? std::nullopt
                          : std::optional(m_sex->GetSelection() == 0 ? Sex::female : Sex::male);
        learner.birthplace_code = m_birthplace->code();
        learner.birthplace_text = m_birthplace->text();
        learner.village_code = m_village->code();
        learner.village_text = m_village->text();
        learner.phone = optional_text(m_phone);
        learner.guardian = optional_text(m_guardian);
        learner.guardian_phone = optional_text(m_guardian_phone);
        learner.occupation = optional_text(m_occupation);
        learner.ethnicity = optional_text(m_ethnicity);
        learner.home_language = optional_text(m_language);
        learner.schooling = optional_text(m_schooling);
        learner.leaving_reason = optional_text(m_leaving);
        learner.migration = optional_text(m_migration);
        learner.note = optional_text(m_note);
        learner.equity_level = m_equity->GetSelection() > 0
                                   ? std::optional(static_cast<EquityLevel>(m_equity->GetSelection()))
                                   : std::nullopt;
        WashingtonGroup& w = learner.washington;
        const std::array answers{&w.seeing,      &w.hearing,   &w.walking,
                                 &w.remembering, &w.self_care, &w.communicating};
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const int answer = m_difficulties[i]->GetSelection();
            *answers[i] = answer > 0 ? std::optional(static_cast<Difficulty>(answer)) : std::nullopt;
        }
        return read_dates(learner);
    }

    bool read_dates(Learner& learner) {
        bool readable = true;
        learner.born.reset();
        if (!m_born->empty()) {
            if (const auto born = m_born->partial())
                learner.born = *born;
            else {
                m_form->complain(m_born, m_session.sentence(born.error()));
                readable = false;
            }
        }
        learner.equity_valid_to.reset();
        if (!m_equity_to->empty()) {
            if (const auto day = m_equity_to->day())
                learner.equity_valid_to = *day;
            else {
                m_form->complain(m_equity_to, m_session.sentence(day.error()));
                readable = false;
            }
        }
        return readable;
    }

    bool save() {
        m_form->forget_complaints();
        Learner learner = m_learner;
        bool sound = read(learner);
        learner = tidied(std::move(learner));
        for (const core::Error& fault : faults(learner, m_session.database.clock().today())) {
            complain(fault);
            sound = false;
        }
        if (!sound) return false;
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto kept = write(tx, learner);
        if (!kept) {
            complain(kept.error());
            return false;
        }
        tx.commit();
        m_learner = std::move(learner);
        m_learner.id = *kept;
        return true;
    }

    static core::Expected<LearnerId> write(storage::Transaction& tx, const Learner& learner) {
        if (learner.number.empty()) return register_learner(tx, learner);
        return update_learner(tx, learner).map([&](const auto&) { return learner.id; });
    }

    void complain(const core::Error& error) {
        const wxString sentence = m_session.sentence(error);
        if (!m_form->complain_about(error.fact("field"), sentence)) m_form->complain(m_name_km, sentence);
    }

    office::Session& m_session;
    Learner m_learner;
    widgets::Form* m_form;
    wxTextCtrl* m_name_km = nullptr;
    wxTextCtrl* m_name = nullptr;
    wxChoice* m_sex = nullptr;
    widgets::DateField* m_born = nullptr;
    office::VillageField* m_birthplace = nullptr;
    office::VillageField* m_village = nullptr;
    wxTextCtrl* m_phone = nullptr;
    wxTextCtrl* m_guardian = nullptr;
    wxTextCtrl* m_guardian_phone = nullptr;
    wxTextCtrl* m_occupation = nullptr;
    wxTextCtrl* m_ethnicity = nullptr;
    wxTextCtrl* m_language = nullptr;
    wxTextCtrl* m_schooling = nullptr;
    wxTextCtrl* m_leaving = nullptr;
    wxTextCtrl* m_migration = nullptr;
    wxTextCtrl* m_note = nullptr;
    wxChoice* m_equity = nullptr;
    widgets::DateField* m_equity_to = nullptr;
    std::array<wxChoice*, 6> m_difficulties{};
};

} // namespace

std::optional<LearnerId> register_learner(wxWindow* parent, office::Session& session) {
    LearnerDialog dialog(parent, session, Learner{});
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return dialog.saved();
}

bool edit_learner(wxWindow* parent, office::Session& session, LearnerId id) {
    LearnerDialog dialog(parent, session, load_learner(session.database, id));
    return dialog.ShowModal() == wxID_OK;
}

} // namespace learners

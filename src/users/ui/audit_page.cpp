// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/ui/audit_page.hpp"

#include "storage/audit.hpp"
#include "users/audit_subject.hpp"
#include "users/ui/verb_words.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace users {

namespace {

using widgets::Tone;
using widgets::space::medium;
using widgets::space::small;

// As many as a person looks through; a narrower question finds the older ones.
constexpr std::int64_t most = 2000;

class AuditPage final : public widgets::Page {
  public:
    AuditPage(wxWindow* parent, office::Session& session)
        // TRANSLATORS: the page that shows who wrote what and when.
        : Page(parent, "audit", _("Record"))
        , m_session(session) {
        auto* form = new widgets::Form(this, 4);
        m_person = form->add_choice("audit.person", _("Person"), {});
        m_learner = form->add_text("audit.learner", _("Learner number"));
        m_from = form->add_date("audit.from", _("From"));
        m_to = form->add_date("audit.to", _("To"));
        body().Add(form, 0, wxEXPAND);
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        // TRANSLATORS: shows the rows of the record that fit the person, the learner and the days.
        auto* look = new wxButton(this, wxID_ANY, _("Look"));
        widgets::name_control(*look, "audit.look", _("Look"));
        widgets::dress(*look, widgets::Part::primary_button);
        look->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { look_up(); }); });
        auto* verify = new wxButton(this, wxID_ANY, _("Check the chain"));
        widgets::name_control(*verify, "audit.check", _("Check the chain"));
        verify->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { check(); }); });
        row->Add(look, 0, wxRIGHT, FromDIP(small));
        row->Add(verify);
        body().Add(row, 0, wxTOP | wxBOTTOM, FromDIP(medium));
        m_list = new widgets::DataList(this, "audit.list", _("Record"),
                                       {{.title = _("When"), .width = 140},
                                        {.title = _("Who"), .width = 120},
                                        {.title = _("What"), .width = 240},
                                        {.title = _("About"), .width = 240, .grows = true}});
        m_list->say_when_empty(_("Nothing in the record fits. Widen the days, or leave a field empty."));
        m_list->on_select([this] { show_changes(); });
        body().Add(m_list, 3, wxEXPAND);
        // TRANSLATORS: the fields that one row of the record changed.
        m_changes = new widgets::DataList(this, "audit.changes", _("What changed"),
                                          {{.title = _("Field"), .width = 200},
                                           {.title = _("Was"), .width = 240},
                                           {.title = _("Is"), .width = 300, .grows = true}});
        m_changes->say_when_empty(_("This row changed no field, or an erasure removed what it was."));
        body().Add(m_changes, 2, wxEXPAND | wxTOP, FromDIP(medium));
        for (wxTextCtrl* field : {m_learner, &m_from->text(), &m_to->text()}) {
            field->SetWindowStyleFlag(field->GetWindowStyleFlag() | wxTE_PROCESS_ENTER);
            field->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { look_up(); });
        }
        m_person->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { look_up(); });
    }

    void refresh() override {
        if (m_people.empty() || m_people != people()) {
            m_people = people();
            // TRANSLATORS: no person in particular.
            wxArrayString words;
            words.Add(_("Everyone"));
            for (const std::string& name : m_people)
                words.Add(widgets::wx(name));
            const int chosen = std::max(0, m_person->GetSelection());
            m_person->Set(words);
            m_person->SetSelection(chosen < static_cast<int>(words.size()) ? chosen : 0);
        }
        look_up();
    }

    wxWindow* first_control() override { return m_person; }

  private:
    std::vector<std::string> people() const { return storage::audit_actors(m_session.database); }

    std::optional<core::Day> day_of(widgets::DateField* field) {
        if (field->empty()) return std::nullopt;
        const auto day = field->day();
        if (!day) {
            messages().tell(Tone::bad, m_session.sentence(day.error()));
            return std::nullopt;
        }
        return *day;
    }

    void look_up() {
        messages().dismiss();
        storage::AuditFilter filter;
        const int person = m_person->GetSelection();
        if (person > 0) filter.actor = m_people[static_cast<std::size_t>(person - 1)];
        const std::string number = widgets::typed(m_learner->GetValue());
        if (!number.empty()) {
            filter.uids = uids_of_learner(m_session.database, number);
            if (filter.uids.empty()) {
                messages().tell(Tone::bad,
                                m_session.sentence(core::Error{"learner.unknown"}.with("text", number)));
                return;
            }
        }
        filter.from = day_of(m_from);
        filter.to = day_of(m_to);
        m_entries = storage::audit_entries(m_session.database, most, filter);
        set_subtitle(static_cast<std::int64_t>(m_entries.size()) < most
                         // TRANSLATORS: {1} how many rows of the record are shown.
                         ? widgets::fill(_("{1} rows, newest first"),
                                         {widgets::number(static_cast<long long>(m_entries.size()))})
                         : widgets::fill(_("The newest {1} rows; narrow the question for older ones"),
                                         {widgets::number(most)}));
        m_list->set_rows(m_entries.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            const storage::AuditEntry& entry = m_entries[row];
            switch (column) {
            case 0:
                return {widgets::shown(entry.at)};
            case 1:
                return {widgets::wx(entry.actor)};
            case 2:
                return {verb_words(entry.verb), entry.verb == "user.refused" ? Tone::warning : Tone::plain};
            default:
                return {widgets::wx(subject_of(m_session.database, entry))};
            }
        });
        if (!m_entries.empty()) m_list->select(0);
        show_changes();
    }

    void show_changes() {
        const auto row = m_list->selected();
        m_shown = row && *row < m_entries.size() ? changes_in(m_entries[*row])
                                                 : std::vector<storage::FieldChange>{};
        m_changes->set_rows(m_shown.size(), [this](std::size_t at, std::size_t column) -> widgets::Cell {
            const storage::FieldChange& change = m_shown[at];
            if (column == 0) return {widgets::wx(change.field), Tone::muted};
            // Whoever reads the record has not asked to see it.
            if (office::hides_need_to_know(m_session) &&
                (change.field.starts_with("wg_") || change.field == "disability_text"))
                return {office::hidden_words()};
            return {widgets::wx((column == 1 ? change.was : change.is).value_or(""))};
        });
    }

    void check() {
        m_session.run_job(_("Checking the record"), [this](core::Progress&) -> widgets::JobRunner::Finish {
            const auto damage = storage::audit_damage(m_session.database);
            return [this, damage] {
                if (damage) return messages().tell(Tone::bad, m_session.sentence(*damage));
                messages().tell(Tone::good,
                                _("The chain of the record holds: no row was changed, taken out or put in."));
            };
        });
    }

    office::Session& m_session;
    std::vector<std::string> m_people;
    std::vector<storage::AuditEntry> m_entries;
    std::vector<storage::FieldChange> m_shown;
    wxChoice* m_person = nullptr;
    wxTextCtrl* m_learner = nullptr;
    widgets::DateField* m_from = nullptr;
    widgets::DateField* m_to = nullptr;
    widgets::DataList* m_list = nullptr;
    widgets::DataList* m_changes = nullptr;
};

} // namespace

widgets::PageEntry audit_page(office::Session& session) {
    return {.id = "audit", .label = _("Record"), .icon = "record", .create = [&session](wxWindow* parent) {
                return new AuditPage(parent, session);
            }};
}

} // namespace users

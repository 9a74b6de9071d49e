// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/ui/recognition_dialog.hpp"

#include "classes/enrolment_store.hpp"
#include "core/name_keys.hpp"
#include "learners/learner_store.hpp"
#include "programmes/pack_store.hpp"
#include "staff/educator_store.hpp"
#include "units/earned_store.hpp"
#include "units/recognition_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/suggest_field.hpp"
#include "widgets/text.hpp"

#include <wx/sizer.h>

#include <algorithm>

namespace units {
namespace {

using widgets::fill;
using widgets::wx;

constexpr std::size_t most_suggestions = 8;

wxString shown(const office::Session& session, const Wording& wording) {
    const bool khmer = session.language == widgets::Language::khmer;
    const std::string& first = khmer ? wording.km : wording.en;
    return wx(first.empty() ? (khmer ? wording.en : wording.km) : first);
}

// A programme at one of its levels, as it stands in the list.
struct Offer {
    programmes::Pack pack;
    std::string level;
    wxString words;
};

std::vector<Offer> offers(const office::Session& session) {
    std::vector<Offer> list;
    for (const programmes::CurrentPack& one : programmes::current_packs(session.database)) {
        if (one.pack.units.empty()) continue;
        const wxString name = shown(session, one.pack.name);
        if (one.pack.levels.size() <= 1) {
            list.push_back({one.pack, {}, name});
            continue;
        }
        for (const programmes::Level& level : one.pack.levels)
            list.push_back({one.pack, level.key, name + ", " + shown(session, level.name)});
    }
    return list;
}

class RecognitionDialog final : public widgets::FormDialog {
  public:
    RecognitionDialog(wxWindow* parent, office::Session& session, learners::LearnerId learner)
        : FormDialog(parent, "recognition", _("Recognise prior learning"), _("Recognise"))
        , m_session(session)
        , m_learner(learner)
        , m_offers(offers(session))
        , m_earned(load_earned(session.database, learner))
        , m_educators(staff::list_educators(session.database))
        , m_form(new widgets::Form(body(), 2)) {
        m_form->section(office::shown_name(session, learners::load_learner(session.database, learner)));
        std::vector<wxString> programmes;
        for (const Offer& offer : m_offers)
            programmes.push_back(offer.words);
        m_programme = m_form->add_choice("recognition.programme", _("Programme"), programmes,
                                         m_offers.empty() ? wxNOT_FOUND : first_offer());
        m_day = m_form->add_date("recognition.day", _("Assessed on"));
        m_day->set(session.database.clock().today());
        m_units = m_form->add_wide("recognition.units", _("Units that are recognised"),
                                   [](wxWindow* above) { return new wxPanel(above); });
        m_units->SetSizer(new wxBoxSizer(wxVERTICAL));
        m_evidence = add_evidence();
        m_first = add_assessor("recognition.first_assessor", _("First assessor"));
        m_second = add_assessor("recognition.second_assessor", _("Second assessor"));
        m_remark = add_remark();
        show_units();
        watch();
        rows().Add(m_form, 1, wxEXPAND);
        on_accept([this] { return write(); });
        fit(640);
        m_programme->SetFocus();
    }

  private:
    // Of the newest class in which something is left to recognise, else the first.
    int first_offer() const {
        for (const classes::LearnerClass& in : classes::enrolments_of(m_session.database, m_learner))
            for (std::size_t i = 0; i < m_offers.size(); ++i)
                if (m_offers[i].pack.programme == in.programme && leaves_something(m_offers[i]))
                    return static_cast<int>(i);
        return 0;
    }

    bool leaves_something(const Offer& offer) const {
        const auto& units = offer.pack.units;
        return std::any_of(units.begin(), units.end(),
                           [&](const programmes::Unit& unit) { return !earned(offer, unit); });
    }

    const EarnedUnit* earned(const Offer& offer, const programmes::Unit& unit) const {
        const auto found = std::find_if(m_earned.begin(), m_earned.end(), [&](const EarnedUnit& one) {
            return one.unit == unit.key && counts_at(offer.pack, offer.level, one);
        });
        return found == m_earned.end() ? nullptr : &*found;
    }

    wxTextCtrl* add_evidence() {
        return static_cast<wxTextCtrl*>(m_form->add_wide(
            "recognition.evidence", _("Evidence, one piece a line: a certificate, a piece of work, a test"),
            [this](wxWindow* above) {
                return new wxTextCtrl(above, wxID_ANY, wxString(), wxDefaultPosition,
                                      wxSize(FromDIP(600), 4 * widgets::row_height(*this)), wxTE_MULTILINE);
            }));
    }

    wxTextCtrl* add_remark() {
        return static_cast<wxTextCtrl*>(
            m_form->add_wide("recognition.remark", _("Remark"), [this](wxWindow* above) {
                return new wxTextCtrl(
                    above, wxID_ANY, wxString(), wxDefaultPosition,
                    wxSize(FromDIP(600), widgets::row_height(*this) + FromDIP(widgets::space::small)));
            }));
    }

    wxTextCtrl* add_assessor(const std::string& id, const wxString& label) {
        wxTextCtrl* field = m_form->add_text(id, label);
        field->SetHint(_("An educator, or another person's name"));
        widgets::suggest(*field, id, label, [this](const std::string& typed) { return educators(typed); });
        return field;
    }

    std::vector<widgets::Suggestion> educators(const std::string& typed) const {
        const core::NameKeys wanted = core::name_keys(typed, typed);
        std::vector<widgets::Suggestion> offered;
        for (const staff::Educator& one : m_educators) {
            const core::NameKeys keys = core::name_keys(one.name_km, one.name);
            const auto holds = [](const std::string& text, const std::string& part) {
                return !part.empty() && text.find(part) != std::string::npos;
            };
            if (!typed.empty() && !holds(keys.folded_km, wanted.folded_km) &&
                !holds(keys.folded, wanted.folded))
                continue;
            offered.push_back({one.name_km, wx(one.name_km), wx(one.name)});
            if (offered.size() == most_suggestions) break;
        }
        return offered;
    }

    const Offer* offer() const {
        const int at = m_programme->GetSelection();
        return at == wxNOT_FOUND ? nullptr : &m_offers[static_cast<std::size_t>(at)];
    }

    // A box for each unit of the chosen programme; what is earned already cannot be ticked.
    void show_units() {
        m_units->DestroyChildren();
        m_boxes.clear();
        if (const Offer* chosen = offer())
            for (const programmes::Unit& unit : chosen->pack.units)
                add_box(*chosen, unit);
        m_units->GetSizer()->Layout();
        m_units->InvalidateBestSize();
        if (IsShown()) fit(0);
    }

    void add_box(const Offer& chosen, const programmes::Unit& unit) {
        const EarnedUnit* known = earned(chosen, unit);
        const wxString name = shown(m_session, unit.name);
        const wxString label =
            // TRANSLATORS: {1} is a unit, {2} the day on which the learner earned it.
            known ? fill(_("{1} (earned on {2})"), {name, widgets::shown(known->earned_on)}) : name;
        auto* box = new wxCheckBox(m_units, wxID_ANY, label);
        widgets::name_control(*box, "recognition.unit." + unit.key, label);
        box->Enable(known == nullptr);
        box->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { recheck(); });
        m_units->GetSizer()->Add(box, 0, wxTOP, FromDIP(widgets::space::hair));
        m_boxes.push_back({unit.key, box});
    }

    // Once something was refused, what is mended is no longer complained about.
    void watch() {
        m_programme->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
            show_units();
            recheck();
        });
        for (wxTextCtrl* field : {m_evidence, m_first, m_second, m_remark, &m_day->text()})
            field->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
                event.Skip();
                CallAfter([this] { recheck(); });
            });
    }

    Recognition read(core::Day day) const {
        Recognition typed;
        typed.learner = m_learner;
        typed.day = day;
        if (const Offer* chosen = offer()) {
            typed.programme = chosen->pack.programme;
            typed.level = chosen->level;
        }
        for (const auto& [key, box] : m_boxes)
            if (box->GetValue()) typed.units.push_back(key);
        for (int line = 0; line < m_evidence->GetNumberOfLines(); ++line)
            typed.evidence.push_back(widgets::utf8(m_evidence->GetLineText(line)));
        for (const wxTextCtrl* field : {m_first, m_second})
            typed.assessors.push_back(read_assessor(m_session.database, widgets::utf8(field->GetValue())));
        typed.remark = widgets::utf8(m_remark->GetValue());
        return typed;
    }

    // The field that a fault is about, and its sentence; the first fault of each field.
    std::map<wxWindow*, wxString> complaints() const {
        std::map<wxWindow*, wxString> found;
        const auto day = m_day->day();
        if (!day) found.emplace(m_day, m_session.sentence(day.error()));
        const Offer* chosen = offer();
        if (!chosen) return found;
        const Recognition typed =
            tidied(read(day.value_or(m_session.database.clock().today())), chosen->pack);
        for (const core::Error& fault : faults(typed, chosen->pack, m_session.database.clock().today()))
            if (wxWindow* field = field_of(fault)) found.emplace(field, m_session.sentence(fault));
        return found;
    }

    wxWindow* field_of(const core::Error& fault) const {
        const std::string_view name = fault.fact("field");
        if (name == "units") return m_units;
        if (name == "evidence") return m_evidence;
        if (name == "day") return m_day;
        if (name == "remark") return m_remark;
        if (name == "level") return m_programme;
        if (name != "assessors") return nullptr;
        const bool first_empty = widgets::typed(m_first->GetValue()).empty();
        return first_empty ? m_first : m_second;
    }

    void recheck() {
        if (!m_refused) return;
        const auto found = complaints();
        for (wxWindow* field : fields()) {
            const auto one = found.find(field);
            m_form->mark(field, one == found.end() ? wxString() : one->second);
        }
    }

    std::vector<wxWindow*> fields() const {
        return {m_programme, m_day, m_units, m_evidence, m_first, m_second, m_remark};
    }

    bool write() {
        m_form->forget_complaints();
        const auto found = complaints();
        for (wxWindow* field : fields())
            if (const auto one = found.find(field); one != found.end()) m_form->complain(field, one->second);
        if (!found.empty() || !offer()) {
            m_refused = true;
            return false;
        }
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto kept = recognise(tx, read(*m_day->day()));
        if (!kept) {
            wxWindow* field = field_of(kept.error());
            m_form->complain(field ? field : m_programme, m_session.sentence(kept.error()));
            m_refused = true;
            return false;
        }
        tx.commit();
        return true;
    }

    office::Session& m_session;
    learners::LearnerId m_learner;
    std::vector<Offer> m_offers;
    std::vector<EarnedUnit> m_earned;
    std::vector<staff::Educator> m_educators;
    widgets::Form* m_form;
    wxChoice* m_programme = nullptr;
    widgets::DateField* m_day = nullptr;
    wxWindow* m_units = nullptr;
    std::vector<std::pair<std::string, wxCheckBox*>> m_boxes;
    wxTextCtrl* m_evidence = nullptr;
    wxTextCtrl* m_first = nullptr;
    wxTextCtrl* m_second = nullptr;
    wxTextCtrl* m_remark = nullptr;
    bool m_refused = false;
};

} // namespace

bool recognise_learning(wxWindow* parent, office::Session& session, learners::LearnerId learner) {
    return RecognitionDialog(parent, session, learner).ShowModal() == wxID_OK;
}

wxString way_word(Way way) {
    // TRANSLATORS: how a unit was earned.
    return way == Way::recognition ? _("Prior learning recognised") : _("Class result");
}

} // namespace units

// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/ui/transfer_in_dialog.hpp"

#include "classes/ui/class_words.hpp"
#include "identity/ui/transfer_words.hpp"
#include "learners/learner_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace identity {

namespace {

using widgets::fill;
using widgets::wx;
using widgets::space::large;
using widgets::space::medium;
using widgets::space::small;

struct PreviewRow {
    wxString what;
    wxString detail;
    widgets::Cell verdict;
};

std::string field_of(const ToldPerson& person, const char* name) {
    const auto found = person.fields.find(name);
    return found == person.fields.end() ? std::string{} : found->second;
}

wxString person_words(const std::string& number, const std::string& name_km, const std::string& name,
                      const std::optional<core::PartialDate>& born) {
    wxString text = wx(number) + "   " + wx(name_km.empty() ? name : name_km);
    if (!name_km.empty() && !name.empty()) text += "   " + wx(name);
    if (born) text += "   " + widgets::shown(*born);
    return text;
}

class TransferInDialog final : public wxDialog {
  public:
    TransferInDialog(wxWindow* parent, office::Session& session, const TransferPlan& plan)
        : wxDialog(parent, wxID_ANY, _("Transfer in"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_session(session)
        , m_plan(plan) {
        SetName("transfer-in");
        SetBackgroundColour(widgets::colour::paper);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(make_head(), 0, wxEXPAND);
        if (wxSizer* who = make_who()) rows->Add(who, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(large));
        make_rows();
        auto* list = new widgets::DataList(this, "transfer.rows", _("What the file brings"),
                                           {{.title = _("What"), .width = 190},
                                            {.title = _("In the file"), .width = 440, .grows = true},
                                            {.title = _("Beside this office"), .width = 190}});
        list->set_rows(m_rows.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            const PreviewRow& one = m_rows[row];
            return column == 0   ? widgets::Cell{one.what}
                   : column == 1 ? widgets::Cell{one.detail}
                                 : one.verdict;
        });
        rows->Add(list, 1, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(large));
        if (changed_here()) {
            m_update = new wxCheckBox(this, wxID_ANY, _("Also take the fields that were changed here"));
            widgets::name_control(*m_update, "transfer.update", m_update->GetLabelText());
            rows->Add(m_update, 0, wxLEFT | wxRIGHT | wxTOP, FromDIP(large));
        }
        rows->Add(make_buttons(), 0, wxEXPAND | wxALL, FromDIP(large));
        SetSizer(rows);
        SetSize(widgets::text_room(*this, 940, 600));
        CentreOnParent();
        refresh_take();
    }

    Decision decision() const {
        Decision decision;
        decision.update = m_update != nullptr && m_update->GetValue();
        for (std::size_t i = 0; i < m_same.size(); ++i)
            if (m_same[i]->GetValue()) decision.same_as = m_plan.look_alikes[i].id;
        decision.another_person = m_other != nullptr && m_other->GetValue();
        return decision;
    }

  private:
    wxWindow* make_head() {
        const Chapter& sender = m_plan.file.sender();
        const ChapterPlan& first = m_plan.chapters.front();
        const bool sample = m_plan.sample();
        const widgets::Tone tone = sample                          ? widgets::Tone::warning
                                   : first.signer == Signer::fresh ? widgets::Tone::info
                                                                   : widgets::Tone::good;
        auto* card = new wxPanel(this);
        card->SetBackgroundColour(widgets::tint_of(tone));
        const auto born = core::partial_date_from_text(field_of(sender.person, "born"));
        auto* name = new wxStaticText(card, wxID_ANY,
                                      person_words(sender.person.number, field_of(sender.person, "name_km"),
                                                   field_of(sender.person, "name"), born),
                                      wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
        name->SetFont(widgets::title_font(*this));
        widgets::name_control(*name, "transfer.person", name->GetLabelText());
        // TRANSLATORS: {1} is an office, {2} a day.
        auto* from = new wxStaticText(
            card, wxID_ANY,
            fill(_("Written by {1} on {2}"), {office_words(m_session, sender.office),
                                              widgets::shown(core::day_in_cambodia(m_plan.file.written))}),
            wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
        wxString trust = _("Signed with the key this office is known by.");
        if (sample)
            trust = _("SAMPLE: signed by a sample office; it counts for nothing.");
        else if (first.signer == Signer::fresh)
            trust =
                _("The office's key was not known here before. Taking the file in makes it known: be sure "
                  "that it comes from that office.");
        else if (first.signer == Signer::own)
            trust = _("This office wrote the file itself.");
        auto* words = new wxStaticText(card, wxID_ANY, trust);
        words->SetForegroundColour(widgets::ink_of(tone));
        words->Wrap(widgets::text_room(*this, 880));
        widgets::name_control(*words, "transfer.signer", trust);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(name, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(large));
        rows->Add(from, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(large));
        rows->Add(words, 0, wxEXPAND | wxALL, FromDIP(large));
        for (const core::Error& twice : m_plan.used_twice) {
            const wxString sentence = m_session.sentence(twice);
            auto* line = new wxStaticText(card, wxID_ANY, sentence);
            line->SetForegroundColour(widgets::ink_of(widgets::Tone::bad));
            line->Wrap(widgets::text_room(*this, 880));
            widgets::name_control(*line, "transfer.used-twice", sentence);
            rows->Add(line, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(large));
        }
        card->SetSizer(rows);
        return card;
    }

    // Who the person is here.
    wxSizer* make_who() {
        auto* rows = new wxBoxSizer(wxVERTICAL);
        const auto say = [&](const wxString& text) {
            auto* words =
                new wxStaticText(this, wxID_ANY, text, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
            widgets::name_control(*words, "transfer.who", text);
            rows->Add(words, 0, wxEXPAND);
        };
        if (m_plan.learner) {
            const auto learner = learners::load_learner(m_session.database, *m_plan.learner);
            // TRANSLATORS: {1} is a learner.
            say(fill(_("Known here: {1}"),
                     {person_words(learner.number, learner.name_km, learner.name, learner.born)}));
            return rows;
        }
        if (m_plan.look_alikes.empty()) {
            say(_("Not known here: will be registered under the number of the other office."));
            return rows;
        }
        say(_("Somebody here may be the same person. Who is it?"));
        for (const learners::LearnerRow& row : m_plan.look_alikes) {
            auto* same = new wxRadioButton(this, wxID_ANY,
                                           // TRANSLATORS: {1} is a learner.
                                           fill(_("The same person as {1}"),
                                                {person_words(row.number, row.name_km, row.name, row.born)}),
                                           wxDefaultPosition, wxDefaultSize, m_same.empty() ? wxRB_GROUP : 0);
            same->SetValue(false);
            add_choice(rows, same, "transfer.same");
            m_same.push_back(same);
        }
        m_other = new wxRadioButton(this, wxID_ANY, _("Another person, who will be registered"));
        add_choice(rows, m_other, "transfer.other");
        return rows;
    }

    void add_choice(wxBoxSizer* rows, wxRadioButton* choice, const char* id) {
        widgets::name_control(*choice, id, choice->GetLabelText());
        choice->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) {
            m_chosen = true;
            refresh_take();
        });
        rows->Add(choice, 0, wxEXPAND | wxTOP, FromDIP(small));
    }

    void make_rows() {
        for (const PersonChange& change : m_plan.changes) {
            // TRANSLATORS: what a field was and what it becomes.
            const wxString detail = change.field == "photo" ? wxString()
                                    : change.was.empty()
                                        ? wx(change.is)
                                        : fill(_("{1}, here {2}"), {wx(change.is), wx(change.was)});
            m_rows.push_back({field_word(change.field), detail,
                              change.ours ? widgets::Cell{_("Changed here: stays"), widgets::Tone::warning}
                                          : widgets::Cell{_("Will be taken"), widgets::Tone::good}});
        }
        for (std::size_t i = 0; i < m_plan.chapters.size(); ++i)
            add_chapter(m_plan.file.chapters[i].chapter, m_plan.chapters[i]);
    }

    void add_chapter(const Chapter& chapter, const ChapterPlan& plan) {
        for (std::size_t i = 0; i < chapter.enrolments.size(); ++i) {
            const PastEnrolment& e = chapter.enrolments[i];
            const Novelty novelty = plan.enrolments[i];
            wxString detail = fill("{1}, {2}, {3}", {wx(e.in.name_km), wx(e.at.name_km),
                                                     office::shown_name(m_session, chapter.office)});
            detail += "; " + widgets::shown(e.first_day) + wxString::FromUTF8(" – ") +
                      (e.last_day ? widgets::shown(*e.last_day) : wxString());
            // TRANSLATORS: hours a learner attended.
            detail += "; " + fill(_("{1} hours"), {hours_words(e.figures.hours)});
            if (e.figures.rate) detail += "; " + rate_words(e.figures.rate);
            m_rows.push_back({classes::wording(m_session, chapter.pack_of(e).name),
                              detail,
                              {novelty_word(novelty), novelty_tone(novelty)}});
        }
        for (std::size_t i = 0; i < chapter.recognitions.size(); ++i) {
            const PastRecognition& one = chapter.recognitions[i];
            const programmes::Pack pack = chapter.pack_of(one);
            wxString names;
            for (const std::string& key : one.units)
                if (const programmes::Unit* unit = programmes::find_unit(pack, key))
                    names += (names.empty() ? wxString() : wxString("; ")) +
                             classes::wording(m_session, unit->name);
            const Novelty novelty = plan.recognitions[i];
            m_rows.push_back({_("Prior learning recognised"),
                              fill("{1}, {2}, {3}", {names, office::shown_name(m_session, chapter.office),
                                                     widgets::shown(one.day)}),
                              {novelty_word(novelty), novelty_tone(novelty)}});
        }
        for (std::size_t i = 0; i < chapter.certificates.size(); ++i) {
            const PastCertificate& c = chapter.certificates[i];
            const Novelty novelty = plan.certificates[i];
            m_rows.push_back({_("Certificate"),
                              fill("{1}, {2}, {3}", {wx(c.serial), certificate_state_word(c.state),
                                                     widgets::shown(c.issued_on)}),
                              {novelty_word(novelty), novelty_tone(novelty)}});
        }
    }

    bool changed_here() const {
        return std::any_of(m_plan.changes.begin(), m_plan.changes.end(),
                           [](const PersonChange& change) { return change.ours; });
    }

    wxSizer* make_buttons() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        m_note = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                  wxST_ELLIPSIZE_END);
        m_note->SetForegroundColour(widgets::colour::muted);
        auto* cancel = new wxButton(this, wxID_ANY, _("Cancel"));
        widgets::name_control(*cancel, "transfer.cancel", _("Cancel"));
        cancel->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { EndModal(wxID_CANCEL); });
        SetEscapeId(cancel->GetId());
        m_take = new wxButton(this, wxID_ANY, _("Take in"));
        widgets::name_control(*m_take, "transfer.take", _("Take in"));
        widgets::dress(*m_take, widgets::Part::primary_button);
        m_take->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { EndModal(wxID_OK); });
        m_take->SetDefault();
        if (m_update != nullptr) m_update->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { refresh_take(); });
        row->Add(m_note, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(medium));
        row->Add(cancel, 0, wxRIGHT, FromDIP(small));
        row->Add(m_take);
        return row;
    }

    void refresh_take() {
        const bool fields = m_update != nullptr && m_update->GetValue();
        const bool nothing = m_plan.nothing_new() && !fields;
        const bool undecided = !m_plan.look_alikes.empty() && !m_chosen;
        m_note->SetLabelText(nothing     ? _("Everything in this file is here already.")
                             : undecided ? _("Choose who it is first.")
                                         : _("A transfer can be taken back later."));
        m_take->Enable(!nothing && !undecided);
    }

    office::Session& m_session;
    const TransferPlan& m_plan;
    std::vector<PreviewRow> m_rows;
    std::vector<wxRadioButton*> m_same;
    wxRadioButton* m_other = nullptr;
    wxCheckBox* m_update = nullptr;
    wxStaticText* m_note = nullptr;
    wxButton* m_take = nullptr;
    bool m_chosen = false;
};

} // namespace

std::optional<Decision> decide_transfer(wxWindow* parent, office::Session& session,
                                        const TransferPlan& plan) {
    TransferInDialog dialog(parent, session, plan);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return dialog.decision();
}

} // namespace identity

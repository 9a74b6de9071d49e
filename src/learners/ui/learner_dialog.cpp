// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/ui/learner_dialog.hpp"

#include "learners/draft_store.hpp"
#include "learners/learner_store.hpp"
#include "learners/need_to_know.hpp"
#include "learners/ui/learner_form.hpp"
#include "learners/ui/look_alike_panel.hpp"
#include "learners/ui/photo_box.hpp"
#include "widgets/accessible.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/timer.h>
#include <wx/weakref.h>

namespace learners {

namespace {

// A power cut costs what was typed in half a second.
constexpr int draft_delay_ms = 500;
constexpr int look_alike_delay_ms = 250;
constexpr int side_width = 268;

wxString time_of(core::Moment moment) {
    // Cambodia is at UTC+7 all year.
    const auto local = moment + std::chrono::hours{7};
    const auto minutes =
        std::chrono::floor<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local));
    return widgets::shown(core::day_in_cambodia(moment)) +
           wxString::Format(" %02d:%02d", static_cast<int>(minutes.count() / 60),
                            static_cast<int>(minutes.count() % 60));
}

class LearnerDialog final : public widgets::FormDialog {
  public:
    LearnerDialog(wxWindow* parent, office::Session& session, Learner known, FindLookAlikes look_alikes)
        : FormDialog(parent, "learner", wxString(),
                     // TRANSLATORS: the button that keeps a form.
                     _("Save"))
        , m_session(session)
        , m_look_alikes(std::move(look_alikes))
        , m_pile(known.number.empty())
        , m_form(new LearnerForm(body(), session)) {
        rows().Add(m_form, 1, wxEXPAND);
        add_side();
        // TRANSLATORS: closes a form; what was typed is kept as a draft.
        call_leaving(_("Close"));
        accept_button().SetToolTip(_("Save (Ctrl+S)"));
        if (m_pile)
            add_button("learner.next", _("Save and next learner"), [this] {
                if (save()) begin_next();
            })->SetToolTip(_("Save, and go on with the next paper (Ctrl+Enter)"));
        hint(m_pile
                 ? _("Ctrl+S saves, Ctrl+Enter saves and goes on with the next learner, Ctrl+Page Down jumps "
                     "to the next part.")
                 : _("Ctrl+S saves, Ctrl+Page Down jumps to the next part."));
        bind();
        begin(std::move(known), {}, std::nullopt);
        take_up_draft();
        fit(900);
        // After the dialog has shown itself and given the keyboard to whatever it could.
        CallAfter([this] { m_form->focus_first(); });
    }

    FormOutcome outcome() const { return m_outcome; }

  private:
    void add_side() {
        auto* column = new wxPanel(this);
        column->SetMinSize(wxSize(widgets::text_room(*this, side_width), -1));
        m_photo = new PhotoBox(column, m_session, [this] { changed(); });
        m_alike = new LookAlikePanel(
            column, m_session, [this](LearnerId id) { open_instead(id); },
            [this] {
                if (m_last_field) m_last_field->SetFocus();
            });
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_photo, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::medium));
        rows->Add(m_alike, 1, wxEXPAND);
        column->SetSizer(rows);
        side().Add(column, 1, wxEXPAND | wxTOP | wxRIGHT | wxBOTTOM, FromDIP(widgets::space::large));
        // Tab goes through the paper, then the photo, then the buttons.
        column->MoveAfterInTabOrder(body());
    }

    void bind() {
        Bind(wxEVT_TEXT, [this](wxCommandEvent&) { changed(); });
        Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { changed(); });
        Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { changed(); });
        m_draft_timer.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { keep_draft(); });
        m_look_timer.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look(); });
        m_form->Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) {
            event.Skip();
            m_last_field = event.GetWindow();
            // A field that is left is kept at once.
            if (m_draft_timer.IsRunning()) keep_draft();
        });
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (!key(event)) event.Skip();
        });
        on_accept([this] { return save(); });
        on_leave([this] {
            keep_draft();
            m_outcome.draft_kept = m_draft_kept;
        });
    }

    bool key(const wxKeyEvent& event) {
        if (!event.ControlDown() || event.AltDown()) return false;
        switch (event.GetKeyCode()) {
        case 'S':
            CallAfter([this] { accept(); });
            return true;
        case WXK_RETURN:
        case WXK_NUMPAD_ENTER:
            CallAfter([this] {
                if (!m_pile)
                    accept();
                else if (save())
                    begin_next();
            });
            return true;
        case WXK_PAGEDOWN:
            m_form->go_to_section(1);
            return true;
        case WXK_PAGEUP:
            m_form->go_to_section(-1);
            return true;
        case 'P':
            CallAfter([this] { m_photo->choose_file(); });
            return true;
        case 'V':
            if (!event.ShiftDown()) return false;
            CallAfter([this] { m_photo->paste(); });
            return true;
        default:
            return false;
        }
    }

    // The form of a known learner or a new one; `shared` is what a new one has from the paper before.
    void begin(Learner known, const FormValues& shared, const std::optional<std::string>& photo) {
        m_known = std::move(known);
        m_saved = m_known.number.empty() ? shared : values_of(m_known);
        m_saved_photo = m_known.number.empty() ? photo : find_photo(m_session.database, m_known.id);
        m_draft_kept = false;
        m_alike->forget();
        m_form->show(m_saved);
        if (office::hides_need_to_know(m_session) && !m_known.number.empty())
            m_form->hide_need_to_know([this] { return reveal(); });
        else
            m_form->hide_need_to_know({});
        m_photo->set(m_saved_photo);
        SetTitle(m_known.number.empty() ? _("New learner")
                                        : _("Learner") + "  " + widgets::wx(m_known.number));
        stop_timers();
    }

    bool reveal() {
        try {
            storage::Transaction tx(m_session.database, m_session.actor);
            unmask(tx, m_known.id);
            tx.commit();
            return true;
        } catch (const core::WorldFailure& refused) {
            tell(refused);
            return false;
        }
    }

    void stop_timers() {
        m_draft_timer.Stop();
        m_look_timer.Stop();
    }

    std::optional<core::Uid> subject() const {
        return m_known.number.empty() ? std::nullopt : std::optional{m_known.uid};
    }

    void take_up_draft() {
        const auto draft = find_draft(m_session.database, m_session.actor, subject());
        if (!draft) return;
        m_form->show(draft->typed);
        m_photo->set(draft->photo);
        m_draft_kept = true;
        look();
        bar().tell(widgets::Tone::info,
                   widgets::fill(_("What was typed on {1} and not saved stands here again."),
                                 {time_of(draft->kept_at)}),
                   m_pile ? _("Begin with an empty form") : _("Show what is saved"), [this] {
                       drop_draft(m_session.database, m_session.actor, subject());
                       begin(Learner{m_known}, {}, std::nullopt);
                       m_form->focus_first();
                   });
    }

    void changed() {
        // Not anew at each key: someone who types without a pause is kept as well.
        if (!m_draft_timer.IsRunning()) m_draft_timer.StartOnce(draft_delay_ms);
        m_look_timer.StartOnce(look_alike_delay_ms);
    }

    void keep_draft() {
        m_draft_timer.Stop();
        const FormValues values = m_form->values();
        const bool as_saved = values == m_saved && m_photo->jpeg() == m_saved_photo;
        if (as_saved && !m_draft_kept) return;
        try {
            if (as_saved)
                drop_draft(m_session.database, m_session.actor, subject());
            else
                learners::keep_draft(m_session.database, m_session.actor,
                                     {.learner = subject(), .typed = values, .photo = m_photo->jpeg()});
            m_draft_kept = !as_saved;
        } catch (const core::WorldFailure& world) {
            tell(world);
        }
    }

    void tell(const core::WorldFailure& world) {
        bar().tell(widgets::Tone::bad, m_session.sentence(world.error()));
    }

    core::Day today() const { return m_session.database.clock().today(); }

    void look() {
        m_look_timer.Stop();
        if (!m_look_alikes) return;
        const Learner typed = read_values(m_form->values(), m_known, today()).learner;
        std::vector<LookAlike> found;
        if (typed.sex && !(typed.name_km.empty() && typed.name.empty())) found = m_look_alikes(typed);
        std::erase_if(found, [this](const LookAlike& one) { return one.id == m_known.id; });
        m_alike->show(found);
    }

    void open_instead(LearnerId id) {
        const FormValues typed = m_form->values();
        const auto photo = m_photo->jpeg();
        if (m_draft_kept) drop_draft(m_session.database, m_session.actor, subject());
        begin(load_learner(m_session.database, id), {}, std::nullopt);
        m_form->show(filled_up(m_saved, typed));
        if (!m_saved_photo) m_photo->set(photo);
        bar().tell(
            widgets::Tone::info,
            widgets::fill(_("This learner is registered as {1}. Where the register had nothing, what you "
                            "typed stands now; save to keep it."),
                          {widgets::wx(m_known.number)}));
        changed();
        m_form->focus_first();
    }

    bool save() {
        stop_timers();
        m_form->finish_fields();
        m_form->forget_complaints();
        const auto reading = read_values(m_form->values(), m_known, today());
        for (const core::Error& fault : reading.faults)
            m_form->complain_of(fault);
        if (!reading.faults.empty()) {
            keep_draft();
            return false;
        }
        look();
        if (m_known.number.empty() && m_alike->unanswered() > 0) {
            keep_draft();
            bar().tell(
                widgets::Tone::warning,
                _("Someone who looks the same is registered. Say first whether this is another person."));
            m_alike->focus_answer();
            return false;
        }
        try {
            return write(reading.learner);
        } catch (const core::WorldFailure& world) {
            tell(world);
            return false;
        }
    }

    // One transaction: the learner, the photo, and the draft that is no longer one.
    bool write(const Learner& learner) {
        const bool is_new = m_known.number.empty();
        const bool other_photo = m_photo->jpeg() != m_saved_photo;
        if (!is_new && !other_photo && changes_to(m_session.database, learner).empty()) {
            if (m_draft_kept) drop_draft(m_session.database, m_session.actor, subject());
            return true;
        }
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto id = is_new ? register_learner(tx, learner)
                               : update_learner(tx, learner).map([&](const auto&) { return learner.id; });
        if (!id) {
            m_form->complain_of(id.error());
            return false;
        }
        if (other_photo) set_photo(tx, *id, m_photo->jpeg());
        remove_draft(tx, subject());
        tx.commit();
        (is_new ? m_outcome.registered : m_outcome.changed).push_back(*id);
        m_last_saved = *id;
        return true;
    }

    void begin_next() {
        const FormValues shared = shared_by_pile(m_form->values());
        const Learner saved = load_learner(m_session.database, m_last_saved);
        begin(Learner{}, shared, std::nullopt);
        bar().tell(widgets::Tone::good,
                   widgets::fill(_("Saved: {1}, {2}. The next paper:"),
                                 {widgets::wx(saved.name_km.empty() ? saved.name : saved.name_km),
                                  widgets::wx(saved.number)}));
        m_form->focus_first();
    }

    office::Session& m_session;
    FindLookAlikes m_look_alikes;
    bool m_pile; // opened for new learners, one after another
    FormOutcome m_outcome;
    LearnerForm* m_form;
    PhotoBox* m_photo = nullptr;
    LookAlikePanel* m_alike = nullptr;
    wxWeakRef<wxWindow> m_last_field; // where the keyboard was last in the form
    Learner m_known;                  // without a number: a new one
    FormValues m_saved;
    std::optional<std::string> m_saved_photo;
    bool m_draft_kept = false; // the office file holds a draft of this form
    LearnerId m_last_saved{};
    wxTimer m_draft_timer;
    wxTimer m_look_timer;
};

} // namespace

FormOutcome register_learners(wxWindow* parent, office::Session& session, FindLookAlikes look_alikes) {
    LearnerDialog dialog(parent, session, Learner{}, std::move(look_alikes));
    dialog.ShowModal();
    return dialog.outcome();
}

FormOutcome edit_learner(wxWindow* parent, office::Session& session, LearnerId id,
                         FindLookAlikes look_alikes) {
    LearnerDialog dialog(parent, session, load_learner(session.database, id), std::move(look_alikes));
    dialog.ShowModal();
    return dialog.outcome();
}

} // namespace learners

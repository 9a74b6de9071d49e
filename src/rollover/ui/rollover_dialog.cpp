// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollover/ui/rollover_dialog.hpp"

#include "institutions/institution_store.hpp"
#include "rollover/ui/check_list.hpp"
#include "rollover/ui/decision_list.hpp"
#include "rollover/ui/next_class_list.hpp"
#include "rollover/ui/rollover_words.hpp"
#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/job_panel.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/timer.h>

namespace rollover {
namespace {

using widgets::fill;
using widgets::Tone;

// A list that was just shown has no height yet, and would bring its first row out of sight.
constexpr int screen_delay = 40; // ms

class RolloverDialog final : public wxDialog {
  public:
    RolloverDialog(wxWindow* parent, office::Session& session, learners::LearnerSearch& search)
        : wxDialog(parent, wxID_ANY, _("Into the next school year"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_session(session)
        , m_search(search)
        , m_body(new wxPanel(this))
        , m_jobs(new widgets::JobPanel(this, m_body))
        , m_messages(new widgets::MessageBar(m_body)) {
        SetName("rollover");
        SetBackgroundColour(widgets::colour::ground);
        const auto gap = FromDIP(widgets::space::medium);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(make_head(), 0, wxEXPAND | wxALL, gap);
        rows->Add(m_messages, 0, wxEXPAND);
        make_steps();
        for (wxWindow* page : std::initializer_list<wxWindow*>{m_checks, m_learners, m_classes})
            rows->Add(page, 1, wxEXPAND | wxLEFT | wxRIGHT, gap);
        rows->Add(make_buttons(), 0, wxEXPAND | wxALL, gap);
        m_body->SetSizer(rows);
        auto* all = new wxBoxSizer(wxVERTICAL);
        all->Add(m_body, 1, wxEXPAND);
        all->Add(m_jobs, 0, wxEXPAND);
        SetSizer(all);
        widgets::size_to_screen(*this, 1280, 720);
        widgets::on_leaving(*this, [this] { leave(); });
        m_on_screen.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
            if (m_step == Step::learners) m_learners->focus();
            if (m_step == Step::classes) m_classes->focus();
        });
        show_step(Step::checks);
        CallAfter([this] { read(); });
    }

    bool wrote() const { return m_wrote; }
    // The page that was asked for, and what on it.
    const std::optional<std::pair<std::string, std::string>>& asked_for() const { return m_asked_for; }

  private:
    enum class Step { checks, learners, classes, done };

    wxSizer* make_head() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        const auto add = [&](std::string_view id, const wxString& label) {
            auto* words = new wxStaticText(m_body, wxID_ANY, label);
            auto* choice = new wxChoice(m_body, wxID_ANY);
            widgets::name_control(*choice, id, label);
            choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { CallAfter([this] { read(); }); });
            row->Add(words, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::small));
            row->Add(choice, 0, wxRIGHT, FromDIP(widgets::space::large));
            return choice;
        };
        m_year = add("rollover.year", _("The year that ends"));
        const core::Day today = m_session.database.clock().today();
        const auto usual = usual_year(m_session.database, today);
        m_years = years_with_classes(m_session.database);
        if (m_years.empty()) m_years.push_back(usual);
        for (const core::SchoolYear year : m_years) {
            m_year->Append(year_text(year));
            if (year == usual) m_year->SetSelection(static_cast<int>(m_year->GetCount()) - 1);
        }
        if (m_year->GetSelection() == wxNOT_FOUND) m_year->SetSelection(0);
        m_where = add("rollover.institution", _("Institution"));
        m_where->Append(_("The whole office"));
        m_institutions = institutions::list_institutions(m_session.database);
        for (const auto& one : m_institutions)
            m_where->Append(office::shown_name(m_session, one));
        m_where->SetSelection(0);
        row->AddStretchSpacer();
        m_steps.add_to(*row, m_body, {_("1  What is not done yet"), _("2  Learners"), _("3  New classes")});
        return row;
    }

    void make_steps() {
        m_checks = new CheckList(m_body, m_session, [this](const std::string& page, classes::ClassId id) {
            m_asked_for = {page, std::to_string(static_cast<std::int64_t>(id))};
            CallAfter([this] { EndModal(wxID_OK); });
        });
        m_learners = new DecisionList(m_body, m_session, m_draft, [this](const auto& error) {
            if (error)
                complain(*error);
            else
                m_messages->dismiss();
        });
        m_classes = new NextClassList(m_body, m_session, m_draft, [this] { say_what_go_does(); });
    }

    wxSizer* make_buttons() {
        m_history = make_button("rollover.history", _("Years rolled over..."), [this] {
            if (!show_rollovers(this, m_session, m_search)) return;
            m_wrote = true;
            read();
        });
        m_back = make_button("rollover.back", _("Back"),
                             [this] { show_step(m_step == Step::classes ? Step::learners : Step::checks); });
        m_leave = make_button("rollover.leave", _("Cancel"), [this] { leave(); });
        m_next = make_button("rollover.next", _("Next"),
                             [this] { show_step(m_step == Step::checks ? Step::learners : Step::classes); });
        m_go = make_button("rollover.go", _("Roll over"), [this] { write(); });
        for (wxButton* primary : {m_next, m_go})
            widgets::dress(*primary, widgets::Part::primary_button);
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(m_history);
        row->AddStretchSpacer();
        for (wxButton* button : {m_back, m_leave})
            row->Add(button, 0, wxRIGHT, FromDIP(widgets::space::small));
        row->Add(m_next);
        row->Add(m_go);
        return row;
    }

    wxButton* make_button(std::string_view id, const wxString& label, std::function<void()> run) {
        return widgets::add_named_button(m_body, id, label, std::move(run));
    }

    void show_step(Step step) {
        m_step = step;
        m_steps.show(static_cast<std::size_t>(step));
        m_checks->Show(step == Step::checks);
        m_learners->Show(step == Step::learners);
        m_classes->Show(step == Step::classes || step == Step::done);
        m_year->Enable(step == Step::checks);
        m_where->Enable(step == Step::checks);
        m_history->Show(step == Step::checks || step == Step::done);
        m_back->Show(step == Step::learners || step == Step::classes);
        m_next->Show(step == Step::checks || step == Step::learners);
        m_go->Show(step == Step::classes);
        const wxString label = step == Step::done ? _("Close") : _("Cancel");
        m_leave->SetLabel(label);
        widgets::name_control(*m_leave, "rollover.leave", label);
        say_what_go_does();
        m_body->Layout();
        if (step == Step::learners) m_learners->show();
        if (step == Step::classes) m_classes->show();
        m_on_screen.StartOnce(screen_delay);
    }

    void say_what_go_does() {
        const auto learners = m_draft.plan.count(Decision::promote) + m_draft.plan.count(Decision::repeat);
        const wxString label =
            fill(wxPLURAL("Roll {1} learner over", "Roll {1} learners over", static_cast<unsigned>(learners)),
                 {widgets::number(learners)});
        m_go->SetLabel(label);
        widgets::name_control(*m_go, "rollover.go", label);
        m_body->Layout();
    }

    Scope scope() const {
        Scope scope{.year = m_years[static_cast<std::size_t>(m_year->GetSelection())]};
        if (const int chosen = m_where->GetSelection(); chosen > 0)
            scope.institution = m_institutions[static_cast<std::size_t>(chosen) - 1].id;
        return scope;
    }

    // Nothing is written before the last step.
    void read() {
        m_messages->dismiss();
        m_next->Disable();
        m_jobs->run(
            _("Reading the year's classes"),
            [this, scope = scope()](core::Progress& progress) -> widgets::JobRunner::Finish {
                auto end = std::make_shared<const YearEnd>(gather(m_session.database, scope, progress));
                return [this, end = std::move(end)] { show_year(end); };
            },
            [this](const core::Error& error) { complain(error); });
    }

    void show_year(std::shared_ptr<const YearEnd> end) {
        m_draft.end = std::move(end);
        const auto planned = m_draft.choose({});
        m_checks->show(m_draft);
        show_step(Step::checks);
        if (!planned)
            complain(planned.error());
        else if (m_draft.end->classes.empty())
            m_messages->tell(Tone::info, m_session.sentence(nothing()));
        else
            m_next->Enable();
        if (m_next->IsEnabled())
            m_next->SetFocus();
        else
            m_year->SetFocus();
    }

    core::Error nothing() const {
        const std::string year = m_draft.end->scope.year.to_text();
        if (m_draft.end->done.empty()) return core::Error{"rollover.nothing"}.with("year", year);
        return core::Error{"rollover.done-already"}
            .with("year", year)
            .with("classes", m_draft.end->done.front());
    }

    void write() {
        m_messages->dismiss();
        m_jobs->run(
            _("Rolling the year over"),
            [this, scope = scope(),
             choices = m_draft.choices](core::Progress& progress) -> widgets::JobRunner::Finish {
                storage::Transaction tx(m_session.database, m_session.actor);
                // Shared, because a whole office's learners are not copied in a moment.
                const auto done =
                    std::make_shared<const core::Expected<Done>>(roll_over(tx, scope, choices, progress));
                if (*done) tx.commit();
                return [this, done] { show_done(done); };
            },
            [this](const core::Error& error) { complain(error); });
    }

    void show_done(const std::shared_ptr<const core::Expected<Done>>& outcome) {
        if (!*outcome) {
            complain(outcome->error());
            return;
        }
        const Done& done = outcome->value();
        m_wrote = true;
        m_draft.end = {outcome, &done.end};
        m_draft.plan = done.plan;
        m_search.touched(done.learners);
        m_classes->close();
        m_classes->show();
        show_step(Step::done);
        const Summary summary{.year = m_draft.end->scope.year.to_text(),
                              .opened = static_cast<std::int64_t>(done.opened.size()),
                              .enrolled = done.enrolled};
        m_messages->tell(Tone::good, told(m_session, summary) + " " + counted(m_draft.plan));
        m_body->Layout();
        m_leave->SetFocus();
    }

    void complain(const core::Error& error) {
        m_messages->tell(Tone::bad, m_session.sentence(error));
        m_body->Layout();
    }

    void leave() {
        const Choices& chosen = m_draft.choices;
        const bool decided =
            !chosen.learners.empty() || !chosen.names.empty() || !chosen.opened_empty.empty();
        if (m_jobs->busy())
            m_jobs->cancel();
        else if (m_step == Step::done || !decided ||
                 widgets::ask(this, _("Leave without rolling over?"),
                              _("What you decided for learners and classes is forgotten."), _("Leave")))
            EndModal(wxID_CANCEL);
    }

    office::Session& m_session;
    learners::LearnerSearch& m_search;
    Draft m_draft;
    Step m_step = Step::checks;
    wxTimer m_on_screen;
    bool m_wrote = false;
    std::optional<std::pair<std::string, std::string>> m_asked_for;
    std::vector<core::SchoolYear> m_years;
    std::vector<institutions::Institution> m_institutions;
    wxPanel* m_body;
    widgets::JobPanel* m_jobs;
    widgets::MessageBar* m_messages;
    CheckList* m_checks = nullptr;
    DecisionList* m_learners = nullptr;
    NextClassList* m_classes = nullptr;
    widgets::StepLine m_steps;
    wxChoice* m_year = nullptr;
    wxChoice* m_where = nullptr;
    wxButton* m_history = nullptr;
    wxButton* m_back = nullptr;
    wxButton* m_leave = nullptr;
    wxButton* m_next = nullptr;
    wxButton* m_go = nullptr;
};

} // namespace

bool roll_year_over(wxWindow* parent, office::Session& session, learners::LearnerSearch& search) {
    bool wrote = false;
    std::optional<std::pair<std::string, std::string>> asked_for;
    {
        RolloverDialog dialog(parent, session, search);
        dialog.ShowModal();
        wrote = dialog.wrote();
        asked_for = dialog.asked_for();
    }
    if (asked_for) session.go(asked_for->first, asked_for->second);
    return wrote;
}

} // namespace rollover

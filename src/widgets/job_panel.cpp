// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/job_panel.hpp"

#include "core/clock.hpp"
#include "widgets/accessible.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/toplevel.h>
#include <wx/translation.h>

#include <chrono>

namespace widgets {

namespace {
constexpr int gauge_steps = 1000;
// A job that took no longer was watched.
constexpr std::chrono::seconds worth_a_call{5};

core::Moment now() {
    return core::SystemClock{}.now();
}

} // namespace

JobPanel::JobPanel(wxWindow* parent, wxWindow* guarded)
    : wxPanel(parent)
    , m_guarded(guarded)
    , m_title(new wxStaticText(this, wxID_ANY, wxString()))
    , m_count(new wxStaticText(this, wxID_ANY, wxString()))
    , m_gauge(new wxGauge(this, wxID_ANY, gauge_steps))
    , m_cancel(new wxButton(this, wxID_ANY, _("Cancel"))) {
    SetBackgroundColour(colour::paper);
    m_count->SetForegroundColour(colour::muted);
    name_control(*m_gauge, "job.progress", _("Progress"));
    name_control(*m_cancel, "job.cancel", _("Cancel"));
    m_cancel->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { cancel(); });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_title, 0, wxALIGN_CENTRE_VERTICAL | wxALL, FromDIP(space::medium));
    row->Add(m_gauge, 1, wxALIGN_CENTRE_VERTICAL | wxALL, FromDIP(space::medium));
    row->Add(m_count, 0, wxALIGN_CENTRE_VERTICAL | wxALL, FromDIP(space::medium));
    row->Add(m_cancel, 0, wxALIGN_CENTRE_VERTICAL | wxALL, FromDIP(space::small));
    SetSizer(row);
    Hide();
}

JobPanel::~JobPanel() {
    job_log().forget_panel(this);
}

void JobPanel::run(const wxString& title, JobRunner::Work work,
                   std::function<void(const core::Error&)> failed) {
    m_title->SetLabelText(title);
    m_count->SetLabelText(wxString());
    m_gauge->Pulse();
    m_cancel->Enable();
    // What had the keyboard gets it back: a search goes on where it was. Not what lies outside: a window
    // behind a dialog would come to the front.
    wxWindow* focus = wxWindow::FindFocus();
    m_had_keyboard = m_guarded->IsDescendant(focus) ? focus : nullptr;
    m_guarded->Disable();
    Show();
    GetParent()->Layout();
    GetParent()->Refresh(); // as MessageBar::show()
    m_stopping = false;
    const JobLog::Id job = job_log().begin({utf8(title), now(), this, [this] { cancel(); }});
    m_jobs.start(
        [this, job, work = std::move(work)](core::Progress& progress) -> JobRunner::Finish {
            JobRunner::Finish finish = work(progress);
            // The page is awake again before the result is shown, so that it can take the keyboard.
            return [this, job, finish = std::move(finish)] {
                rest();
                finish_job(job, m_stopping ? JobLog::State::stopped : JobLog::State::done, finish);
            };
        },
        {.progressed =
             [this, job](std::int64_t done, std::int64_t total) {
                 show_progress(done, total);
                 job_log().progressed(job, done, total);
             },
         .ended = {},
         .failed =
             [this, job, failed = std::move(failed)](const core::Error& error) {
                 rest();
                 finish_job(job, error.code == "cancelled" ? JobLog::State::stopped : JobLog::State::failed,
                            [&] {
                                if (failed) failed(error);
                            });
             }});
}

void JobPanel::finish_job(JobLog::Id job, JobLog::State state, const std::function<void()>& tell) {
    auto* window = dynamic_cast<wxTopLevelWindow*>(wxGetTopLevelParent(this));
    const wxWeakRef<wxTopLevelWindow> still(window);
    const bool away = window && !window->IsActive() && now() - job_log().find(job)->began > worth_a_call;
    if (away) window->RequestUserAttention(wxUSER_ATTENTION_INFO);
    // What a window tells while it takes the result is what came of the job. It may close the strip's own.
    job_log().ending(job, state, now());
    if (tell) tell();
    job_log().ended();
    // What a message told, a reader has said.
    const JobLog::Job* ended = job_log().find(job);
    // TRANSLATORS: a screen reader says it of a job: {1} is the job.
    if (ended && still && ended->result.empty()) announce(*still, fill(_("{1}: ended."), {wx(ended->title)}));
}

void JobPanel::rest() {
    Hide();
    m_guarded->Enable();
    GetParent()->Layout();
    GetParent()->Refresh();
    if (wxWindow* window = m_had_keyboard) window->SetFocus();
    m_had_keyboard = nullptr;
}

void JobPanel::cancel() {
    m_cancel->Disable();
    m_stopping = true;
    m_title->SetLabelText(_("Stopping..."));
    m_jobs.cancel();
}

void JobPanel::show_progress(std::int64_t done, std::int64_t total) {
    if (total <= 0) {
        m_gauge->Pulse();
        m_count->SetLabelText(number(done));
    } else {
        m_gauge->SetValue(static_cast<int>(done * gauge_steps / total));
        // TRANSLATORS: progress of a job; both are numbers.
        m_count->SetLabelText(fill(_("{1} of {2}"), {number(done), number(total)}));
    }
    Layout();
}

} // namespace widgets

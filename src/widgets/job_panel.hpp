// SPDX-License-Identifier: GPL-3.0-or-later
// The strip at the window's foot that shows a running job: what, how far, and Cancel. What ran in any strip
// is kept in the log of jobs (job_log.hpp).
#pragma once

#include "widgets/job_log.hpp"
#include "widgets/job_runner.hpp"

#include <wx/panel.h>
#include <wx/weakref.h>

class wxButton;
class wxGauge;
class wxStaticText;

namespace widgets {

class JobPanel : public wxPanel {
  public:
    // While a job runs, `guarded` takes no input: the job owns the office file, and a page must not read it
    // half-written.
    JobPanel(wxWindow* parent, wxWindow* guarded);
    ~JobPanel() override;

    // Runs `work` in the background under the name `title`; `failed` as in JobRunner::Observer.
    void run(const wxString& title, JobRunner::Work work, std::function<void(const core::Error&)> failed);
    bool busy() const { return m_jobs.busy(); }
    void cancel();

  private:
    void show_progress(std::int64_t done, std::int64_t total);
    void rest();
    void finish_job(JobLog::Id job, JobLog::State state, const std::function<void()>& tell);
    wxWindow* m_guarded;
    wxWindowRef m_had_keyboard; // empty once that window is gone
    wxStaticText* m_title;
    wxStaticText* m_count;
    wxGauge* m_gauge;
    wxButton* m_cancel;
    bool m_stopping = false;
    JobRunner m_jobs; // last: its destructor waits for the job before the controls go
};

} // namespace widgets

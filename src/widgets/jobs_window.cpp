// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs_window.hpp"

#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/job_log.hpp"
#include "widgets/show_in_folder.hpp"
#include "widgets/text.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/translation.h>
#include <wx/weakref.h>

#include <chrono>

namespace widgets {

namespace {

class JobsWindow final : public wxDialog {
  public:
    explicit JobsWindow(wxWindow* parent)
        : wxDialog(parent, wxID_ANY, _("Jobs of this sitting"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
        SetName("jobs");
        SetBackgroundColour(colour::paper);
        m_list = new DataList(this, "jobs.list", _("Jobs of this sitting"),
                              {{.title = _("Job"), .width = 220, .grows = true},
                               // TRANSLATORS: heading: when a job began.
                               {.title = _("Began"), .width = 130},
                               // TRANSLATORS: heading: how long a job took.
                               {.title = _("Took"), .width = 90, .right = true},
                               {.title = _("State"), .width = 130},
                               // TRANSLATORS: heading: what came of a job.
                               {.title = _("Result"), .width = 320, .grows = true}});
        m_list->say_when_empty(_("Nothing has run yet. Imports, papers, returns and backups are listed here "
                                 "while they run and when they have ended."));
        m_list->on_select([this] { allow(); });
        m_list->on_open([this](std::size_t) {
            if (const auto* job = chosen(); job && !job->file.empty()) open_file(job->file);
        });
        m_words = new wxStaticText(this, wxID_ANY, wxString());
        m_words->SetForegroundColour(colour::muted);
        auto* foot = new wxBoxSizer(wxHORIZONTAL);
        const auto add = [&](const char* id, const wxString& label, std::function<void()> run) {
            wxButton* button = add_named_button(this, id, label, std::move(run));
            foot->Add(button, 0, wxLEFT, FromDIP(space::small));
            return button;
        };
        m_cancel = add("jobs.cancel", _("Cancel the job"), [this] {
            if (const auto* job = chosen(); job && job->cancel) job->cancel();
        });
        foot->InsertStretchSpacer(0);
        m_open = add("jobs.open", _("Open the file"), [this] {
            if (const auto* job = chosen()) open_file(job->file);
        });
        m_folder = add("jobs.folder", _("Show in folder"), [this] {
            if (const auto* job = chosen()) show_in_folder(job->file);
        });
        wxButton* close = add("jobs.close", _("Close"), [this] { Close(); });
        close->SetDefault();
        SetEscapeId(close->GetId());
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_list, 1, wxEXPAND | wxALL, FromDIP(space::large));
        rows->Add(m_words, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::large));
        rows->Add(foot, 0, wxEXPAND | wxALL, FromDIP(space::large));
        SetSizer(rows);
        size_to_screen(*this, 1000, 480);
        on_leaving(*this, [this] { Destroy(); });
        job_log().watch([this] { show(); });
        show();
        if (!m_ids.empty()) m_list->select(0);
        CallAfter([this] { m_list->focus_list(); });
    }
    ~JobsWindow() override { job_log().watch({}); }

  private:
    void show() {
        const auto jobs = job_log().jobs();
        std::vector<JobLog::Id> ids;
        for (const auto* job : jobs)
            ids.push_back(job->id);
        if (ids == m_ids) {
            for (std::size_t row = 0; row < m_ids.size(); ++row)
                if (job_log().find(m_ids[row])->state == JobLog::State::running || row < changed_rows)
                    m_list->row_changed(row);
            return allow();
        }
        const auto* before = chosen();
        const auto keep = before ? std::optional(before->id) : std::nullopt;
        m_ids = std::move(ids);
        m_list->set_rows(m_ids.size(),
                         [this](std::size_t row, std::size_t column) { return cell(row, column); });
        for (std::size_t row = 0; row < m_ids.size() && keep; ++row)
            if (m_ids[row] == *keep) m_list->select(row);
        allow();
    }

    Cell cell(std::size_t row, std::size_t column) const {
        const auto* job = job_log().find(m_ids[row]);
        if (!job) return {};
        switch (column) {
        case 0:
            return {wx(job->title)};
        case 1:
            return {shown(job->began)};
        case 2:
            return {took(*job), Tone::muted};
        case 3:
            return state_of(*job);
        default:
            return {wx(job->result), job->state == JobLog::State::failed ? Tone::bad : Tone::plain};
        }
    }

    static wxString took(const JobLog::Job& job) {
        if (!job.ended) return {};
        const auto tenths =
            std::chrono::duration_cast<std::chrono::milliseconds>(*job.ended - job.began).count() / 100;
        // TRANSLATORS: how long a job took, in seconds.
        return fill(_("{1} s"), {figure(wxString::Format("%lld.%lld", static_cast<long long>(tenths / 10),
                                                         static_cast<long long>(tenths % 10)))});
    }

    static Cell state_of(const JobLog::Job& job) {
        switch (job.state) {
        case JobLog::State::running:
            if (job.total > 0)
                return {fill(_("{1} of {2}"), {number(job.reached), number(job.total)}), Tone::info};
            // TRANSLATORS: the state of a job.
            return {_("Running"), Tone::info};
        case JobLog::State::done:
            // TRANSLATORS: the state of a job.
            return {_("Finished"), Tone::good};
        case JobLog::State::failed:
            // TRANSLATORS: the state of a job: it could not be done.
            return {_("Not done"), Tone::bad};
        case JobLog::State::stopped:
            break;
        }
        // TRANSLATORS: the state of a job: the person cancelled it.
        return {_("Stopped"), Tone::warning};
    }

    const JobLog::Job* chosen() const {
        const auto row = m_list->selected();
        return row && *row < m_ids.size() ? job_log().find(m_ids[*row]) : nullptr;
    }

    void allow() {
        const auto* job = chosen();
        m_cancel->Enable(job && job->cancel);
        m_open->Enable(job && !job->file.empty());
        m_folder->Enable(job && !job->file.empty());
        const wxString words = job ? wx(job->result) : wxString();
        if (m_words->GetLabelText() != words) {
            m_words->SetLabelText(words);
            m_words->Wrap(GetClientSize().x - FromDIP(2 * space::large));
            Layout();
        }
    }

    // Those that may have just ended.
    static constexpr std::size_t changed_rows = 20;
    std::vector<JobLog::Id> m_ids;
    DataList* m_list;
    wxStaticText* m_words;
    wxButton* m_cancel;
    wxButton* m_open;
    wxButton* m_folder;
};

} // namespace

void show_jobs(wxWindow* parent) {
    static wxWeakRef<JobsWindow> open;
    if (open) return open->Raise();
    open = new JobsWindow(parent);
    open->Show();
}

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// Lays papers out in the background and shows them; writes lists and tells where they lie.
#pragma once

#include "attendance/list_workbook.hpp"
#include "attendance/ui/paper_dialog.hpp"
#include "widgets/job_panel.hpp"
#include "widgets/message_bar.hpp"

namespace attendance {

// How a window runs a job, and where it tells what came of it.
struct Worker {
    std::function<void(const wxString& title, widgets::JobRunner::Work work)> run;
    widgets::MessageBar* messages = nullptr;
    wxWindow* parent = nullptr; // over which the papers are shown
};
Worker worker_of(wxWindow* parent, widgets::JobPanel& jobs, widgets::MessageBar& messages,
                 const office::Session& session);

// To be printed or saved as PDF.
void show_papers(const Worker& worker, const office::Session& session, const PaperWish& wish);

// Asks for the file first.
void save_list(wxWindow* parent, const Worker& worker, const office::Session& session, Period period,
               const ListSheet& sheet);

// Asks which paper of the learner's, and shows it; what a page's command does.
void show_learner_paper(wxWindow* parent, const Worker& worker, const office::Session& session,
                        learners::LearnerId learner);

} // namespace attendance

// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/saving.hpp"

#include "widgets/text.hpp"

#include <wx/filedlg.h>
#include <wx/stdpaths.h>
#include <wx/translation.h>
#include <wx/utils.h>

namespace attendance {
namespace {

using widgets::Tone;

documents::Fonts load_fonts() {
    const auto program = widgets::path_of(wxStandardPaths::Get().GetExecutablePath());
    return documents::Fonts::load(documents::font_folders(program.parent_path()));
}

core::Expected<void> write(const storage::Database& database, const PaperWish& wish,
                           core::Progress& progress) {
    std::vector<AttendancePaper> papers;
    for (const PaperOf& of : wish.papers) {
        if (progress.cancelled()) throw core::WorldFailure{{"cancelled"}};
        auto paper = load_paper(database, of, wish.period);
        if (!paper) return core::fail(paper.error());
        papers.push_back(*std::move(paper));
    }
    return write_papers(wish.file, papers, wish.kind, wish.dated, load_fonts(), progress);
}

void tell_saved(widgets::MessageBar& messages, const office::Session& session,
                const core::Expected<void>& written, const std::filesystem::path& file) {
    if (!written) {
        messages.tell(Tone::bad, session.sentence(written.error()));
        return;
    }
    // The system's own viewer prints it.
    messages.tell(Tone::good, widgets::fill(_("Saved as {1}."), {widgets::wx_path(file)}), _("Open the file"),
                  [file] { wxLaunchDefaultApplication(widgets::wx_path(file)); });
}

} // namespace

Worker worker_of(widgets::JobPanel& jobs, widgets::MessageBar& messages, const office::Session& session) {
    return {[&jobs, &messages, &session](const wxString& title, widgets::JobRunner::Work work) {
                jobs.run(title, std::move(work), [&messages, &session](const core::Error& error) {
                    if (error.code != "cancelled") messages.tell(Tone::bad, session.sentence(error));
                });
            },
            &messages};
}

void save_papers(const Worker& worker, const office::Session& session, const PaperWish& wish) {
    worker.run(
        _("Writing the papers"),
        [&session, messages = worker.messages, wish](core::Progress& progress) -> widgets::JobRunner::Finish {
            auto written = write(session.database, wish, progress);
            return [&session, messages, file = wish.file, written = std::move(written)] {
                tell_saved(*messages, session, written, file);
            };
        });
}

void save_list(wxWindow* parent, const Worker& worker, const office::Session& session, Period period,
               const ListSheet& sheet) {
    wxFileDialog dialog(parent, _("Save as workbook"), wxStandardPaths::Get().GetDocumentsDir(),
                        widgets::wx(sheet.title) + ".xlsx", _("Workbook (*.xlsx)|*.xlsx"),
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK) return;
    auto file = widgets::path_of(dialog.GetPath());
    if (file.extension() != ".xlsx") file += ".xlsx";
    worker.run(_("Writing the workbook"),
               [&session, messages = worker.messages, file, period,
                sheet](core::Progress&) -> widgets::JobRunner::Finish {
                   auto written = write_list(file, session.database, period, sheet);
                   return [&session, messages, file, written = std::move(written)] {
                       tell_saved(*messages, session, written, file);
                   };
               });
}

void save_learner_paper(wxWindow* parent, const Worker& worker, const office::Session& session,
                        learners::LearnerId learner) {
    if (const auto wish = ask_learner_paper(parent, session, learner)) save_papers(worker, session, *wish);
}

} // namespace attendance

// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/saving.hpp"

#include "documents/ui/paper_preview.hpp"
#include "documents/ui/program_fonts.hpp"
#include "widgets/saved_file.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

namespace attendance {
namespace {

using widgets::Tone;

core::Expected<LaidOut> lay_out(const storage::Database& database, const PaperWish& wish,
                                core::Progress& progress) {
    std::vector<AttendancePaper> papers;
    for (const PaperOf& of : wish.papers) {
        if (progress.cancelled()) throw core::WorldFailure{{"cancelled"}};
        auto paper = load_paper(database, of, wish.period);
        if (!paper) return core::fail(paper.error());
        papers.push_back(*std::move(paper));
    }
    return lay_out_papers(papers, wish.kind, wish.dated, documents::load_program_fonts(), progress);
}

void tell_saved(widgets::MessageBar& messages, const office::Session& session,
                const core::Expected<void>& written, const std::filesystem::path& file) {
    if (!written) {
        messages.tell(Tone::bad, session.sentence(written.error()));
        return;
    }
    messages.tell_file(widgets::fill(_("Saved as {1}."), {widgets::wx_path(file)}), file);
}

} // namespace

Worker worker_of(wxWindow* parent, widgets::JobPanel& jobs, widgets::MessageBar& messages,
                 const office::Session& session) {
    return {[&jobs, &messages, &session](const wxString& title, widgets::JobRunner::Work work) {
                jobs.run(title, std::move(work), [&messages, &session](const core::Error& error) {
                    if (error.code != "cancelled") messages.tell(Tone::bad, session.sentence(error));
                });
            },
            &messages, parent};
}

void show_papers(const Worker& worker, const office::Session& session, const PaperWish& wish) {
    worker.run(_("Preparing the pages"),
               [&session, worker, wish](core::Progress& progress) -> widgets::JobRunner::Finish {
                   auto laid = lay_out(session.database, wish, progress);
                   return [&session, worker, wish, laid = std::move(laid)] {
                       if (!laid) return worker.messages->tell(Tone::bad, session.sentence(laid.error()));
                       documents::show_paper(
                           worker.parent,
                           {.title = wish.kind == PaperKind::letter ? _("Letters to guardians")
                                                                    : _("Statements of attendance"),
                            .pages = laid->pages,
                            .facts = laid->facts,
                            .file = wish.file,
                            .kind = wish.kind == PaperKind::letter ? "letters" : "statements",
                            .sentence = session.sentence});
                   };
               });
}

void save_list(wxWindow* parent, const Worker& worker, const office::Session& session, Period period,
               const ListSheet& sheet) {
    const auto chosen = widgets::ask_save(parent, _("Save as workbook"), widgets::wx(sheet.title), ".xlsx",
                                          _("Workbook (*.xlsx)|*.xlsx"));
    if (!chosen) return;
    const std::filesystem::path file = *chosen;
    worker.run(_("Writing the workbook"),
               [&session, messages = worker.messages, file, period,
                sheet](core::Progress&) -> widgets::JobRunner::Finish {
                   auto written = write_list(file, session.database, period, sheet);
                   return [&session, messages, file, written = std::move(written)] {
                       tell_saved(*messages, session, written, file);
                   };
               });
}

void show_learner_paper(wxWindow* parent, const Worker& worker, const office::Session& session,
                        learners::LearnerId learner) {
    if (const auto wish = ask_learner_paper(parent, session, learner)) show_papers(worker, session, *wish);
}

} // namespace attendance

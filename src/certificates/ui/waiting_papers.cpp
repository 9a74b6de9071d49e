// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/waiting_papers.hpp"

#include "certificates/ui/issue_work.hpp"
#include "certificates/waiting_files.hpp"
#include "documents/ui/program_fonts.hpp"
#include "widgets/text.hpp"

#include <wx/dirdlg.h>

namespace certificates {
namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

// The folder they were to stand in is offered; a stick that is gone asks for another.
void write_papers(office::Session& session, widgets::Page& page, const std::filesystem::path& folder) {
    wxDirDialog place(wxGetTopLevelParent(&page), _("The folder for the certificates"),
                      widgets::wx_path(folder));
    if (place.ShowModal() != wxID_OK) return;
    session.run_job(_("Writing certificates"),
                    [&session, &page, to = widgets::path_of(place.GetPath())](
                        core::Progress& progress) -> widgets::JobRunner::Finish {
                        const auto written =
                            finish_files(session.database, documents::load_program_fonts(), to, progress);
                        return [&session, &page, to, written] {
                            if (!written)
                                return page.messages().tell(Tone::bad, session.sentence(written.error()));
                            page.messages().tell_file(fill(_("{1} files were written."),
                                                           {number(static_cast<long long>(written->size()))}),
                                                      to);
                        };
                    });
}

} // namespace

void tell_waiting_papers(office::Session& session, widgets::Page& page) {
    const auto waiting = load_waiting_files(session.database);
    if (waiting.empty()) return;
    std::size_t certificates = 0;
    for (const WaitingFile& one : waiting)
        certificates += one.certificates.size();
    page.messages().tell(Tone::warning,
                         fill(_("{1} certificates are issued, and their files were not written to the end."),
                              {number(static_cast<long long>(certificates))}),
                         _("Write the files..."),
                         [&session, &page, folder = waiting.front().file.parent_path()] {
                             write_papers(session, page, folder);
                         });
}

} // namespace certificates

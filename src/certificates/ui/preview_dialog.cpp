// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/preview_dialog.hpp"

#include "certificates/issue.hpp"
#include "certificates/ui/issue_work.hpp"
#include "documents/ui/paper_preview.hpp"
#include "documents/ui/program_fonts.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

namespace certificates {

void show_page(wxWindow* parent, const office::Session& session, const wxString& title, const wxString& note,
               const documents::Page& page) {
    documents::show_paper(parent, {.title = title,
                                   .note = note,
                                   .pages = {page},
                                   .file = title,
                                   .only_to_look = true,
                                   .kind = "preview",
                                   .sentence = session.sentence});
}

void show_preview(wxWindow* parent, const office::Session& session, classes::ClassId class_id,
                  const Candidate& candidate) {
    const wxString name = office::shown_name(session, candidate.learner);
    const wxString note = candidate.serial || candidate.eligible()
                              ? _("A preview: without serial number and code it is not a certificate.")
                              : _("A preview only: as things stand, this learner may not be awarded.");
    // Reading the fonts and setting the text takes longer than a click may.
    session.run_job(
        _("Drawing the certificate"),
        [parent, &session, class_id, name, note,
         enrolment = candidate.learner.enrolment.id](core::Progress&) -> widgets::JobRunner::Finish {
            const auto page =
                preview_page(session.database, class_id, enrolment, documents::load_program_fonts());
            return [parent, &session, name, note, page] {
                if (page)
                    show_page(parent, session, widgets::fill(_("Certificate of {1}"), {name}), note, *page);
                else
                    widgets::tell(parent, _("The certificate cannot be drawn"),
                                  session.sentence(page.error()));
            };
        });
}

} // namespace certificates

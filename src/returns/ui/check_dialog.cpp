// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/check_dialog.hpp"

#include "returns/return_check.hpp"
#include "returns/ui/finding_list.hpp"
#include "returns/ui/return_labels.hpp"
#include "widgets/accessible.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

#include <memory>

namespace returns {

namespace {

using widgets::fill;
using widgets::space::large;

wxString meaning(const office::Session& session, const CheckedReturn& checked) {
    const CheckedFile& file = checked.file;
    switch (file.verdict) {
    case FileVerdict::verified:
        return checked.signer_known
                   ? _("Every value is as the office signed it.")
                   : _("Every value is as it was signed; the office's key was not known here before.");
    case FileVerdict::edited:
        return fill(_("Cells changed after the office signed it: {1}."),
                    {widgets::number(static_cast<long long>(file.cells.size()))});
    case FileVerdict::unsigned_file:
        return _(
            "It carries no signature: it is not a return that Srok built, or its last sheet was removed.");
    case FileVerdict::wrong_key:
        return _(
            "It was signed with another key than this office is known by. Ask the office before using it.");
    case FileVerdict::damaged:
        return file.damage ? session.sentence(*file.damage) : _("Its signature cannot be read.");
    }
    return {};
}

class CheckDialog final : public wxDialog {
  public:
    CheckDialog(wxWindow* parent, const office::Session& session, const wxString& name,
                const CheckedReturn& checked)
        : wxDialog(parent, wxID_ANY, name, wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
        SetName("check");
        SetBackgroundColour(widgets::colour::paper);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(make_verdict(session, checked), 0, wxEXPAND);
        auto* list = new FindingList(this, "check.list", _("Edited cells and findings"), true);
        list->SetMinSize(widgets::text_room(*this, 760, 300));
        list->show(lines_of(session, checked.file.cells, checked.findings));
        rows->Add(list, 1, wxEXPAND | wxALL, FromDIP(large));
        auto* close = new wxButton(this, wxID_ANY, _("Close"));
        widgets::name_control(*close, "check.close", _("Close"));
        widgets::dress(*close, widgets::Part::primary_button);
        close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { EndModal(wxID_OK); });
        close->SetDefault();
        SetEscapeId(close->GetId());
        rows->Add(close, 0, wxALIGN_RIGHT | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(large));
        SetSizerAndFit(rows);
        CentreOnParent();
    }

  private:
    wxWindow* make_verdict(const office::Session& session, const CheckedReturn& checked) {
        const widgets::Tone tone = verdict_tone(checked.file.verdict);
        auto* card = new wxPanel(this);
        card->SetBackgroundColour(widgets::tint_of(tone));
        auto* verdict = new wxStaticText(card, wxID_ANY, verdict_word(checked.file.verdict),
                                         wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
        verdict->SetFont(widgets::title_font(*this));
        verdict->SetForegroundColour(widgets::ink_of(tone));
        widgets::name_control(*verdict, "check.verdict", verdict_word(checked.file.verdict));
        auto* words = new wxStaticText(card, wxID_ANY, meaning(session, checked));
        words->Wrap(widgets::text_room(*this, 740));
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(verdict, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(large));
        if (checked.file.canonical) {
            const ReturnHead& head = checked.file.canonical->head;
            const bool khmer = session.language == widgets::Language::khmer;
            // TRANSLATORS: a return: {1} the office, {2} the month, {3} the version's number.
            auto* facts = new wxStaticText(
                card, wxID_ANY,
                fill(_("{1}, {2}, version {3}"), {widgets::wx(khmer ? head.office_name_km : head.office_name),
                                                  period_words(head.period), widgets::number(head.version)}));
            rows->Add(facts, 0, wxLEFT | wxRIGHT, FromDIP(large));
        }
        rows->Add(words, 0, wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(large));
        card->SetSizer(rows);
        return card;
    }
};

} // namespace

void check_chosen_file(widgets::Page* page, office::Session& session) {
    wxFileDialog dialog(page, _("The return to check"), wxStandardPaths::Get().GetDocumentsDir(), wxString(),
                        _("Excel workbooks") + " (*.xlsx)|*.xlsx", wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() != wxID_OK) return;
    session.run_job(
        _("Checking the return"),
        [page, &session,
         file = widgets::path_of(dialog.GetPath())](core::Progress& progress) -> widgets::JobRunner::Finish {
            const auto checked = std::make_shared<core::Expected<CheckedReturn>>(
                check_return(session.database, file, progress));
            return [page, &session, file, checked] {
                page->messages().dismiss();
                if (*checked)
                    CheckDialog(page, session, widgets::wx_path(file.filename()), **checked).ShowModal();
                else
                    page->messages().tell(widgets::Tone::bad, session.sentence(checked->error()));
            };
        });
}

} // namespace returns

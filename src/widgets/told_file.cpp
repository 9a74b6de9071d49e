// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/told_file.hpp"

#include "widgets/form.hpp"
#include "widgets/job_dialog.hpp"
#include "widgets/page.hpp"

#include <wx/sizer.h>
#include <wx/translation.h>

namespace widgets {

namespace {

MessageBar* bar_beside(wxWindow* window) {
    for (wxWindow* child : window->GetChildren())
        if (auto* bar = dynamic_cast<MessageBar*>(child)) return bar;
    return nullptr;
}

} // namespace

MessageBar* bar_of(wxWindow* window) {
    for (wxWindow* above = window; above; above = above->GetParent()) {
        if (auto* page = dynamic_cast<Page*>(above)) return &page->messages();
        if (auto* jobs = dynamic_cast<JobDialog*>(above)) return &jobs->messages();
        if (auto* form = dynamic_cast<FormDialog*>(above)) return &form->bar();
        if (MessageBar* bar = bar_beside(above)) return bar;
        if (above->IsTopLevel()) return nullptr;
    }
    return nullptr;
}

void tell_near(wxWindow* window, Tone tone, const wxString& sentence) {
    if (MessageBar* bar = bar_of(window))
        bar->tell(tone, sentence);
    else
        tell(window, tone == Tone::bad || tone == Tone::warning ? _("This could not be done") : _("Done"),
             sentence);
}

void tell_file_near(wxWindow* window, const wxString& sentence, const std::filesystem::path& file) {
    if (MessageBar* bar = bar_of(window)) return bar->tell_file(sentence, file);
    wxDialog dialog(wxGetTopLevelParent(window), wxID_ANY, _("Done"), wxDefaultPosition, wxDefaultSize,
                    wxDEFAULT_DIALOG_STYLE);
    dialog.SetName("file-made");
    auto* bar = new MessageBar(&dialog);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(bar, 1, wxEXPAND);
    dialog.SetSizer(rows);
    dialog.SetClientSize(dialog.FromDIP(wxSize(720, 72)));
    dialog.CentreOnParent();
    dialog.SetEscapeId(wxID_CANCEL);
    dialog.Bind(wxEVT_CHAR_HOOK, [&dialog](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE)
            dialog.EndModal(wxID_CANCEL);
        else
            event.Skip();
    });
    bar->on_close([&dialog] { dialog.EndModal(wxID_CANCEL); });
    bar->tell_file(sentence, file);
    dialog.ShowModal();
}

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/refusals_dialog.hpp"

#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>

namespace attendance {
namespace {

wxString learner_of(const office::Session& session, const Register& shown, const BlockRefusal& refusal) {
    return refusal.at ? office::shown_name(session, shown.rows[refusal.at->row].learner) : wxString{};
}

wxString day_of(const Register& shown, const BlockRefusal& refusal) {
    return refusal.at ? widgets::shown(shown.day(refusal.at->day)) : wxString{};
}

} // namespace

wxString refusal_sentence(const office::Session& session, const Register& shown,
                          const BlockRefusal& refusal) {
    const wxString why = session.sentence(refusal.why);
    if (!refusal.at) return why;
    // TRANSLATORS: {1} is a learner, {2} a day, {3} the sentence that says what is wrong there
    return widgets::fill(_("{1}, {2}: {3}"),
                         {learner_of(session, shown, refusal), day_of(shown, refusal), why});
}

void show_refusals(wxWindow* parent, const office::Session& session, const Register& shown,
                   const std::vector<BlockRefusal>& refused) {
    const wxString title = _("What could not be pasted");
    wxDialog dialog(parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize,
                    wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
    dialog.SetName("refusals");
    dialog.SetBackgroundColour(widgets::colour::ground);
    auto* list = new widgets::DataList(&dialog, "refusals.list", title,
                                       {{.title = _("Learner"), .width = 180},
                                        {.title = _("Day"), .width = 100},
                                        {.title = _("Reason"), .width = 460, .grows = true}});
    list->set_rows(refused.size(), [&](std::size_t row, std::size_t column) -> widgets::Cell {
        if (column == 0) return {learner_of(session, shown, refused[row])};
        if (column == 1) return {day_of(shown, refused[row])};
        return {session.sentence(refused[row].why), widgets::Tone::bad};
    });
    auto* close = new wxButton(&dialog, wxID_ANY, _("Close"));
    widgets::name_control(*close, "refusals.close", _("Close"));
    close->Bind(wxEVT_BUTTON, [&](wxCommandEvent&) { dialog.EndModal(wxID_CLOSE); });
    dialog.SetEscapeId(close->GetId());
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(list, 1, wxEXPAND | wxALL, dialog.FromDIP(widgets::space::medium));
    rows->Add(close, 0, wxALIGN_RIGHT | wxLEFT | wxRIGHT | wxBOTTOM, dialog.FromDIP(widgets::space::medium));
    dialog.SetSizer(rows);
    dialog.SetSize(widgets::text_room(dialog, 860, 420));
    dialog.CentreOnParent();
    list->focus_list();
    dialog.ShowModal();
}

} // namespace attendance

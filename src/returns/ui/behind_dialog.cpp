// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/behind_dialog.hpp"

#include "learners/learner_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>

#include <algorithm>

namespace returns {

void show_behind(wxWindow* parent, office::Session& session, const wxString& title,
                 const std::set<learners::LearnerId>& people) {
    std::vector<learners::Learner> rows;
    for (const learners::LearnerId one : people)
        rows.push_back(learners::load_learner(session.database, one));
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    wxDialog dialog(parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize,
                    wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
    dialog.SetName("returns.behind");
    dialog.SetBackgroundColour(widgets::colour::ground);
    auto* list = new widgets::DataList(&dialog, "returns.behind-list", title,
                                       {{.title = _("Number"), .width = 140},
                                        {.title = _("Name"), .width = 220, .grows = true},
                                        {.title = _("In Latin letters"), .width = 200},
                                        {.title = _("Sex"), .width = 80},
                                        {.title = _("Born"), .width = 120}});
    list->say_when_empty(_("Nobody stands behind this figure."));
    list->set_rows(rows.size(), [&](std::size_t row, std::size_t column) -> widgets::Cell {
        const learners::Learner& one = rows[row];
        switch (column) {
        case 0:
            return {widgets::wx(one.number)};
        case 1:
            return {widgets::wx(one.name_km.empty() ? one.name : one.name_km)};
        case 2:
            return {widgets::wx(one.name)};
        case 3:
            return {one.sex == core::Sex::female ? _("Female") : _("Male")};
        default:
            return {one.born ? widgets::shown(*one.born) : wxString()};
        }
    });
    std::optional<std::string> opened;
    const auto open = [&](std::size_t row) {
        opened = std::to_string(static_cast<std::int64_t>(rows[row].id));
        dialog.EndModal(wxID_OK);
    };
    list->on_open(open);
    auto* learner = widgets::add_named_button(&dialog, "returns.behind-open", _("&Open the learner"), [&] {
        if (const auto row = list->selected()) open(*row);
    });
    learner->Enable(!rows.empty());
    auto* close = new wxButton(&dialog, wxID_ANY, _("Close"));
    widgets::name_control(*close, "returns.behind-close", _("Close"));
    close->Bind(wxEVT_BUTTON, [&](wxCommandEvent&) { dialog.EndModal(wxID_CLOSE); });
    dialog.SetEscapeId(close->GetId());
    const int gap = dialog.FromDIP(widgets::space::medium);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(learner, 0, wxRIGHT, gap);
    buttons->Add(close);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(list, 1, wxEXPAND | wxALL, gap);
    all->Add(buttons, 0, wxALIGN_RIGHT | wxLEFT | wxRIGHT | wxBOTTOM, gap);
    dialog.SetSizer(all);
    dialog.SetSize(dialog.FromDIP(wxSize(880, 480)));
    dialog.CentreOnParent();
    if (!rows.empty()) list->select(0);
    dialog.CallAfter([list] { list->focus_list(); });
    if (dialog.ShowModal() == wxID_OK && opened) session.go("learners", *opened);
}

} // namespace returns

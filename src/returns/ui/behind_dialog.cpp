// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/behind_dialog.hpp"

#include "learners/learner_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>

#include <algorithm>

namespace returns {

namespace {

// One line of the list: what is told of a person, in the order of the columns.
using Line = std::vector<wxString>;

// A day as everywhere on the screen; what a sent return holds otherwise stays as it is.
wxString readable(const std::string& sent) {
    const auto day = core::partial_date_from_text(sent);
    return day ? widgets::shown(*day) : widgets::wx(sent);
}

// The list in a window of its own; the line that the person opens, where that can be.
std::optional<std::size_t> show_lines(wxWindow* parent, const wxString& title,
                                      std::vector<widgets::Column> columns, const std::vector<Line>& lines,
                                      bool may_open) {
    wxDialog dialog(parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize,
                    wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
    dialog.SetName("returns.behind");
    dialog.SetBackgroundColour(widgets::colour::ground);
    auto* list = new widgets::DataList(&dialog, "returns.behind-list", title, std::move(columns));
    list->say_when_empty(_("Nobody stands behind this figure."));
    list->set_rows(lines.size(), [&](std::size_t row, std::size_t column) -> widgets::Cell {
        return {lines[row][column]};
    });
    std::optional<std::size_t> opened;
    const auto open = [&](std::size_t row) {
        opened = row;
        dialog.EndModal(wxID_OK);
    };
    const int gap = dialog.FromDIP(widgets::space::medium);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    if (may_open) {
        list->on_open(open);
        auto* learner =
            widgets::add_named_button(&dialog, "returns.behind-open", _("&Open the learner"), [&] {
                if (const auto row = list->selected()) open(*row);
            });
        learner->Enable(!lines.empty());
        buttons->Add(learner, 0, wxRIGHT, gap);
    }
    auto* close = new wxButton(&dialog, wxID_ANY, _("Close"));
    widgets::name_control(*close, "returns.behind-close", _("Close"));
    close->Bind(wxEVT_BUTTON, [&](wxCommandEvent&) { dialog.EndModal(wxID_CLOSE); });
    dialog.SetEscapeId(close->GetId());
    buttons->Add(close);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(list, 1, wxEXPAND | wxALL, gap);
    all->Add(buttons, 0, wxALIGN_RIGHT | wxLEFT | wxRIGHT | wxBOTTOM, gap);
    dialog.SetSizer(all);
    dialog.SetSize(widgets::text_room(dialog, may_open ? 880 : 1080, 480));
    dialog.CentreOnParent();
    if (!lines.empty()) list->select(0);
    dialog.CallAfter([list] { list->focus_list(); });
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return opened;
}

} // namespace

void show_behind(wxWindow* parent, office::Session& session, const wxString& title,
                 const std::set<learners::LearnerId>& people) {
    std::vector<learners::Learner> rows;
    for (const learners::LearnerId one : people)
        rows.push_back(learners::load_learner(session.database, one));
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    std::vector<Line> lines;
    for (const learners::Learner& one : rows)
        lines.push_back({widgets::wx(one.number), widgets::wx(one.name_km.empty() ? one.name : one.name_km),
                         widgets::wx(one.name), one.sex == core::Sex::female ? _("Female") : _("Male"),
                         one.born ? widgets::shown(*one.born) : wxString()});
    const auto opened = show_lines(parent, title,
                                   {{.title = _("Number"), .width = 140},
                                    {.title = _("Name"), .width = 220, .grows = true},
                                    {.title = _("In Latin letters"), .width = 200},
                                    {.title = _("Sex"), .width = 80},
                                    {.title = _("Born"), .width = 120}},
                                   lines, true);
    if (opened) session.go("learners", std::to_string(static_cast<std::int64_t>(rows[*opened].id)));
}

void show_sent_lines(wxWindow* parent, const wxString& title, const std::vector<SentLine>& sent) {
    std::vector<Line> lines;
    for (const SentLine& one : sent)
        lines.push_back({widgets::wx(one.number), widgets::wx(one.name_km), widgets::wx(one.name),
                         widgets::wx(one.sex), readable(one.born), widgets::wx(one.class_name),
                         readable(one.from), readable(one.until), widgets::wx(one.reason)});
    show_lines(parent, title,
               {{.title = _("Number"), .width = 130},
                {.title = _("Name"), .width = 150, .grows = true},
                {.title = _("In Latin letters"), .width = 140},
                {.title = _("Sex"), .width = 60},
                {.title = _("Born"), .width = 100},
                {.title = _("Class"), .width = 150, .grows = true},
                {.title = _("From"), .width = 100},
                {.title = _("Until"), .width = 100},
                {.title = _("Reason"), .width = 100}},
               lines, false);
}

} // namespace returns

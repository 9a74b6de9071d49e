// SPDX-License-Identifier: GPL-3.0-or-later
// The list of changes of many learners, to take one back.
#include "classes/ui/bulk_dialog.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/form.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>

namespace classes {

namespace {

using widgets::Tone;

class ChangesDialog final : public wxDialog {
  public:
    ChangesDialog(wxWindow* parent, office::Session& session, learners::LearnerSearch& search)
        : wxDialog(parent, wxID_ANY, _("Changes of many learners"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_session(session)
        , m_search(search)
        , m_messages(new widgets::MessageBar(this))
        , m_list(new widgets::DataList(this, "changes", _("Changes of many learners"),
                                       {{.title = _("Day"), .width = 100},
                                        {.title = _("What was done"), .width = 340, .grows = true},
                                        {.title = _("In the register from"), .width = 140},
                                        {.title = _("By"), .width = 120},
                                        {.title = _("Status"), .width = 120}})) {
        SetName("changes");
        SetBackgroundColour(widgets::colour::ground);
        m_list->say_when_empty(_("Nothing was done with several learners at once yet. Select them on the "
                                 "page Learners and enrol or "
                                 "move them."));
        m_undo = new wxButton(this, wxID_ANY, _("Take this change back"));
        widgets::name_control(*m_undo, "changes.undo", _("Take this change back"));
        m_undo->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { take_one_back(); }); });
        auto* close = new wxButton(this, wxID_CANCEL, _("Close"));
        widgets::name_control(*close, "changes.close", _("Close"));
        m_list->on_select([this] { m_undo->Enable(may_undo()); });
        auto* buttons = new wxBoxSizer(wxHORIZONTAL);
        buttons->Add(m_undo);
        buttons->AddStretchSpacer();
        buttons->Add(close);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_messages, 0, wxEXPAND);
        rows->Add(m_list, 1, wxEXPAND | wxALL, FromDIP(widgets::space::medium));
        rows->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(widgets::space::medium));
        SetSizer(rows);
        SetSize(FromDIP(wxSize(960, 460)));
        CentreOnParent();
        show();
        m_list->focus_list();
    }

    bool changed() const { return m_changed; }

  private:
    void show() {
        m_all = list_bulk(m_session.database);
        m_list->set_rows(m_all.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            const BulkSummary& one = m_all[row];
            switch (column) {
            case 0:
                return {widgets::shown(core::day_in_cambodia(one.at))};
            case 1:
                return {told(m_session, one)};
            case 2:
                return {widgets::shown(one.day), Tone::muted};
            case 3:
                return {widgets::wx(one.actor), Tone::muted};
            default:
                return one.undone_at ? widgets::Cell{_("Taken back"), Tone::muted}
                                     : widgets::Cell{_("In the register"), Tone::good};
            }
        });
        m_undo->Enable(may_undo());
    }

    bool may_undo() const {
        const auto row = m_list->selected();
        return row && *row < m_all.size() && !m_all[*row].undone_at;
    }

    void take_one_back() {
        const std::size_t row = m_list->selected().value();
        const wxString refused = take_back(m_session, m_search, m_all[row].id);
        m_changed = m_changed || refused.empty();
        show();
        m_list->select(row);
        m_messages->tell(refused.empty() ? Tone::good : Tone::bad,
                         refused.empty() ? wxString(_("It is taken back.")) : refused);
    }

    office::Session& m_session;
    learners::LearnerSearch& m_search;
    std::vector<BulkSummary> m_all;
    bool m_changed = false;
    widgets::MessageBar* m_messages;
    widgets::DataList* m_list;
    wxButton* m_undo = nullptr;
};

} // namespace

bool show_changes(wxWindow* parent, office::Session& session, learners::LearnerSearch& search) {
    ChangesDialog dialog(parent, session, search);
    dialog.ShowModal();
    return dialog.changed();
}

} // namespace classes

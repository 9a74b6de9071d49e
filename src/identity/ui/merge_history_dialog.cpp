// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/ui/merge_history_dialog.hpp"

#include "identity/merge.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/form.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>

namespace identity {
namespace {

class MergeHistoryDialog final : public wxDialog {
  public:
    MergeHistoryDialog(wxWindow* parent, office::Session& session)
        : wxDialog(parent, wxID_ANY, _("Merges"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_session(session)
        , m_messages(new widgets::MessageBar(this))
        , m_list(new widgets::DataList(this, "merges", _("Merges"),
                                       {{.title = _("Day"), .width = 110},
                                        {.title = _("The other record"), .width = 300, .grows = true},
                                        {.title = _("Became part of"), .width = 170},
                                        {.title = _("By"), .width = 120},
                                        {.title = _("Status"), .width = 130}})) {
        SetName("merges");
        SetBackgroundColour(widgets::colour::ground);
        m_list->say_when_empty(_("Nothing has been merged yet."));
        m_undo = new wxButton(this, wxID_ANY, _("&Take this merge back"));
        widgets::name_control(*m_undo, "merges.undo", _("Take this merge back"));
        m_undo->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { take_back(); }); });
        auto* close = new wxButton(this, wxID_ANY, _("Close"));
        widgets::name_control(*close, "merges.close", _("Close"));
        close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { EndModal(wxID_CLOSE); });
        SetEscapeId(close->GetId());
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
        SetSize(FromDIP(wxSize(960, 480)));
        CentreOnParent();
        show();
        m_list->focus_list();
    }

    bool changed() const { return m_changed; }

  private:
    void show() {
        m_merges = list_merges(m_session.database);
        m_list->set_rows(m_merges.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            const MergeSummary& merge = m_merges[row];
            switch (column) {
            case 0:
                return {widgets::shown(core::day_in_cambodia(merge.at))};
            case 1:
                return {widgets::wx(merge.gone_number) + "  " + gone_name(merge)};
            case 2:
                return {widgets::wx(merge.kept_number)};
            case 3:
                return {widgets::wx(merge.actor), widgets::Tone::muted};
            default:
                return merge.undone_at ? widgets::Cell{_("Taken back"), widgets::Tone::muted}
                                       // TRANSLATORS: the status of two records that were made one.
                                       : widgets::Cell{_("Merged"), widgets::Tone::good};
            }
        });
        m_undo->Enable(may_undo());
    }

    wxString gone_name(const MergeSummary& merge) const {
        const bool khmer = m_session.language == widgets::Language::khmer;
        const std::string& first = khmer ? merge.gone_name_km : merge.gone_name;
        return widgets::wx(!first.empty() ? first : khmer ? merge.gone_name : merge.gone_name_km);
    }

    bool may_undo() const {
        const auto row = m_list->selected();
        return row && *row < m_merges.size() && !m_merges[*row].undone_at;
    }

    void take_back() {
        if (!may_undo()) return;
        const MergeSummary merge = m_merges[*m_list->selected()];
        if (!widgets::ask(this, _("Take this merge back"),
                          widgets::fill(_("{1} becomes a record of its own again, with everything it had."),
                                        {gone_name(merge)}),
                          _("Take back")))
            return;
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto undone = undo_merge(tx, merge.id);
        if (!undone) {
            m_messages->tell(widgets::Tone::bad, m_session.sentence(undone.error()));
            return;
        }
        tx.commit();
        m_changed = true;
        m_messages->tell(widgets::Tone::good, _("The merge was taken back."));
        show();
    }

    office::Session& m_session;
    std::vector<MergeSummary> m_merges;
    bool m_changed = false;
    widgets::MessageBar* m_messages;
    widgets::DataList* m_list;
    wxButton* m_undo = nullptr;
};

} // namespace

bool show_merges(wxWindow* parent, office::Session& session) {
    MergeHistoryDialog dialog(parent, session);
    dialog.ShowModal();
    return dialog.changed();
}

} // namespace identity

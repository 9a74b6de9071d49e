// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/transfer_store.hpp"
#include "identity/ui/transfer_actions.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/form.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>

namespace identity {

namespace {

using widgets::fill;
using widgets::wx;

class TransfersDialog final : public wxDialog {
  public:
    TransfersDialog(wxWindow* parent, office::Session& session)
        : wxDialog(parent, wxID_ANY, _("Transfers"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_session(session)
        , m_messages(new widgets::MessageBar(this))
        , m_list(new widgets::DataList(this, "transfers", _("Transfers"),
                                       {{.title = _("Day"), .width = 100},
                                        {.title = _("Direction"), .width = 90},
                                        {.title = _("Number"), .width = 140},
                                        {.title = _("Name"), .width = 180, .grows = true},
                                        {.title = _("Office"), .width = 240},
                                        {.title = _("Status"), .width = 130}})) {
        SetName("transfers");
        SetBackgroundColour(widgets::colour::ground);
        m_list->say_when_empty(
            _("No learner was transferred yet. “Transfer out” writes a learner's whole past as one "
              "signed file; “Transfer in” takes in such a file of another office."));
        m_undo = new wxButton(this, wxID_ANY, _("Take this transfer back"));
        widgets::name_control(*m_undo, "transfers.undo", _("Take this transfer back"));
        m_undo->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { take_back(); }); });
        auto* close = new wxButton(this, wxID_ANY, _("Close"));
        widgets::name_control(*close, "transfers.close", _("Close"));
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
        SetSize(FromDIP(wxSize(980, 480)));
        CentreOnParent();
        show();
        m_list->focus_list();
    }

    bool changed() const { return m_changed; }

  private:
    void show() {
        m_transfers = list_transfers(m_session.database);
        m_list->set_rows(m_transfers.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            const TransferRow& one = m_transfers[row];
            const bool khmer = m_session.language == widgets::Language::khmer;
            switch (column) {
            case 0:
                return {widgets::shown(core::day_in_cambodia(one.at))};
            case 1:
                // TRANSLATORS: a learner's past that came in or went out.
                return {one.in ? _("In") : _("Out")};
            case 2:
                return {wx(one.number)};
            case 3:
                return {office::shown_name(m_session, one)};
            case 4:
                return {wx(khmer || one.office_name.empty() ? one.office_km : one.office_name),
                        widgets::Tone::muted};
            default:
                if (one.undone_at) return {_("Taken back"), widgets::Tone::muted};
                if (one.sample) return {_("Sample"), widgets::Tone::warning};
                return {one.in ? _("Taken in") : _("Written"), widgets::Tone::good};
            }
        });
        m_undo->Enable(may_undo());
    }

    bool may_undo() const {
        const auto row = m_list->selected();
        return row && *row < m_transfers.size() && m_transfers[*row].in && !m_transfers[*row].undone_at;
    }

    void take_back() {
        const TransferRow one = m_transfers[*m_list->selected()];
        if (!widgets::ask(
                this, _("Take this transfer back"),
                fill(_("Everything that the file of {1} brought is taken out of the register again."),
                     {office::shown_name(m_session, one)}),
                _("Take back")))
            return;
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto undone = undo_transfer(tx, one.id);
        if (!undone) {
            m_messages->tell(widgets::Tone::warning, m_session.sentence(undone.error()));
            return;
        }
        tx.commit();
        m_changed = true;
        show();
        m_messages->tell(widgets::Tone::good, _("The transfer is taken back."));
    }

    office::Session& m_session;
    widgets::MessageBar* m_messages;
    widgets::DataList* m_list;
    wxButton* m_undo = nullptr;
    std::vector<TransferRow> m_transfers;
    bool m_changed = false;
};

} // namespace

bool show_transfers(wxWindow* parent, office::Session& session) {
    TransfersDialog dialog(parent, session);
    dialog.ShowModal();
    return dialog.changed();
}

} // namespace identity

// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/ui/history_dialog.hpp"

#include "imports/import_store.hpp"
#include "imports/ui/outcome_view.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/job_panel.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>

namespace imports {

namespace {

wxString kind_word(Kind kind) {
    switch (kind) {
    case Kind::learners:
        return _("Learners");
    case Kind::attendance:
        return _("Attendance");
    case Kind::scores:
        return _("Scores");
    case Kind::institutions:
        return _("Institutions");
    case Kind::classes:
        return _("Classes");
    }
    return {};
}

class HistoryDialog final : public wxDialog {
  public:
    HistoryDialog(wxWindow* parent, office::Session& session)
        : wxDialog(parent, wxID_ANY, _("Import history"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_session(session)
        , m_body(new wxPanel(this))
        , m_jobs(new widgets::JobPanel(this, m_body))
        , m_messages(new widgets::MessageBar(m_body))
        , m_list(new widgets::DataList(m_body, "imports", _("Imports"),
                                       {{.title = _("Day"), .width = 100},
                                        {.title = _("File"), .width = 220, .grows = true},
                                        {.title = _("Kind"), .width = 110},
                                        {.title = _("Accepted"), .width = 90, .right = true},
                                        {.title = _("Changed"), .width = 90, .right = true},
                                        {.title = _("To review"), .width = 90, .right = true},
                                        {.title = _("Refused"), .width = 90, .right = true},
                                        {.title = _("Status"), .width = 130}})) {
        SetName("history");
        SetBackgroundColour(widgets::colour::ground);
        m_undo = new wxButton(m_body, wxID_ANY, _("Take this import back"));
        widgets::name_control(*m_undo, "history.undo", _("Take this import back"));
        m_undo->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { take_back(); }); });
        auto* close = new wxButton(m_body, wxID_ANY, _("Close"));
        widgets::name_control(*close, "history.close", _("Close"));
        close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { Close(); });
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
        m_body->SetSizer(rows);
        auto* all = new wxBoxSizer(wxVERTICAL);
        all->Add(m_body, 1, wxEXPAND);
        all->Add(m_jobs, 0, wxEXPAND);
        SetSizer(all);
        SetSize(FromDIP(wxSize(1060, 520)));
        CentreOnParent();
        Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) {
            if (!m_jobs->busy()) EndModal(wxID_CLOSE);
        });
        show();
        m_list->focus_list();
    }

    bool changed() const { return m_changed; }

  private:
    void show() {
        m_imports = list_imports(m_session.database);
        m_list->set_rows(m_imports.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            const ImportSummary& import = m_imports[row];
            switch (column) {
            case 0:
                return {widgets::shown(core::day_in_cambodia(import.at))};
            case 1:
                return {widgets::wx(import.file)};
            case 2:
                return {kind_word(import.kind), widgets::Tone::muted};
            case 3:
                return {widgets::number(import.counts.accepted)};
            case 4:
                return {widgets::number(import.counts.updated)};
            case 5:
                return {widgets::number(import.counts.review)};
            case 6:
                return {widgets::number(import.counts.refused)};
            default:
                // TRANSLATORS: the status of an import.
                return import.undone_at ? widgets::Cell{_("Taken back"), widgets::Tone::muted}
                                        : widgets::Cell{_("In the register"), widgets::Tone::good};
            }
        });
        m_undo->Enable(may_undo());
        if (m_imports.empty()) m_messages->tell(widgets::Tone::info, _("Nothing has been imported yet."));
    }

    bool may_undo() const {
        const auto row = m_list->selected();
        return row && *row < m_imports.size() && !m_imports[*row].undone_at;
    }

    void take_back() {
        const ImportSummary import = m_imports[*m_list->selected()];
        if (!widgets::ask(this, _("Take this import back"),
                          widgets::fill(_("Everything that {1} brought is taken out of the register again."),
                                        {widgets::wx(import.file)}),
                          _("Take back")))
            return;
        m_jobs->run(
            _("Taking the import back"),
            [this, id = import.id](core::Progress&) -> widgets::JobRunner::Finish {
                storage::Transaction tx(m_session.database, m_session.actor);
                auto undone = undo_import(tx, id);
                if (undone) tx.commit();
                return [this, undone = std::move(undone)] { tell(undone); };
            },
            [this](const core::Error& error) {
                m_messages->tell(widgets::Tone::bad, m_session.sentence(error));
            });
    }

    void tell(const core::Expected<void>& undone) {
        if (!undone) {
            m_messages->tell(widgets::Tone::bad, m_session.sentence(undone.error()));
            return;
        }
        m_changed = true;
        m_messages->tell(widgets::Tone::good, _("The import was taken back."));
        show();
    }

    office::Session& m_session;
    std::vector<ImportSummary> m_imports;
    bool m_changed = false;
    wxPanel* m_body;
    widgets::JobPanel* m_jobs;
    widgets::MessageBar* m_messages;
    widgets::DataList* m_list;
    wxButton* m_undo = nullptr;
};

} // namespace

bool show_history(wxWindow* parent, office::Session& session) {
    HistoryDialog dialog(parent, session);
    dialog.ShowModal();
    return dialog.changed();
}

} // namespace imports

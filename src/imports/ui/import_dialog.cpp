// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/ui/import_dialog.hpp"

#include "classes/class_store.hpp"
#include "imports/import_file.hpp"
#include "imports/import_store.hpp"
#include "imports/ui/outcome_view.hpp"
#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/icons.hpp"
#include "widgets/job_panel.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/display.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

namespace imports {

namespace {

wxString title_of(Kind kind) {
    switch (kind) {
    case Kind::learners:
        return _("Import learners");
    case Kind::attendance:
        return _("Import an attendance register");
    case Kind::scores:
        return _("Import scores");
    case Kind::institutions:
        return _("Import institutions");
    case Kind::classes:
        return _("Import classes");
    }
    return {};
}

core::Expected<void> undo(office::Session& session, ImportId id) {
    storage::Transaction tx(session.database, session.actor);
    auto undone = undo_import(tx, id);
    if (undone) tx.commit();
    return undone;
}

class ImportDialog final : public wxDialog {
  public:
    ImportDialog(wxWindow* parent, office::Session& session, Request request)
        : wxDialog(parent, wxID_ANY, title_of(request.kind), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_session(session)
        , m_request(std::move(request)) {
        SetName("import");
        SetBackgroundColour(widgets::colour::ground);
        m_body = new wxPanel(this);
        m_jobs = new widgets::JobPanel(this, m_body);
        m_messages = new widgets::MessageBar(m_body);
        m_view = new OutcomeView(m_body, session);
        m_view->Hide();
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(make_head(), 0, wxEXPAND | wxALL, FromDIP(widgets::space::medium));
        rows->Add(m_messages, 0, wxEXPAND);
        rows->Add(m_view, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(widgets::space::medium));
        rows->AddStretchSpacer(0);
        rows->Add(make_choices(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(widgets::space::medium));
        rows->Add(make_buttons(), 0, wxEXPAND | wxALL, FromDIP(widgets::space::medium));
        m_body->SetSizer(rows);
        auto* all = new wxBoxSizer(wxVERTICAL);
        all->Add(m_body, 1, wxEXPAND);
        all->Add(m_jobs, 0, wxEXPAND);
        SetSizer(all);
        const wxSize screen = wxDisplay(0U).GetClientArea().GetSize();
        SetSize(wxSize(std::min(FromDIP(1180), screen.x - FromDIP(40)),
                       std::min(FromDIP(690), screen.y - FromDIP(40))));
        CentreOnParent();
        Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { leave(); });
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE)
                leave();
            else
                event.Skip();
        });
        CallAfter([this] { look(); });
    }

    bool wrote() const { return m_wrote; }

  private:
    wxSizer* make_head() {
        auto* words = new wxBoxSizer(wxVERTICAL);
        m_file = new wxStaticText(m_body, wxID_ANY, widgets::wx_path(m_request.file.filename()));
        m_file->SetFont(widgets::strong_font(*this).Scaled(1.15F));
        m_where = new wxStaticText(m_body, wxID_ANY, _("Nothing is written before you say so."));
        m_where->SetForegroundColour(widgets::colour::muted);
        words->Add(m_file);
        words->Add(m_where, 0, wxEXPAND);
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(new wxStaticBitmap(m_body, wxID_ANY, widgets::icon("import", 28, widgets::colour::accent)),
                 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::medium));
        row->Add(words, 1);
        return row;
    }

    wxSizer* make_choices() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        auto* label = new wxStaticText(m_body, wxID_ANY, _("Class"));
        m_class = new wxChoice(m_body, wxID_ANY);
        widgets::name_control(*m_class, "import.class", _("Class"));
        m_class->Append(_("As the list says"));
        for (const classes::ClassRow& open : classes::list_classes(m_session.database)) {
            if (open.status != classes::Status::open) continue;
            m_open.push_back(open.id);
            m_class->Append(office::shown_name(m_session, open));
            if (m_request.class_id == open.id) m_class->SetSelection(static_cast<int>(m_open.size()));
        }
        if (m_class->GetSelection() == wxNOT_FOUND) m_class->SetSelection(0);
        m_class->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
            const int row_chosen = m_class->GetSelection();
            m_request.class_id = row_chosen > 0
                                     ? std::optional(m_open[static_cast<std::size_t>(row_chosen - 1)])
                                     : std::nullopt;
            look();
        });
        const bool of_classes = m_request.kind != Kind::institutions && m_request.kind != Kind::classes;
        label->Show(of_classes);
        m_class->Show(of_classes);
        m_update = new wxCheckBox(m_body, wxID_ANY, _("Write what changed about known learners"));
        widgets::name_control(*m_update, "import.update", m_update->GetLabelText());
        m_take = new wxCheckBox(m_body, wxID_ANY, _("Take the rows to review as they stand"));
        widgets::name_control(*m_take, "import.take", m_take->GetLabelText());
        m_update->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { tell_what_is_written(); });
        m_take->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { tell_what_is_written(); });
        row->Add(label, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::small));
        row->Add(m_class, 0, wxRIGHT, FromDIP(widgets::space::large));
        row->Add(m_update, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::large));
        row->Add(m_take, 0, wxALIGN_CENTRE_VERTICAL);
        return row;
    }

    wxSizer* make_buttons() {
        m_rejects = make_button("import.rejects", _("Save the refused rows..."), [this] { save_rejects(); });
        m_undo = make_button("import.undo", _("Take this import back"), [this] { take_back(); });
        m_leave = make_button("import.leave", _("Cancel"), [this] { leave(); });
        m_go = make_button("import.go", _("Import"), [this] { write(); });
        widgets::dress(*m_go, widgets::Part::primary_button);
        m_rejects->Hide();
        m_undo->Hide();
        m_go->Disable();
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(m_rejects, 0, wxRIGHT, FromDIP(widgets::space::small));
        row->Add(m_undo);
        row->AddStretchSpacer();
        row->Add(m_leave, 0, wxRIGHT, FromDIP(widgets::space::small));
        row->Add(m_go);
        return row;
    }

    wxButton* make_button(std::string_view id, const wxString& label, std::function<void()> run) {
        auto* button = new wxButton(m_body, wxID_ANY, label);
        widgets::name_control(*button, id, label);
        button->Bind(wxEVT_BUTTON, [this, run = std::move(run)](wxCommandEvent&) { CallAfter(run); });
        return button;
    }

    // Judges every row without writing.
    void look() {
        m_messages->dismiss();
        m_jobs->run(
            _("Reading the list"),
            [this, request = m_request](core::Progress& progress) -> widgets::JobRunner::Finish {
                auto outcome = preview(m_session.database, request, progress);
                return [this, outcome = std::move(outcome)] { show(outcome); };
            },
            [this](const core::Error& error) { complain(error); });
    }

    void show(const core::Expected<Outcome>& outcome) {
        m_go->Disable();
        m_view->Show(outcome.has_value());
        if (!outcome) {
            complain(outcome.error());
            return;
        }
        m_outcome = *outcome;
        m_view->show(m_outcome);
        // TRANSLATORS: where a list was found: {1} the sheet's name, {2} the row of its headings.
        m_where->SetLabelText(
            m_outcome.header_row == 0
                ? widgets::fill(_("Sheet {1}, without headings."), {widgets::wx(m_outcome.sheet)})
                : widgets::fill(_("Sheet {1}, headings in row {2}."),
                                {widgets::wx(m_outcome.sheet), widgets::number(m_outcome.header_row)}));
        m_update->Show(m_outcome.counts.updated > 0);
        m_take->Show(m_outcome.counts.review > 0 && m_request.kind == Kind::learners);
        m_rejects->Show(m_outcome.counts.refused > 0);
        tell_what_is_written();
        m_view->SetFocus();
    }

    void tell_what_is_written() {
        const Counts& counts = m_outcome.counts;
        const auto rows = counts.accepted + (m_update->GetValue() ? counts.updated : 0) +
                          (m_take->GetValue() ? counts.review : 0);
        // TRANSLATORS: the button that writes an import; {1} is how many rows.
        const wxString label = widgets::fill(_("Import {1} rows"), {widgets::number(rows)});
        m_go->SetLabel(label);
        widgets::name_control(*m_go, "import.go", label);
        m_go->Enable(rows > 0);
        m_body->Layout();
    }

    void write() {
        m_request.update = m_update->GetValue();
        m_request.take_review = m_take->GetValue();
        m_jobs->run(
            _("Writing the list"),
            [this, request = m_request](core::Progress& progress) -> widgets::JobRunner::Finish {
                auto outcome = import_file(m_session.database, m_session.actor, request, progress);
                return [this, outcome = std::move(outcome)] { show_written(outcome); };
            },
            [this](const core::Error& error) { complain(error); });
    }

    void show_written(const core::Expected<Outcome>& outcome) {
        if (!outcome) {
            complain(outcome.error());
            return;
        }
        m_outcome = *outcome;
        m_wrote = true;
        m_view->show(m_outcome);
        for (wxWindow* done_with : std::initializer_list<wxWindow*>{m_go, m_update, m_take, m_class})
            done_with->Disable();
        m_go->Hide();
        m_undo->Show();
        m_leave->SetLabel(_("Close"));
        widgets::name_control(*m_leave, "import.leave", _("Close"));
        const Counts& counts = m_outcome.counts;
        m_messages->tell(
            widgets::Tone::good,
            widgets::fill(_("Written: {1} new, {2} changed. Held for review: {3}. Refused: {4}."),
                          {widgets::number(counts.accepted + (m_request.take_review ? counts.review : 0)),
                           widgets::number(m_request.update ? counts.updated : 0),
                           widgets::number(m_request.take_review ? 0 : counts.review),
                           widgets::number(counts.refused)}));
        m_body->Layout();
        m_leave->SetFocus();
    }

    void save_rejects() {
        wxFileDialog dialog(this, _("Save the refused rows"), wxStandardPaths::Get().GetDocumentsDir(),
                            widgets::wx_path(m_request.file.stem()) + "-refused.xlsx",
                            "Excel (*.xlsx)|*.xlsx", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
        if (dialog.ShowModal() != wxID_OK) return;
        const std::filesystem::path path = widgets::path_of(dialog.GetPath());
        write_rejects(
            path, m_outcome, widgets::utf8(_("Reason")),
            [this](const core::Error& error) { return widgets::utf8(m_session.sentence(error)); },
            m_session.database.clock().now());
        m_messages->tell(widgets::Tone::good,
                         widgets::fill(_("Saved as {1}. Mend the rows there and import that file."),
                                       {widgets::wx_path(path)}));
    }

    void take_back() {
        m_jobs->run(
            _("Taking the import back"),
            [this](core::Progress&) -> widgets::JobRunner::Finish {
                auto undone = undo(m_session, *m_outcome.import);
                return [this, undone = std::move(undone)] {
                    if (undone)
                        EndModal(wxID_OK);
                    else
                        complain(undone.error());
                };
            },
            [this](const core::Error& error) { complain(error); });
    }

    void complain(const core::Error& error) {
        m_messages->tell(widgets::Tone::bad, m_session.sentence(error));
    }

    void leave() {
        if (m_jobs->busy())
            m_jobs->cancel();
        else
            EndModal(m_wrote ? wxID_OK : wxID_CANCEL);
    }

    office::Session& m_session;
    Request m_request;
    Outcome m_outcome;
    bool m_wrote = false;
    std::vector<classes::ClassId> m_open;
    wxPanel* m_body = nullptr;
    widgets::JobPanel* m_jobs = nullptr;
    widgets::MessageBar* m_messages = nullptr;
    OutcomeView* m_view = nullptr;
    wxStaticText* m_file = nullptr;
    wxStaticText* m_where = nullptr;
    wxChoice* m_class = nullptr;
    wxCheckBox* m_update = nullptr;
    wxCheckBox* m_take = nullptr;
    wxButton* m_rejects = nullptr;
    wxButton* m_undo = nullptr;
    wxButton* m_leave = nullptr;
    wxButton* m_go = nullptr;
};

} // namespace

bool import_list(wxWindow* parent, office::Session& session, Kind kind,
                 std::optional<classes::ClassId> class_id) {
    wxFileDialog files(parent, title_of(kind), wxStandardPaths::Get().GetDocumentsDir(), wxString(),
                       _("Lists") + " (*.xlsx, *.csv)|*.xlsx;*.csv;*.XLSX;*.CSV|" + _("All files") + "|*",
                       wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (files.ShowModal() != wxID_OK) return false;
    ImportDialog dialog(
        parent, session,
        Request{.kind = kind, .file = widgets::path_of(files.GetPath()), .class_id = class_id});
    dialog.ShowModal();
    return dialog.wrote();
}

} // namespace imports

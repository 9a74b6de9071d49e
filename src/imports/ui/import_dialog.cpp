// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/ui/import_dialog.hpp"

#include "classes/class_store.hpp"
#include "imports/held.hpp"
#include "imports/rejects.hpp"
#include "imports/ui/outcome_view.hpp"
#include "imports/ui/reading_view.hpp"
#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/icons.hpp"
#include "widgets/job_panel.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
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

// The button that writes says what it will do.
wxString go_label(Kind kind, const OutcomeView::Planned& planned) {
    const wxString added = widgets::number(planned.added);
    const wxString changed = widgets::number(planned.changed);
    // TRANSLATORS: the buttons that write an import; the numbers are rows or learners.
    if (kind != Kind::learners)
        return widgets::fill(_("Import {1} rows"), {widgets::number(planned.added + planned.changed)});
    if (planned.changed == 0) return widgets::fill(_("Import {1} learners"), {added});
    if (planned.added == 0) return widgets::fill(_("Change {1} learners"), {changed});
    return widgets::fill(_("Import {1} learners, change {2}"), {added, changed});
}

core::Expected<void> undo(office::Session& session, ImportId id) {
    storage::Transaction tx(session.database, session.actor);
    auto undone = undo_import(tx, id);
    if (undone) tx.commit();
    return undone;
}

// What is imported: a file, or the rows that an earlier import held.
struct Source {
    Request request;
    std::optional<ImportId> held;
    wxString name;
};

class ImportDialog final : public wxDialog {
  public:
    ImportDialog(wxWindow* parent, office::Session& session, Source source)
        : wxDialog(parent, wxID_ANY, source.held ? _("Rows held for later") : title_of(source.request.kind),
                   wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_session(session)
        , m_request(std::move(source.request))
        , m_held(source.held)
        , m_rules{.kind = m_request.kind, .held = m_held.has_value()} {
        SetName("import");
        SetBackgroundColour(widgets::colour::ground);
        m_body = new wxPanel(this);
        m_jobs = new widgets::JobPanel(this, m_body);
        m_messages = new widgets::MessageBar(m_body);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(make_head(source.name), 0, wxEXPAND | wxALL, FromDIP(widgets::space::medium));
        rows->Add(m_messages, 0, wxEXPAND);
        rows->Add(make_class_choice(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM,
                  FromDIP(widgets::space::medium));
        m_reading = new ReadingView(m_body, session, [this](const Correction& said) {
            // Not while the control that says so is still in its handler.
            CallAfter([this, said] {
                m_request.correction = said;
                read();
            });
        });
        m_view = new OutcomeView(m_body, session, [this] { tell_what_is_written(); });
        for (wxWindow* page : std::initializer_list<wxWindow*>{m_reading, m_view}) {
            page->Hide();
            rows->Add(page, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(widgets::space::medium));
        }
        rows->Add(make_choices(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(widgets::space::medium));
        rows->Add(make_buttons(), 0, wxEXPAND | wxALL, FromDIP(widgets::space::medium));
        m_body->SetSizer(rows);
        auto* all = new wxBoxSizer(wxVERTICAL);
        all->Add(m_body, 1, wxEXPAND);
        all->Add(m_jobs, 0, wxEXPAND);
        SetSizer(all);
        widgets::size_to_screen(*this, 1280, 720);
        widgets::on_leaving(*this, [this] { leave(); });
        show_step(m_held ? Step::rows : Step::reading);
        CallAfter([this] { m_held ? judge() : read(); });
    }

    bool wrote() const { return m_wrote; }

  private:
    enum class Step { reading, rows, done };

    wxSizer* make_head(const wxString& name) {
        auto* words = new wxBoxSizer(wxVERTICAL);
        auto* file = new wxStaticText(m_body, wxID_ANY, name);
        file->SetFont(widgets::strong_font(*this).Scaled(1.15F));
        m_where = new wxStaticText(m_body, wxID_ANY, _("Nothing is written before you say so."));
        m_where->SetForegroundColour(widgets::colour::muted);
        words->Add(file);
        words->Add(m_where, 0, wxEXPAND);
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(new wxStaticBitmap(m_body, wxID_ANY, widgets::icon("import", 28, widgets::colour::accent)),
                 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::medium));
        row->Add(words, 1);
        if (!m_held)
            m_steps.add_to(*row, m_body, {_("1  How it is read"), _("2  What will happen"), _("3  Done")});
        return row;
    }

    wxSizer* make_class_choice() {
        m_class_row = new wxBoxSizer(wxHORIZONTAL);
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
            const int chosen = m_class->GetSelection();
            m_request.class_id =
                chosen > 0 ? std::optional(m_open[static_cast<std::size_t>(chosen - 1)]) : std::nullopt;
            CallAfter([this] { read(); });
        });
        m_class_row->Add(label, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::small));
        m_class_row->Add(m_class);
        return m_class_row;
    }

    wxSizer* make_choices() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        m_update = new wxCheckBox(m_body, wxID_ANY, _("Write what changed about known learners"));
        widgets::name_control(*m_update, "import.update", m_update->GetLabelText());
        m_take = new wxCheckBox(m_body, wxID_ANY, _("Take the rows to review as they stand"));
        widgets::name_control(*m_take, "import.take", m_take->GetLabelText());
        for (wxCheckBox* box : {m_update, m_take})
            box->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
                m_rules.update = m_update->GetValue();
                m_rules.take_review = m_take->GetValue();
                m_view->set_rules(m_rules);
                tell_what_is_written();
            });
        row->Add(m_update, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::large));
        row->Add(m_take, 0, wxALIGN_CENTRE_VERTICAL);
        return row;
    }

    wxSizer* make_buttons() {
        m_rejects = make_button("import.rejects", _("Save the refused rows..."), [this] { save_refused(); });
        m_undo = make_button("import.undo", _("Take this import back"), [this] { take_back(); });
        m_back = make_button("import.back", _("Back"), [this] { go_back(); });
        m_leave = make_button("import.leave", _("Cancel"), [this] { leave(); });
        m_next = make_button("import.next", _("See what will happen"), [this] { judge(); });
        m_go = make_button("import.go", _("Import"), [this] { write(); });
        for (wxButton* primary : {m_next, m_go})
            widgets::dress(*primary, widgets::Part::primary_button);
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(m_rejects, 0, wxRIGHT, FromDIP(widgets::space::small));
        row->Add(m_undo);
        row->AddStretchSpacer();
        for (wxButton* button : {m_back, m_leave})
            row->Add(button, 0, wxRIGHT, FromDIP(widgets::space::small));
        row->Add(m_next);
        row->Add(m_go);
        return row;
    }

    wxButton* make_button(std::string_view id, const wxString& label, std::function<void()> run) {
        return widgets::add_named_button(m_body, id, label, std::move(run));
    }

    void show_step(Step step) {
        const bool reading = step == Step::reading;
        const bool rows = step == Step::rows;
        const bool of_class = m_request.kind != Kind::institutions && m_request.kind != Kind::classes;
        m_steps.show(static_cast<std::size_t>(step));
        m_class_row->ShowItems(reading && of_class);
        m_reading->Show(reading && m_read);
        m_view->Show(!reading);
        m_update->Show(rows && m_outcome->counts.updated > 0 && !m_held);
        m_take->Show(rows && m_outcome->counts.review > 0 && m_request.kind == Kind::learners && !m_held);
        m_rejects->Show(!reading && m_outcome->counts.refused > 0 && !m_held);
        m_undo->Show(step == Step::done);
        m_back->Show(rows && !m_held);
        m_next->Show(reading);
        m_go->Show(rows);
        const wxString leave_label = step == Step::done ? _("Close") : _("Cancel");
        m_leave->SetLabel(leave_label);
        widgets::name_control(*m_leave, "import.leave", leave_label);
        m_body->Layout();
    }

    // Step 1: the first lines and what each column was taken for.
    void read() {
        m_messages->dismiss();
        m_next->Disable();
        m_jobs->run(
            _("Reading the list"),
            [this, request = m_request](core::Progress& progress) -> widgets::JobRunner::Finish {
                auto reading = read_list(m_session.database, request, progress);
                return [this, reading = std::move(reading)] { show_reading(reading); };
            },
            [this](const core::Error& error) { complain(error); });
    }

    void show_reading(const core::Expected<ListReading>& reading) {
        m_read = reading.has_value();
        show_step(Step::reading);
        if (!reading) {
            complain(reading.error());
            m_leave->SetFocus();
            return;
        }
        m_reading->show(*reading, m_request.correction);
        m_next->Enable(!reading->problem);
        if (reading->problem)
            m_reading->focus();
        else
            m_next->SetFocus();
        m_body->Layout();
    }

    // Step 2: every row judged, nothing written.
    void judge() {
        m_messages->dismiss();
        m_jobs->run(
            _("Reading the list"),
            [this, request = m_request](core::Progress& progress) -> widgets::JobRunner::Finish {
                auto outcome = m_held ? preview_held(m_session.database, *m_held, progress)
                                      : preview(m_session.database, request, progress);
                // Shared, not copied: a district's list is long.
                auto shared = outcome.map(
                    [](Outcome& judged) { return std::make_shared<const Outcome>(std::move(judged)); });
                return [this, shared = std::move(shared)] { show_rows(shared); };
            },
            [this](const core::Error& error) { complain(error); });
    }

    void show_rows(const core::Expected<std::shared_ptr<const Outcome>>& outcome) {
        if (!outcome) {
            complain(outcome.error());
            return;
        }
        m_outcome = *outcome;
        m_view->show(m_outcome, m_rules);
        m_where->SetLabelText(where());
        show_step(Step::rows);
        tell_what_is_written();
        m_view->focus_rows();
    }

    wxString where() const {
        if (m_held) return _("What these rows would be today. Those you leave stay held.");
        // TRANSLATORS: where a list was found: {1} the sheet's name, {2} the row of its headings.
        const wxString sheet = widgets::wx(m_outcome->sheet);
        return m_outcome->header_row == 0 ? widgets::fill(_("Sheet {1}, without headings."), {sheet})
                                          : widgets::fill(_("Sheet {1}, headings in row {2}."),
                                                          {sheet, widgets::number(m_outcome->header_row)});
    }

    void tell_what_is_written() {
        const OutcomeView::Planned planned = m_view->planned();
        const wxString label = go_label(m_request.kind, planned);
        m_go->SetLabel(label);
        widgets::name_control(*m_go, "import.go", label);
        m_go->Enable(planned.added + planned.changed + planned.put_aside > 0);
        m_body->Layout();
    }

    // Step 3.
    void write() {
        m_request.update = m_rules.update;
        m_request.take_review = m_rules.take_review;
        m_request.decisions = m_view->decisions();
        m_jobs->run(
            _("Writing the list"),
            [this, request = m_request](core::Progress& progress) -> widgets::JobRunner::Finish {
                auto outcome = m_held ? take_up(m_session.database, m_session.actor, *m_held,
                                                request.decisions, progress)
                                      : import_file(m_session.database, m_session.actor, request, progress);
                auto shared = outcome.map(
                    [](Outcome& written) { return std::make_shared<const Outcome>(std::move(written)); });
                return [this, shared = std::move(shared)] { show_written(shared); };
            },
            [this](const core::Error& error) { complain(error); });
    }

    void show_written(const core::Expected<std::shared_ptr<const Outcome>>& outcome) {
        if (!outcome) {
            complain(outcome.error());
            return;
        }
        m_outcome = *outcome;
        m_wrote = true;
        const auto held = m_view->planned().held;
        m_rules.closed = true;
        m_view->show(m_outcome, m_rules);
        show_step(Step::done);
        m_messages->tell(widgets::Tone::good,
                         widgets::fill(_("Written: {1} new, {2} changed. Held for later: {3}. Refused: {4}."),
                                       {widgets::number(m_outcome->written.added),
                                        widgets::number(m_outcome->written.changed), widgets::number(held),
                                        widgets::number(m_outcome->counts.refused)}));
        m_where->SetLabelText(held > 0 ? _("The held rows wait in the import history.") : wxString());
        m_body->Layout();
        m_leave->SetFocus();
    }

    void go_back() {
        m_where->SetLabelText(_("Nothing is written before you say so."));
        show_step(Step::reading);
        m_reading->focus();
    }

    void save_refused() {
        if (const wxString said = save_rejects(this, m_session, *m_outcome); !said.empty())
            m_messages->tell(widgets::Tone::good, said);
    }

    void take_back() {
        m_jobs->run(
            _("Taking the import back"),
            [this](core::Progress&) -> widgets::JobRunner::Finish {
                auto undone = undo(m_session, *m_outcome->import);
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
    std::optional<ImportId> m_held;
    RowRules m_rules;
    std::shared_ptr<const Outcome> m_outcome = std::make_shared<Outcome>();
    bool m_read = false;
    bool m_wrote = false;
    std::vector<classes::ClassId> m_open;
    wxPanel* m_body = nullptr;
    widgets::JobPanel* m_jobs = nullptr;
    widgets::MessageBar* m_messages = nullptr;
    ReadingView* m_reading = nullptr;
    OutcomeView* m_view = nullptr;
    wxStaticText* m_where = nullptr;
    widgets::StepLine m_steps;
    wxBoxSizer* m_class_row = nullptr;
    wxChoice* m_class = nullptr;
    wxCheckBox* m_update = nullptr;
    wxCheckBox* m_take = nullptr;
    wxButton* m_rejects = nullptr;
    wxButton* m_undo = nullptr;
    wxButton* m_back = nullptr;
    wxButton* m_leave = nullptr;
    wxButton* m_next = nullptr;
    wxButton* m_go = nullptr;
};

} // namespace

bool import_list(wxWindow* parent, office::Session& session, Kind kind,
                 std::optional<classes::ClassId> class_id) {
    wxFileDialog files(parent, title_of(kind), wxStandardPaths::Get().GetDocumentsDir(), wxString(),
                       _("Lists") + " (*.xlsx, *.csv)|*.xlsx;*.csv;*.XLSX;*.CSV|" + _("All files") + "|*",
                       wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (files.ShowModal() != wxID_OK) return false;
    Source source;
    source.request.kind = kind;
    source.request.file = widgets::path_of(files.GetPath());
    source.request.class_id = class_id;
    source.name = widgets::wx_path(source.request.file.filename());
    ImportDialog dialog(parent, session, std::move(source));
    dialog.ShowModal();
    return dialog.wrote();
}

bool take_up_held(wxWindow* parent, office::Session& session, ImportId import, const std::string& file,
                  Kind kind) {
    Source source;
    source.request.kind = kind;
    source.held = import;
    source.name = widgets::wx(file);
    ImportDialog dialog(parent, session, std::move(source));
    dialog.ShowModal();
    return dialog.wrote();
}

wxString save_rejects(wxWindow* parent, const office::Session& session, const Outcome& outcome) {
    const auto stem = std::filesystem::path(std::u8string(outcome.file.begin(), outcome.file.end())).stem();
    wxFileDialog dialog(parent, _("Save the refused rows"), wxStandardPaths::Get().GetDocumentsDir(),
                        widgets::wx_path(stem) + "-refused.xlsx", "Excel (*.xlsx)|*.xlsx",
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK) return {};
    const std::filesystem::path path = widgets::path_of(dialog.GetPath());
    const bool khmer = session.language == widgets::Language::khmer;
    // The heading is one that words.toml knows, so that the column is not read again.
    write_rejects(path, outcome,
                  {khmer ? "មូលហេតុ" : "Why",
                   [&](const core::Error& error) { return widgets::utf8(session.sentence(error)); }},
                  session.database.clock().now());
    return widgets::fill(_("Saved as {1}. Mend the rows there and import that file."),
                         {widgets::wx_path(path)});
}

} // namespace imports

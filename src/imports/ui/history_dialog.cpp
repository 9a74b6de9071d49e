// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/ui/history_dialog.hpp"

#include "imports/import_store.hpp"
#include "imports/ui/import_dialog.hpp"
#include "imports/ui/import_words.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/job_dialog.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>

#include <algorithm>
#include <optional>

namespace imports {

namespace {

// Who stands in the way of taking an import back, and by what.
void show_dependants(wxWindow* parent, const std::vector<Dependant>& found) {
    wxDialog dialog(parent, wxID_ANY, _("What stands on this import"), wxDefaultPosition, wxDefaultSize,
                    wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
    auto* list = new widgets::DataList(
        &dialog, "dependants.list", _("What stands on this import"),
        {{.title = _("Name"), .width = 220}, {.title = _("Since the import"), .width = 260, .grows = true}});
    list->set_rows(found.size(), [&](std::size_t row, std::size_t column) -> widgets::Cell {
        return {column == 0 ? widgets::wx(found[row].name) : dependence_word(found[row].what)};
    });
    auto* close = new wxButton(&dialog, wxID_ANY, _("Close"));
    widgets::name_control(*close, "dependants.close", _("Close"));
    dialog.SetEscapeId(close->GetId());
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(list, 1, wxEXPAND | wxALL, dialog.FromDIP(widgets::space::medium));
    rows->Add(close, 0, wxALIGN_RIGHT | wxRIGHT | wxBOTTOM, dialog.FromDIP(widgets::space::medium));
    dialog.SetSizer(rows);
    dialog.SetSize(widgets::text_room(dialog, 560, 420));
    dialog.CentreOnParent();
    dialog.ShowModal();
}

class HistoryDialog final : public widgets::JobDialog {
  public:
    HistoryDialog(wxWindow* parent, office::Session& session)
        : JobDialog(parent, _("Import history"), "history")
        , m_session(session)
        , m_list(new widgets::DataList(m_body, "imports", _("Imports"),
                                       {{.title = _("Day"), .width = 92},
                                        {.title = _("Who"), .width = 110},
                                        {.title = _("File"), .width = 190, .grows = true},
                                        {.title = _("Kind"), .width = 96},
                                        {.title = _("Accepted"), .width = 84, .right = true},
                                        {.title = _("Already here"), .width = 100, .right = true},
                                        {.title = _("Changed"), .width = 110, .right = true},
                                        // TRANSLATORS: heads the number of rows that wait for a person.
                                        {.title = _("Held"), .width = 84, .right = true},
                                        {.title = _("Refused"), .width = 84, .right = true},
                                        {.title = _("Status"), .width = 120}})) {
        m_list->say_when_empty(_("Nothing has been imported yet."));
        m_list->on_select([this] { allow(); });
        m_list->on_open([this](std::size_t) {
            if (may_take_up()) take_up();
        });
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_list, 1, wxEXPAND | wxALL, FromDIP(widgets::space::medium));
        rows->Add(make_buttons(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(widgets::space::medium));
        lay_out(rows, 1180, 520);
        show();
        m_list->focus_list();
    }

    bool changed() const { return m_changed; }

  private:
    wxSizer* make_buttons() {
        m_held = make_button("history.held", _("Decide on the held rows..."), [this] { take_up(); });
        m_rejects = make_button("history.rejects", _("Save the refused rows..."), [this] { save_refused(); });
        m_undo = make_button("history.undo", _("Take this import back"), [this] { take_back(); });
        auto* close = make_button("history.close", _("Close"), [this] { Close(); });
        SetEscapeId(close->GetId());
        auto* buttons = new wxBoxSizer(wxHORIZONTAL);
        for (wxButton* button : {m_held, m_rejects, m_undo})
            buttons->Add(button, 0, wxRIGHT, FromDIP(widgets::space::small));
        buttons->AddStretchSpacer();
        buttons->Add(close);
        return buttons;
    }

    wxButton* make_button(std::string_view id, const wxString& label, std::function<void()> run) {
        return widgets::add_named_button(m_body, id, label, std::move(run));
    }

    // The import that was chosen stays it.
    void show() {
        const auto before = chosen() ? std::optional{chosen()->id} : std::nullopt;
        m_imports = list_imports(m_session.database);
        m_list->set_rows(m_imports.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            return cell(m_imports[row], column);
        });
        const auto again = std::find_if(m_imports.begin(), m_imports.end(),
                                        [&](const ImportSummary& import) { return import.id == before; });
        if (again != m_imports.end()) m_list->select(static_cast<std::size_t>(again - m_imports.begin()));
        allow();
    }

    static widgets::Cell cell(const ImportSummary& import, std::size_t column) {
        switch (column) {
        case 0:
            return {widgets::shown(core::day_in_cambodia(import.at))};
        case 1:
            return {widgets::wx(import.actor), widgets::Tone::muted};
        case 2:
            // TRANSLATORS: an import of rows that an earlier import of the file {1} had held.
            return {import.taken_from ? widgets::fill(_("{1}, held rows"), {widgets::wx(import.file)})
                                      : widgets::wx(import.file)};
        case 3:
            return {kind_word(import.kind), widgets::Tone::muted};
        case 4:
            return {widgets::number(import.counts.accepted)};
        case 5:
            return {widgets::number(import.counts.same), widgets::Tone::muted};
        case 6:
            return {widgets::number(import.counts.updated)};
        case 7:
            return {held(import),
                    import.held > 0 && !import.undone_at ? widgets::Tone::warning : widgets::Tone::muted};
        case 8:
            return {widgets::number(import.counts.refused)};
        default:
            // TRANSLATORS: the status of an import.
            return import.undone_at ? widgets::Cell{_("Taken back"), widgets::Tone::muted}
                                    : widgets::Cell{_("In the register"), widgets::Tone::good};
        }
    }

    static wxString held(const ImportSummary& import) {
        if (import.undone_at || import.counts.review == 0) return widgets::number(0);
        // TRANSLATORS: of the rows that an import held, {2} in all, how many still wait for a person.
        return widgets::fill(_("{1}/{2}"),
                             {widgets::number(import.held), widgets::number(import.counts.review)});
    }

    const ImportSummary* chosen() const {
        const auto row = m_list->selected();
        return row && *row < m_imports.size() ? &m_imports[*row] : nullptr;
    }
    bool may_undo() const { return chosen() != nullptr && !chosen()->undone_at; }
    bool may_take_up() const { return may_undo() && chosen()->held > 0; }
    void allow() {
        m_undo->Enable(may_undo());
        m_held->Enable(may_take_up());
        m_rejects->Enable(chosen() != nullptr && chosen()->counts.refused > 0 && !chosen()->taken_from);
    }

    void take_up() {
        const ImportSummary import = *chosen();
        if (!take_up_held(this, m_session, import.id, import.file, import.kind)) return;
        m_changed = true;
        show();
    }

    void save_refused() {
        const auto kept = load_kept(m_session.database, chosen()->id);
        if (!kept)
            m_messages->tell(widgets::Tone::bad, m_session.sentence(kept.error()));
        else if (const wxString said = save_rejects(this, m_session, *kept); !said.empty())
            m_messages->tell(widgets::Tone::good, said);
    }

    void take_back() {
        const ImportSummary import = *chosen();
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
                auto found = undone ? std::vector<Dependant>{} : dependants(m_session.database, id);
                return [this, undone = std::move(undone), found = std::move(found)] { tell(undone, found); };
            },
            [this](const core::Error& error) {
                m_messages->tell(widgets::Tone::bad, m_session.sentence(error));
            });
    }

    void tell(const core::Expected<void>& undone, const std::vector<Dependant>& found) {
        if (!undone && !found.empty()) {
            m_messages->tell(widgets::Tone::bad, m_session.sentence(undone.error()), _("See who"),
                             [this, found] { show_dependants(this, found); });
            return;
        }
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
    widgets::DataList* m_list;
    wxButton* m_held = nullptr;
    wxButton* m_rejects = nullptr;
    wxButton* m_undo = nullptr;
};

} // namespace

bool show_history(wxWindow* parent, office::Session& session) {
    HistoryDialog dialog(parent, session);
    dialog.ShowModal();
    return dialog.changed();
}

} // namespace imports

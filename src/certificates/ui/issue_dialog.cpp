// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/issue_dialog.hpp"

#include "office/office_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

#include <algorithm>

namespace certificates {
namespace {

using widgets::fill;
using widgets::number;

constexpr int text_width = 520;

class IssueDialog final : public widgets::FormDialog {
  public:
    IssueDialog(wxWindow* parent, const office::Session& session, const classes::ClassRow& row,
                std::size_t awarded)
        : FormDialog(parent, "issue", _("Issue certificates"), _("Issue"))
        , m_awarded(awarded)
        , m_approves(approves_at_once(office::load_office(session.database))) {
        collect(session, row);
        auto* form = new widgets::Form(body(), 1);
        std::vector<wxString> scopes;
        for (const Scope& scope : m_scopes)
            scopes.push_back(scope.name);
        // TRANSLATORS: before a choice of classes: for whom certificates are issued.
        m_scope = form->add_choice("issue.scope", _("For"), scopes, 0);
        m_files = form->add_choice("issue.files", _("As"),
                                   {_("A PDF file for each certificate, in a folder"),
                                    _("One PDF file with a page for each, to print")},
                                   0);
        m_words = new wxStaticText(body(), wxID_ANY, wxString());
        rows().Add(form, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::medium));
        rows().Add(m_words, 0, wxEXPAND);
        m_scope->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_words(); });
        show_words();
        on_accept([] { return true; });
        fit(560);
        CallAfter([this] { accept_button().SetFocus(); });
    }

    const std::vector<classes::ClassId>& chosen_classes() const { return m_scopes[chosen()].classes; }
    bool one_file() const { return m_files->GetSelection() == 1; }

  private:
    struct Scope {
        wxString name;
        std::vector<classes::ClassId> classes{};
        bool approves = false; // some of them in the same step
    };

    void add_scope(const wxString& name, const std::vector<classes::ClassRow>& rows) {
        Scope scope{name};
        for (const classes::ClassRow& row : rows) {
            const bool closed = row.status == classes::Status::closed;
            if (closed && !m_approves) continue; // its list is not approved
            scope.classes.push_back(row.id);
            scope.approves = scope.approves || closed;
        }
        // A wider circle is offered where there is more in it.
        if (m_scopes.empty() || scope.classes.size() > m_scopes.back().classes.size())
            m_scopes.push_back(std::move(scope));
    }

    void collect(const office::Session& session, const classes::ClassRow& row) {
        add_scope(office::shown_name(session, row), {row});
        const auto count = [](const std::vector<classes::ClassRow>& rows) {
            return number(static_cast<long long>(rows.size()));
        };
        const auto here = certificates::classes_to_issue(session.database, row.institution);
        const auto institution =
            widgets::wx(session.language == widgets::Language::khmer || row.institution_name.empty()
                            ? row.institution_km
                            : row.institution_name);
        // TRANSLATORS: {1} is a learning centre or school, {2} how many of its classes wait.
        add_scope(fill(_("Every class of {1} that waits ({2})"), {institution, count(here)}), here);
        const auto all = certificates::classes_to_issue(session.database);
        // TRANSLATORS: {1} is how many classes.
        add_scope(fill(_("Every class of the office that waits ({1})"), {count(all)}), all);
    }

    std::size_t chosen() const { return static_cast<std::size_t>(std::max(0, m_scope->GetSelection())); }

    void show_words() {
        const Scope& scope = m_scopes[chosen()];
        wxString words =
            scope.classes.size() == 1
                ? fill(
                      _("{1} learners get a certificate with the next serial numbers. A number once given is "
                        "never used again."),
                      {number(static_cast<long long>(m_awarded))})
                : fill(_("Everyone of {1} classes who may be awarded gets a certificate with the next serial "
                         "numbers, class after class. A number once given is never used again."),
                       {number(static_cast<long long>(scope.classes.size()))});
        if (scope.approves)
            words +=
                "\n\n" + wxString(_("This office is still being set up: issuing also approves the list, in "
                                    "your name and in the same step."));
        m_words->SetLabelText(words);
        m_words->Wrap(widgets::text_room(*this, text_width));
        widgets::name_control(*m_words, "issue.words", words);
        accept_button().SetLabel(scope.approves ? _("Approve and issue...") : _("Issue..."));
        body()->Layout();
        Layout();
    }

    std::size_t m_awarded;
    bool m_approves;
    std::vector<Scope> m_scopes;
    wxChoice* m_scope = nullptr;
    wxChoice* m_files = nullptr;
    wxStaticText* m_words = nullptr;
};

// Empty when the person goes back.
std::filesystem::path ask_place(wxWindow* parent, bool one_file) {
    const wxString documents = wxStandardPaths::Get().GetDocumentsDir();
    if (!one_file) {
        wxDirDialog folder(parent, _("The folder for the certificates"), documents);
        return folder.ShowModal() == wxID_OK ? widgets::path_of(folder.GetPath()) : std::filesystem::path{};
    }
    wxFileDialog file(parent, _("The PDF for the certificates"), documents, _("Certificates") + ".pdf",
                      "PDF (*.pdf)|*.pdf", wxFD_SAVE);
    if (file.ShowModal() != wxID_OK) return {};
    std::filesystem::path to = widgets::path_of(file.GetPath());
    if (to.extension() != ".pdf") to += ".pdf";
    return to;
}

} // namespace

std::optional<IssueChoice> ask_issue(wxWindow* parent, const office::Session& session,
                                     const classes::ClassRow& row, std::size_t awarded) {
    IssueDialog dialog(parent, session, row, awarded);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    const auto to = ask_place(parent, dialog.one_file());
    if (to.empty()) return std::nullopt;
    return IssueChoice{dialog.chosen_classes(), to};
}

} // namespace certificates

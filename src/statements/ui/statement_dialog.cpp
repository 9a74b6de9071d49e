// SPDX-License-Identifier: GPL-3.0-or-later
#include "statements/ui/statement_dialog.hpp"

#include "certificates/issue_files.hpp"
#include "certificates/ui/issue_work.hpp"
#include "certificates/ui/preview_dialog.hpp"
#include "documents/ui/paper_preview.hpp"
#include "documents/ui/program_fonts.hpp"
#include "office/key_store.hpp"
#include "statements/class_list.hpp"
#include "statements/issue.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/job_dialog.hpp"
#include "widgets/reason_dialog.hpp"
#include "widgets/text.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stdpaths.h>

#include <algorithm>
#include <array>
#include <memory>

namespace statements {
namespace {

using widgets::fill;
using widgets::Tone;
using widgets::space::large;
using widgets::space::small;

constexpr std::array kinds = {Document::provisional, Document::partial, Document::attendance};
constexpr const char* pdf_files = "PDF (*.pdf)|*.pdf";

// What a learner of the class may have, and had.
struct Line {
    classes::ClassLearner learner;
    std::optional<core::Error> why_not;
    std::optional<std::string> number; // the newest
};

class StatementDialog final : public widgets::JobDialog {
  public:
    StatementDialog(wxWindow* parent, office::Session& session, const classes::ClassRow& row)
        : JobDialog(parent, fill(_("Statements: {1}"), {office::shown_name(session, row)}), "statements")
        , m_session(session)
        , m_class(row) {
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(make_form(), 0, wxEXPAND | wxALL, FromDIP(large));
        rows->Add(make_list(), 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(large));
        rows->Add(make_buttons(), 0, wxEXPAND | wxALL, FromDIP(large));
        lay_out(rows, 1100, 640);
        CallAfter([this] {
            m_kind->SetFocus();
            read_class();
        });
    }

  private:
    wxWindow* make_form() {
        const bool khmer = m_session.language == widgets::Language::khmer;
        std::vector<wxString> names;
        for (const Document kind : kinds) {
            const auto& name = templates::kind_of(kind).name;
            names.push_back(widgets::wx(khmer ? name.km : name.en));
        }
        auto* form = new widgets::Form(m_body, 1);
        m_kind = form->add_choice("statements.kind", _("What is handed out"), names, 0);
        m_kind->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { read_class(); });
        return form;
    }

    wxWindow* make_list() {
        m_list = new widgets::DataList(
            m_body, "statements.learners", _("Learners of the class"),
            {{.title = _("Name"), .width = 220, .grows = true},
             // TRANSLATORS: heading: the number of a statement.
             {.title = _("Statement number"), .width = 190},
             // TRANSLATORS: heading: whether a learner may have a statement, or why not.
             {.title = _("May have one"), .width = 520, .grows = true}},
            widgets::DataList::Selection::many);
        m_list->say_when_empty(_("Nobody was ever in this class."));
        m_list->on_select([this] { allow(); });
        return m_list;
    }

    wxSizer* make_buttons() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        const auto add = [&](const char* id, const wxString& label, std::function<void()> run) {
            auto* button = widgets::add_named_button(m_body, id, label, std::move(run));
            row->Add(button, 0, wxRIGHT, FromDIP(small));
            return button;
        };
        m_preview = add("statements.preview", _("&Preview..."), [this] { preview_chosen(); });
        m_again = add("statements.again", _("Print &again..."), [this] { print_again(); });
        add("statements.handover", _("&Handover register..."), [this] { show_list(ListKind::handover); });
        add("statements.roll", _("Nominal &roll..."), [this] { show_list(ListKind::roll); });
        row->AddStretchSpacer();
        m_chosen = add("statements.chosen", _("For the &chosen..."), [this] { hand_out(true); });
        m_all = add("statements.all", _("For &everyone..."), [this] { hand_out(false); });
        widgets::dress(*m_all, widgets::Part::primary_button);
        auto* close = widgets::add_named_button(m_body, "statements.close", _("Close"),
                                                [this] { EndModal(wxID_CLOSE); });
        SetEscapeId(close->GetId());
        row->Add(close);
        return row;
    }

    Document kind() const { return kinds[static_cast<std::size_t>(std::max(0, m_kind->GetSelection()))]; }

    void run(const wxString& title, widgets::JobRunner::Work work) {
        m_jobs->run(title, std::move(work), [this](const core::Error& error) {
            m_messages->tell(Tone::bad, m_session.sentence(error));
        });
    }

    void read_class() {
        run(_("Reading the class"), [this, kind = kind()](core::Progress&) -> widgets::JobRunner::Finish {
            const auto context = certificates::load_award_context(m_session.database, m_class.id);
            auto lines = std::make_shared<std::vector<Line>>();
            for (Subject& subject : load_subjects(m_session.database, kind, context)) {
                Line line{subject.candidate.learner, reason_against(kind, context, subject), {}};
                line.number = find_number(m_session.database, kind, line.learner.enrolment.id);
                lines->push_back(std::move(line));
            }
            return [this, lines] { show(*lines); };
        });
    }

    void show(const std::vector<Line>& lines) {
        m_lines = lines;
        m_list->set_rows(m_lines.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            const Line& line = m_lines[row];
            if (column == 0) return {office::shown_name(m_session, line.learner)};
            if (column == 1) return {widgets::wx(line.number.value_or(""))};
            if (line.why_not) return {m_session.sentence(*line.why_not), Tone::muted};
            // TRANSLATORS: whether a learner may have a statement.
            if (line.number) return {_("Has one"), Tone::good};
            return {_("May have one"), Tone::info};
        });
        m_list->quietly([&] {
            if (!m_lines.empty()) m_list->select(0);
        });
        allow();
    }

    void allow() {
        const Line* line = chosen();
        m_preview->Enable(line && !line->why_not);
        m_again->Enable(line && line->number);
        const auto rows = m_list->selection();
        m_chosen->Enable(std::any_of(rows.begin(), rows.end(), [this](std::size_t row) {
            return row < m_lines.size() && !m_lines[row].why_not;
        }));
        m_all->Enable(std::any_of(m_lines.begin(), m_lines.end(),
                                  [](const Line& one) { return !one.why_not && !one.number; }));
    }

    const Line* chosen() const {
        const auto row = m_list->selected();
        return row && *row < m_lines.size() ? &m_lines[*row] : nullptr;
    }

    void preview_chosen() {
        const Line* line = chosen();
        if (!line) return;
        run(_("Drawing the page"),
            [this, kind = kind(), learner = line->learner](core::Progress&) -> widgets::JobRunner::Finish {
                const auto page = preview(m_session.database, kind, m_class.id, learner.enrolment.learner,
                                          documents::load_program_fonts());
                return [this, learner, page] {
                    if (!page)
                        m_messages->tell(Tone::bad, m_session.sentence(page.error()));
                    else
                        certificates::show_page(this, m_session, office::shown_name(m_session, learner),
                                                _("A preview: without its number it is not handed out."),
                                                *page);
                };
            });
    }

    void hand_out(bool of_chosen) {
        std::vector<learners::LearnerId> of;
        if (of_chosen)
            for (const std::size_t row : m_list->selection())
                if (row < m_lines.size() && !m_lines[row].why_not)
                    of.push_back(m_lines[row].learner.enrolment.learner);
        if (of_chosen && of.empty()) return;
        wxDirDialog dialog(this, _("The folder for the papers"), wxStandardPaths::Get().GetDocumentsDir());
        if (dialog.ShowModal() != wxID_OK || !m_session.unlock_signing(this)) return;
        const auto folder = widgets::path_of(dialog.GetPath());
        run(_("Handing out"),
            [this, kind = kind(), of, folder](core::Progress& progress) -> widgets::JobRunner::Finish {
                const auto done = hand_out_into(kind, of, folder, progress);
                return [this, done, folder] {
                    if (!done) {
                        m_messages->tell(Tone::warning, m_session.sentence(done.error()));
                        return;
                    }
                    // TRANSLATORS: {1} is a number, {2} a folder.
                    m_messages->tell_file(fill(_("{1} papers lie in {2}."),
                                               {widgets::number(static_cast<long long>(done->files.size())),
                                                widgets::wx_path(folder)}),
                                          done->files.size() == 1 ? done->files.front() : folder);
                    read_class();
                };
            });
    }

    core::Expected<IssuedFiles> hand_out_into(Document kind, const std::vector<learners::LearnerId>& of,
                                              const std::filesystem::path& folder, core::Progress& progress) {
        const auto key = office::signing_key(m_session);
        if (!key) return core::fail(key.error());
        return issue_into(m_session.database, m_session.actor, kind, m_class.id, of, *key,
                          documents::load_program_fonts(), folder, progress);
    }

    void print_again() {
        const Line* line = chosen();
        if (!line || !line->number) return;
        const std::string number = *line->number;
        const auto reason = widgets::ask_reason(
            this, "statement-reason",
            {fill(_("Print {1} again"), {widgets::wx(number)}),
             _("The paper is the same as the one that was handed out; the reprint is counted."),
             _("Reason, kept with the statement"), _("Print again")});
        if (!reason) return;
        wxFileDialog dialog(this, _("Save the paper"), wxStandardPaths::Get().GetDocumentsDir(),
                            widgets::wx(number + ".pdf"), pdf_files, wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
        if (dialog.ShowModal() != wxID_OK) return;
        const auto path = widgets::path_of(dialog.GetPath());
        run(_("Printing again"),
            [this, number, path, why = *reason](core::Progress&) -> widgets::JobRunner::Finish {
                storage::Transaction tx(m_session.database, m_session.actor);
                const auto pdf = reprint(tx, number, why);
                if (pdf) certificates::commit_with_file(tx, path, *pdf);
                return [this, pdf, path] { tell_saved(path, pdf ? nullptr : &pdf.error()); };
            });
    }

    void show_list(ListKind which) {
        run(_("Preparing the pages"), [this, which](core::Progress&) -> widgets::JobRunner::Finish {
            const auto list = load_list(m_session.database, which, m_class.id);
            auto paper = list ? documents::paper_of_sheet(paper_of(*list), documents::load_program_fonts(),
                                                          list->made_at)
                              : core::Expected<documents::Paper>{core::fail(list.error())};
            return [this, which, list, paper = std::move(paper)]() mutable {
                if (!paper) return m_messages->tell(Tone::warning, m_session.sentence(paper.error()));
                paper->title = which == ListKind::handover ? _("Handover register") : _("Nominal roll");
                paper->file = which == ListKind::handover ? "handover" : "roll";
                paper->kind = which == ListKind::handover ? "handover" : "roll";
                paper->workbook = [list](const std::filesystem::path& path) {
                    return write_list(path, *list, documents::program_font_folders());
                };
                paper->sentence = m_session.sentence;
                documents::show_paper(this, *paper);
            };
        });
    }

    void tell_saved(const std::filesystem::path& path, const core::Error* error) {
        if (error)
            m_messages->tell(Tone::warning, m_session.sentence(*error));
        else
            m_messages->tell_file(fill(_("Saved as {1}."), {widgets::wx_path(path)}), path);
    }

    office::Session& m_session;
    classes::ClassRow m_class;
    std::vector<Line> m_lines;
    wxChoice* m_kind = nullptr;
    widgets::DataList* m_list = nullptr;
    wxButton* m_preview = nullptr;
    wxButton* m_again = nullptr;
    wxButton* m_chosen = nullptr;
    wxButton* m_all = nullptr;
};

} // namespace

void show_statements(wxWindow* parent, office::Session& session, const classes::ClassRow& row) {
    StatementDialog(parent, session, row).ShowModal();
}

} // namespace statements

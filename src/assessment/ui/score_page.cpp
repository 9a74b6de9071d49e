// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/ui/score_page.hpp"

#include "assessment/result_sheet_store.hpp"
#include "assessment/score_store.hpp"
#include "assessment/ui/correct_dialog.hpp"
#include "assessment/ui/period_choice.hpp"
#include "assessment/ui/score_table.hpp"
#include "documents/fonts.hpp"
#include "widgets/empty_state.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>

#include <memory>

namespace assessment {
namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

wxString counted(const Count& count) {
    // TRANSLATORS: how many, and how many of them are women
    return fill(_("{1} ({2} women)"), {number(count.total), number(count.female)});
}

std::vector<std::filesystem::path> font_folders() {
    const std::string program = widgets::utf8(wxStandardPaths::Get().GetExecutablePath());
    return documents::font_folders(
        std::filesystem::path{std::u8string{program.begin(), program.end()}}.parent_path());
}

class ScorePage final : public widgets::Page {
  public:
    ScorePage(wxWindow* parent, office::Session& session, MakeScoreSheets sheets)
        : Page(parent, "assessment", _("Assessment"))
        , m_session(session)
        , m_sheets(std::move(sheets)) {
        make_commands();
        show_buttons({"assessment.sheets", "assessment.correct", "assessment.sheet"});
        m_choice = new PeriodChoice(this, session);
        m_choice->on_change([this] { show_scores(); });
        body().Add(m_choice, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
        m_grid = new widgets::RegisterGrid(this, "assessment.scores", _("Score sheet"),
                                           widgets::RegisterGrid::Advance::down);
        m_grid->set_row_label_width(210);
        m_grid->SetColLabelSize(2 * widgets::row_height(*m_grid));
        body().Add(m_grid, 1, wxEXPAND);
        m_grades = new wxStaticText(this, wxID_ANY, wxString());
        body().Add(m_grades, 0, wxEXPAND | wxTOP, FromDIP(widgets::space::small));
        m_empty = new widgets::EmptyState(this, "assessment", _("No class yet"),
                                          _("Open a class and enrol its learners; their marks are then typed "
                                            "here, subject by subject."));
        m_empty->add_button(commands().make_button(m_empty, "assessment.classes"));
        body().Add(m_empty, 1, wxEXPAND);
    }

    void refresh() override {
        m_choice->refresh();
        show_scores();
    }

    wxWindow* first_control() override { return m_table ? m_grid : nullptr; }

    void open(std::string_view what) override {
        m_choice->choose(classes::ClassId{std::strtoll(std::string(what).c_str(), nullptr, 10)});
        show_scores();
    }

  private:
    void make_commands() {
        commands().add({.id = "assessment.sheets",
                        .label = _("S&heets for centres..."),
                        .help = _("A score sheet to fill in, as a workbook or on paper"),
                        .icon = "print",
                        .run = [this] { m_sheets(this, m_choice->chosen()->id, m_choice->period()); },
                        .allowed = [this] { return m_table != nullptr; }});
        commands().add(
            {.id = "assessment.correct",
             .label = _("&Correct..."),
             .help = _("Correct the mark under the cursor of a class that is closed, with a reason"),
             .icon = "edit",
             .run = [this] { correct(); },
             .allowed = [this] { return can_correct(); }});
        commands().add({.id = "assessment.sheet",
                        .label = _("Result &sheet..."),
                        .help = _("Save the results as a workbook or as a page to print"),
                        .shortcut = "Ctrl+S",
                        .icon = "save",
                        .run = [this] { save_sheet(); },
                        .allowed = [this] { return m_table != nullptr; },
                        .rank = widgets::Rank::primary});
        commands().add({.id = "assessment.classes",
                        .label = _("Go to &classes"),
                        .help = _("Open a class and enrol learners"),
                        .icon = "classes",
                        .run = [this] { m_session.go("classes", {}); },
                        .rank = widgets::Rank::primary});
    }

    bool can_correct() const {
        const auto* in = m_choice->chosen();
        return m_table && m_table->rows() > 0 &&
               (in->status == classes::Status::closed || in->status == classes::Status::approved) &&
               m_table->subject_of(m_grid->GetGridCursorCol()) != nullptr;
    }

    void show_scores() {
        const auto* in = m_choice->chosen();
        m_choice->Show(in != nullptr);
        offer_buttons(in != nullptr);
        m_grid->Show(in != nullptr);
        m_grades->Show(in != nullptr);
        m_empty->Show(in == nullptr);
        m_grid->show_table(nullptr);
        m_table.reset();
        if (in != nullptr) {
            m_table = std::make_unique<ScoreTable>(
                load(), m_session.language, in->status == classes::Status::open,
                [this](const ResultRow& row, const programmes::Subject& subject, const std::string& typed) {
                    return write(row.learner.enrolment.id, subject, typed);
                });
            m_grid->show_table(m_table.get());
            tell_counts();
        } else {
            set_subtitle({});
        }
        Layout();
    }

    ClassResults load() const {
        return load_results(m_session.database, m_choice->chosen()->id, m_choice->period()).value();
    }

    // Runs one write in its own transaction and says what stood in the way.
    template<typename Work>
    bool commit(Work work) {
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto done = work(tx);
        if (!done) {
            messages().tell(Tone::bad, m_session.sentence(done.error()));
            return false;
        }
        tx.commit();
        messages().dismiss();
        m_table->replace(load());
        m_grid->values_changed();
        tell_counts();
        return true;
    }

    bool write(classes::EnrolmentId enrolment, const programmes::Subject& subject, const std::string& typed) {
        const auto score = read_score(typed, subject.maximum);
        if (!score) {
            messages().tell(Tone::bad, m_session.sentence(score.error()));
            return false;
        }
        const Cell cell{m_choice->period(), subject.key};
        return commit([&](storage::Transaction& tx) { return set_score(tx, enrolment, cell, *score); });
    }

    void correct() {
        const auto& row = m_table->results().rows[static_cast<std::size_t>(m_grid->GetGridCursorRow())];
        const auto& subject = *m_table->subject_of(m_grid->GetGridCursorCol());
        const Cell cell{m_choice->period(), subject.key};
        const auto enrolment = row.learner.enrolment.id;
        const auto found = row.scores.find(cell);
        const wxString what = office::shown_name(m_session, row.learner) + ", " +
                              m_table->column_spoken(m_grid->GetGridCursorCol());
        const std::string was = found == row.scores.end() ? std::string{} : format_score(found->second);
        const auto correction = ask_correction(this, m_session, what, was, subject.maximum);
        if (!correction) return;
        commit([&](storage::Transaction& tx) {
            return correct_score(tx, enrolment, cell, correction->score, correction->reason);
        });
    }

    void save_sheet() {
        wxString file = office::shown_name(m_session, *m_choice->chosen()) + ".pdf";
        file.Replace("/", "-");
        wxFileDialog dialog(this, _("Save the result sheet"), wxStandardPaths::Get().GetDocumentsDir(), file,
                            _("Page to print (*.pdf)|*.pdf|Workbook (*.xlsx)|*.xlsx"),
                            wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
        if (dialog.ShowModal() != wxID_OK) return;
        const std::string name = widgets::utf8(dialog.GetPath());
        std::filesystem::path path{std::u8string{name.begin(), name.end()}};
        if (!path.has_extension()) path += dialog.GetFilterIndex() == 0 ? ".pdf" : ".xlsx";
        const auto sheet = load_result_sheet(m_session.database, m_choice->chosen()->id, m_table->results());
        m_session.run_job(_("Writing the result sheet"),
                          [this, path, sheet](core::Progress&) -> widgets::JobRunner::Finish {
                              const auto written = write_result_sheet(path, sheet, font_folders());
                              return [this, path, written] {
                                  if (written)
                                      tell_saved(path);
                                  else
                                      messages().tell(Tone::bad, m_session.sentence(written.error()));
                              };
                          });
    }

    void tell_saved(const std::filesystem::path& path) {
        messages().tell(Tone::good, fill(_("Saved as {1}."), {widgets::wx_path(path)}), _("Open the file"),
                        [path] { wxLaunchDefaultApplication(widgets::wx_path(path)); });
    }

    void tell_counts() {
        const Distribution distribution = distribution_of(m_table->results());
        set_subtitle(fill(_("{1} learners, {2} passed, {3} failed, {4} with marks missing"),
                          {counted(distribution.learners), counted(distribution.pass),
                           counted(distribution.fail), counted(distribution.incomplete)}));
        wxString grades = _("Grades") + ":";
        for (const auto& grade : distribution.grades)
            grades += "  " + widgets::wx(grade.letter) + " " + counted(grade.count);
        m_grades->SetLabel(grades);
    }

    office::Session& m_session;
    MakeScoreSheets m_sheets;
    PeriodChoice* m_choice = nullptr;
    std::unique_ptr<ScoreTable> m_table;
    widgets::RegisterGrid* m_grid = nullptr;
    wxStaticText* m_grades = nullptr;
    widgets::EmptyState* m_empty = nullptr;
};

} // namespace

widgets::PageEntry score_page(office::Session& session, MakeScoreSheets sheets) {
    return {.id = "assessment",
            .label = _("Assessment"),
            .icon = "assessment",
            .create = [&session, sheets = std::move(sheets)](wxWindow* parent) {
                return new ScorePage(parent, session, sheets);
            }};
}

} // namespace assessment

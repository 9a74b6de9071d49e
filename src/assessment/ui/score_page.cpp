// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/ui/score_page.hpp"

#include "assessment/result_chart.hpp"
#include "assessment/result_sheet_store.hpp"
#include "assessment/score_sitting.hpp"
#include "assessment/ui/correct_dialog.hpp"
#include "assessment/ui/hint_list.hpp"
#include "assessment/ui/period_choice.hpp"
#include "assessment/ui/score_block.hpp"
#include "assessment/ui/score_table.hpp"
#include "documents/ui/paper_preview.hpp"
#include "documents/ui/program_fonts.hpp"
#include "office/ui/chart_source.hpp"
#include "widgets/accessible.hpp"
#include "widgets/clipboard.hpp"
#include "widgets/date_field.hpp"
#include "widgets/empty_state.hpp"
#include "widgets/reason_dialog.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

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

class ScorePage final : public widgets::Page {
  public:
    ScorePage(wxWindow* parent, office::Session& session, MakeScoreSheets sheets)
        : Page(parent, "assessment", _("Assessment"))
        , m_session(session)
        , m_sheets(std::move(sheets)) {
        make_commands();
        show_buttons({"assessment.sheets", "assessment.correct", "assessment.lock", "assessment.sheet"});
        m_choice = new PeriodChoice(this, session);
        m_choice->on_change([this] { show_scores(); });
        body().Add(m_choice, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
        m_note = new wxStaticText(this, wxID_ANY, wxString());
        widgets::name_control(*m_note, "assessment.note", _("State of the period"));
        m_note->SetForegroundColour(widgets::colour::muted);
        body().Add(m_note, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
        m_grid = new widgets::RegisterGrid(this, "assessment.scores", _("Score sheet"),
                                           widgets::RegisterGrid::Advance::down);
        m_grid->set_row_label_width(210);
        m_grid->SetColLabelSize(2 * widgets::row_height(*m_grid));
        // Not the window's shortcuts: in a cell that is being typed these keys are the text's own.
        m_grid->GetGridWindow()->Bind(wxEVT_KEY_DOWN, &ScorePage::take_key, this);
        body().Add(m_grid, 1, wxEXPAND);
        m_grades = new wxStaticText(this, wxID_ANY, wxString());
        body().Add(m_grades, 0, wxEXPAND | wxTOP, FromDIP(widgets::space::small));
        m_hints = new HintList(this, session);
        m_hints->on_open([this](const Hint& hint) { go_to(hint); });
        body().Add(m_hints, 0, wxEXPAND | wxTOP, FromDIP(widgets::space::small));
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

    std::string shown() const override {
        const classes::ClassRow* chosen = m_choice->chosen();
        return chosen ? std::to_string(static_cast<std::int64_t>(chosen->id)) : std::string();
    }

  private:
    void make_commands() {
        commands().add({.id = "assessment.sheets",
                        .label = _("S&heets for centres..."),
                        .help = _("A score sheet to fill in, as a workbook or on paper"),
                        .icon = "print",
                        .run = [this] { m_sheets(this, m_choice->chosen()->id, m_choice->period()); },
                        .allowed = [this] { return m_table != nullptr; }});
        commands().add({.id = "assessment.paste",
                        .label = _("&Paste marks"),
                        .help = _("Write a block of cells from a spreadsheet from the cursor on (Ctrl+V)"),
                        .run = [this] { paste(); },
                        .allowed = [this] { return may_type(); }});
        commands().add({.id = "assessment.copy",
                        .label = _("&Copy marks"),
                        .help = _("Copy the chosen cells for a spreadsheet (Ctrl+C)"),
                        .run = [this] { copy(); },
                        .allowed = [this] { return m_table && m_table->rows() > 0; }});
        commands().add({.id = "assessment.undo",
                        .label = _("&Undo the last change"),
                        .help = _("Take back what was last typed or pasted here (Ctrl+Z)"),
                        .icon = "undo",
                        .run = [this] { take_back(); },
                        .allowed = [this] { return m_sitting && m_sitting->can_take_back(); }});
        commands().add({.id = "assessment.exempt",
                        .label = _("&Not examined"),
                        .help = _("Mark every empty cell of this period as exempt: it then leaves the mean"),
                        .run = [this] { exempt_rest(); },
                        .allowed = [this] { return may_type() && !is_retest(); }});
        commands().add(
            {.id = "assessment.correct",
             .label = _("&Correct..."),
             .help = _("Correct the mark under the cursor of a locked period or closed class, with a reason"),
             .icon = "edit",
             .run = [this] { correct(); },
             .allowed = [this] { return can_correct(); }});
        commands().add({.id = "assessment.lock",
                        .label = _("&Lock the period"),
                        .help = _("From now on a mark of this period is only corrected, with a reason"),
                        .icon = "check",
                        .run = [this] { lock(); },
                        .allowed = [this] { return m_table && class_is_open() && !m_lock; }});
        commands().add({.id = "assessment.unlock",
                        .label = _("Unl&ock the period..."),
                        .help = _("Let marks of this period be typed again, with a reason"),
                        .run = [this] { unlock(); },
                        .allowed = [this] { return m_table && class_is_open() && m_lock; }});
        commands().add({.id = "assessment.sheet",
                        .label = _("Result &sheet..."),
                        .help = _("Save the results as a workbook or as a page to print"),
                        .shortcut = "Ctrl+S",
                        .icon = "save",
                        .run = [this] { save_sheet(); },
                        .allowed = [this] { return m_table != nullptr; },
                        .rank = widgets::Rank::primary});
        commands().add({.id = "assessment.chart",
                        .label = _("C&hart of results..."),
                        .help = _("How many have each grade, and of whom women"),
                        .run = [this] { show_chart(); },
                        .allowed = [this] { return m_table && m_table->rows() > 0; }});
        commands().add({.id = "assessment.classes",
                        .label = _("Go to &classes"),
                        .help = _("Open a class and enrol learners"),
                        .icon = "classes",
                        .run = [this] { m_session.go("classes", {}); },
                        .rank = widgets::Rank::primary});
    }

    void show_chart() {
        const auto said = [](const wxString& words) { return widgets::utf8(words); };
        const core::Chart chart =
            result_chart(distribution_of(m_table->results()),
                         {.title = said(_("Results")),
                          .note = said(office::shown_name(m_session, *m_choice->chosen())),
                          .all = said(_("All")),
                          .female = said(_("Women")),
                          .told = said(_("{1}, {2} female")),
                          .pass = said(_("Pass")),
                          .fail = said(_("Fail")),
                          // TRANSLATORS: learners who lack a mark, and so have no result.
                          .incomplete = said(_("Incomplete")),
                          .nothing = said(_("Nobody has a result yet."))});
        documents::show_charts(this, "result-chart", _("Results"), {chart}, office::chart_source(m_session));
    }

    bool class_is_open() const { return m_choice->chosen()->status == classes::Status::open; }
    bool is_retest() const { return programmes::is_retest(m_table->results().pack, m_choice->period()); }
    bool may_type() const {
        return m_table && m_table->rows() > 0 && m_table->subjects() > 0 && class_is_open() && !m_lock;
    }
    bool can_correct() const {
        const auto* in = m_choice->chosen();
        if (!m_table || m_table->rows() == 0 || in->status == classes::Status::issued) return false;
        return (in->status != classes::Status::open || m_lock) &&
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
        m_lock.reset();
        m_note->Hide();
        if (in != nullptr) {
            show_class(*in);
        } else {
            m_hints->show({});
            set_subtitle({});
        }
        Layout();
    }

    void show_class(const classes::ClassRow& in) {
        // A sitting ends with the class and the period it is at.
        const std::pair at{in.id, m_choice->period()};
        if (!m_sitting || m_sitting_at != at) m_sitting.emplace(in.id, m_choice->period());
        m_sitting_at = at;
        ClassResults results = load();
        if (!results.pack.takes_marks()) {
            m_grid->Hide();
            m_grades->Hide();
            m_hints->show({});
            set_subtitle({});
            return note(_("This programme takes no marks: attendance decides."));
        }
        const std::vector<PeriodLock> locks = load_locks(m_session.database, in.id);
        if (const PeriodLock* lock = lock_on(results.pack, locks, m_choice->period())) m_lock = *lock;
        if (m_lock)
            // TRANSLATORS: {1} is a day, {2} who did it
            note(fill(
                _("The marks of this period are locked since {1} ({2}). They are corrected with a reason."),
                {widgets::shown(core::day_in_cambodia(m_lock->locked_at)), widgets::wx(m_lock->actor)}));
        m_table = std::make_unique<ScoreTable>(
            std::move(results), m_session.language, class_is_open() && !m_lock,
            [this](int row, const programmes::Subject& subject, const std::string& typed) {
                return type(row, subject, typed);
            });
        m_grid->show_table(m_table.get());
        tell_counts();
    }

    void note(const wxString& words) {
        m_note->SetLabel(words);
        m_note->Show();
    }

    ClassResults load() const {
        return load_results(m_session.database, m_choice->chosen()->id, m_choice->period()).value();
    }

    void show_again() {
        m_table->replace(load());
        m_grid->values_changed();
        tell_counts();
    }

    bool type(int row, const programmes::Subject& subject, const std::string& typed) {
        const TypedMark mark{enrolment_at(row), subject.key, typed};
        const auto done = m_sitting->type(m_session.database, m_session.actor, mark);
        if (!done) {
            messages().tell(Tone::bad, refusal(m_session, *m_table, mark, done.error()));
            // Enter has moved the cursor on: back to the cell that is still to be typed.
            const int column = m_grid->GetGridCursorCol();
            CallAfter([this, row, column] { m_grid->GoToCell(row, column); });
            return false;
        }
        messages().dismiss();
        show_again();
        return true;
    }

    classes::EnrolmentId enrolment_at(int row) const {
        return m_table->results().rows[static_cast<std::size_t>(row)].learner.enrolment.id;
    }

    void take_key(wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        const bool plain = event.GetModifiers() == wxMOD_CONTROL && !m_grid->IsCellEditControlShown();
        if (plain && key == 'V' && may_type())
            paste();
        else if (plain && key == 'C' && m_table)
            copy();
        else if (plain && key == 'Z' && m_sitting && m_sitting->can_take_back())
            take_back();
        else
            event.Skip();
    }

    void paste() {
        const TypedBlock block = typed_block(*m_table, m_grid->GetGridCursorRow(), m_grid->GetGridCursorCol(),
                                             widgets::clipboard_cells());
        const Pasted pasted = m_sitting->paste(m_session.database, m_session.actor, block.marks);
        show_again();
        const bool clean = pasted.refused.empty() && block.outside == 0;
        messages().tell(clean ? Tone::good : Tone::warning,
                        pasted_words(m_session, *m_table, pasted, block.outside));
    }

    // The chosen cells as a block, else the one with the cursor.
    void copy() { widgets::copy_cells(m_grid->copied_cells()); }

    void take_back() {
        const auto cells = m_sitting->take_back(m_session.database, m_session.actor);
        if (!cells) return messages().tell(Tone::bad, m_session.sentence(cells.error()));
        show_again();
        messages().tell(Tone::info,
                        fill(wxPLURAL("{1} mark is as it was before.", "{1} marks are as they were before.",
                                      static_cast<unsigned>(*cells)),
                             {number(*cells)}));
    }

    void exempt_rest() {
        const auto cells = m_sitting->exempt_rest(m_session.database, m_session.actor);
        if (!cells) return messages().tell(Tone::bad, m_session.sentence(cells.error()));
        show_again();
        messages().tell(Tone::info,
                        fill(wxPLURAL("{1} empty cell is now exempt.", "{1} empty cells are now exempt.",
                                      static_cast<unsigned>(*cells)),
                             {number(*cells)}));
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
        return true;
    }

    void lock() {
        if (commit([&](storage::Transaction& tx) {
                return lock_period(tx, m_choice->chosen()->id, m_choice->period());
            }))
            show_scores();
    }

    void unlock() {
        const auto reason =
            widgets::ask_reason(this, "unlock",
                                {.title = _("Unlock the period"),
                                 .explanation = _("Marks of this period can then be typed again."),
                                 .reason_label = _("Reason, kept in the history"),
                                 .do_label = _("Unlock")});
        if (reason && commit([&](storage::Transaction& tx) {
                return unlock_period(tx, m_choice->chosen()->id, m_choice->period(), *reason);
            }))
            show_scores();
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
        const auto correction = ask_correction(
            this, m_session, what, was, {subject.maximum, m_table->results().pack.averaging.mark_step});
        if (!correction) return;
        if (commit([&](storage::Transaction& tx) {
                return correct_score(tx, enrolment, cell, correction->score, correction->reason);
            }))
            show_again();
    }

    void go_to(const Hint& hint) {
        int column = 0;
        while (!hint.subject.empty() && m_table->subject_of(column)->key != hint.subject)
            ++column;
        m_grid->GoToCell(hint.row ? static_cast<int>(*hint.row) : 0, column);
        m_grid->SetFocus();
    }

    void save_sheet() {
        const wxString of = office::shown_name(m_session, *m_choice->chosen());
        const auto sheet = load_result_sheet(m_session.database, m_choice->chosen()->id, m_table->results());
        m_session.run_job(
            _("Preparing the pages"), [this, of, sheet](core::Progress&) -> widgets::JobRunner::Finish {
                auto paper = documents::paper_of_sheet(paper_of(sheet), documents::load_program_fonts(),
                                                       sheet.made_at);
                return [this, of, sheet, paper = std::move(paper)]() mutable {
                    if (!paper) return messages().tell(Tone::bad, m_session.sentence(paper.error()));
                    paper->title = fill(_("Result sheet: {1}"), {of});
                    paper->file = of;
                    paper->kind = "result-sheet";
                    paper->workbook = [sheet](const std::filesystem::path& path) {
                        return write_result_sheet(path, sheet, documents::program_font_folders());
                    };
                    paper->sentence = m_session.sentence;
                    documents::show_paper(wxGetTopLevelParent(this), *paper);
                };
            });
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
        m_hints->show(m_table->results());
    }

    office::Session& m_session;
    MakeScoreSheets m_sheets;
    PeriodChoice* m_choice = nullptr;
    std::unique_ptr<ScoreTable> m_table;
    std::optional<ScoreSitting> m_sitting;
    std::pair<classes::ClassId, std::string> m_sitting_at;
    std::optional<PeriodLock> m_lock; // of the period that is shown
    wxStaticText* m_note = nullptr;
    HintList* m_hints = nullptr;
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

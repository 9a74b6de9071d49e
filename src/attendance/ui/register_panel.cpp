// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/register_panel.hpp"

#include "attendance/letter_store.hpp"
#include "attendance/register_store.hpp"
#include "attendance/ui/day_dialogs.hpp"
#include "attendance/ui/month_words.hpp"
#include "attendance/ui/refusals_dialog.hpp"
#include "attendance/ui/roll_call_dialog.hpp"
#include "widgets/accessible.hpp"
#include "widgets/clipboard.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <set>

namespace attendance {

using widgets::fill;
using widgets::number;
using widgets::Tone;

namespace {

// The field of the cell that is being typed in, which has the clipboard's keys to itself.
wxTextCtrl* open_editor(const widgets::RegisterGrid& grid) {
    if (!grid.IsCellEditControlShown()) return nullptr;
    wxGridCellEditor* editor = grid.GetCellEditor(grid.GetGridCursorRow(), grid.GetGridCursorCol());
    auto* field = dynamic_cast<wxTextCtrl*>(editor->GetControl());
    editor->DecRef();
    return field;
}

} // namespace

RegisterPanel::RegisterPanel(wxWindow* parent, office::Session& session, widgets::MessageBar& messages)
    : wxPanel(parent)
    , m_session(session)
    , m_messages(messages)
    , m_sitting(session.database, session.actor) {
    m_grid = new widgets::RegisterGrid(this, "attendance.register", _("Register of the month"),
                                       widgets::RegisterGrid::Advance::down);
    m_grid->set_row_label_width(186);
    m_grid->SetColLabelSize(2 * widgets::row_height(*m_grid));
    m_grid->on_advance([this](widgets::GridCell from) {
        if (!day()) return widgets::GridCell{std::min(from.row + 1, m_table->rows() - 1), from.column};
        const RegisterCell here{static_cast<std::size_t>(from.row), static_cast<unsigned>(from.column) + 1};
        const auto next = next_cell(*month(), here, m_reading, today());
        if (!next) return from;
        return widgets::GridCell{static_cast<int>(next->row), static_cast<int>(next->day) - 1};
    });
    m_grid->Bind(wxEVT_GRID_SELECT_CELL, [this](wxGridEvent& event) {
        event.Skip();
        tell_cell(event.GetRow(), event.GetCol());
    });
    const auto add_line = [this](const char* id) {
        auto* line = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                      wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
        widgets::name_control(*line, id, wxString());
        return line;
    };
    m_closing = add_line("attendance.closing");
    m_differing = add_line("attendance.differing");
    m_differing->SetForegroundColour(widgets::colour::bad);
    m_differing->Hide();
    m_cell = add_line("attendance.cell");
    m_cell->SetForegroundColour(widgets::colour::muted);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_grid, 1, wxEXPAND);
    for (wxStaticText* line : {m_closing, m_differing, m_cell})
        rows->Add(line, 0, wxEXPAND | wxTOP, FromDIP(widgets::space::hair));
    SetSizer(rows);
}

void RegisterPanel::show(std::optional<classes::ClassId> id, core::Month month_of_it) {
    const bool same = id && m_table && month()->taught.id == *id && month()->days.month == month_of_it;
    const widgets::GridCell before{m_grid->GetGridCursorRow(), m_grid->GetGridCursorCol()};
    m_grid->show_table(nullptr);
    m_table.reset();
    if (id) {
        m_table = std::make_unique<MonthTable>(
            load_register(m_session.database, *id, month_of_it), m_session.language,
            load_letters(m_session.database), today(),
            MonthTable::Writing{
                .marks = [this](const std::vector<CellMark>& cells) { return write_cells(cells); },
                .paper = [this](const RegisterRow& row,
                                const PaperMargin& paper) { return write_paper(row, paper); },
                .refused =
                    [this](const core::Error& error) {
                        m_messages.tell(Tone::bad, m_session.sentence(error));
                    }});
        m_grid->show_table(m_table.get());
        const bool keep = same && before.row >= 0 && before.row < m_table->rows();
        if (m_table->rows() > 0)
            m_grid->SetGridCursor(keep ? before.row : 0, keep ? before.column : usual_column());
        tell_all();
    }
    Show(id.has_value());
}

// Where the work is: the first day that nobody recorded, else today's.
int RegisterPanel::usual_column() const {
    const core::Day now = today();
    const DaySet missing = month()->days.not_recorded(now);
    for (unsigned day = 1; day <= month()->last_day(); ++day)
        if (missing.has(day)) return static_cast<int>(day) - 1;
    const bool this_month = core::month_of(now) == month()->days.month;
    return this_month ? static_cast<int>(static_cast<unsigned>(now.day())) - 1 : 0;
}

std::optional<core::Day> RegisterPanel::day() const {
    if (!m_table || m_grid->GetGridCursorCol() < 0) return std::nullopt;
    return m_table->day_of(m_grid->GetGridCursorCol());
}

bool RegisterPanel::takes_marks() const {
    return m_table && month()->taught.status == classes::Status::open && day().has_value();
}

bool RegisterPanel::day_has_come() const {
    if (!takes_marks() || m_table->rows() == 0) return false;
    const DayState state = month()->days.state(*day(), today());
    return state == DayState::taken || state == DayState::not_recorded;
}

// --- writing
// ------------------------------------------------------------------------------------------------

bool RegisterPanel::write_cells(const std::vector<CellMark>& cells) {
    const auto done = m_sitting.set_cells(month()->taught.id, cells);
    if (!done) return show_done(core::fail(done.error()));
    if (cells.size() == 1 && !done->refused.empty()) return show_done(core::fail(done->refused.front().why));
    show_change(done->change);
    if (!done->refused.empty())
        m_messages.tell(Tone::warning, fill(_("{1} of {2} cells could not be written. {3}"),
                                            {number(static_cast<long long>(done->refused.size())),
                                             number(static_cast<long long>(cells.size())),
                                             m_session.sentence(done->refused.front().why)}));
    else if (const auto closed = std::find(done->states.begin(), done->states.end(), DayState::closed);
             closed != done->states.end() && cells.front().mark != Mark::none) {
        const core::Day at = cells[static_cast<std::size_t>(closed - done->states.begin())].day;
        m_messages.tell(Tone::warning,
                        m_session.sentence(core::Error{"day.closed"}.with("day", core::to_iso(at))));
    }
    return true;
}

bool RegisterPanel::write_paper(const RegisterRow& row, const PaperMargin& paper) {
    return show_done(m_sitting.set_paper_margin(row.learner.enrolment.id, month()->days.month, paper));
}

bool RegisterPanel::show_done(const core::Expected<RegisterChange>& done) {
    if (!done) {
        m_messages.tell(Tone::bad, m_session.sentence(done.error()));
        return false;
    }
    show_change(*done);
    return true;
}

void RegisterPanel::show_change(const RegisterChange& change) {
    m_messages.dismiss();
    m_table->apply(change);
    draw(change);
    tell_all();
}

// A key on a day that is taken draws its row alone; all of the grid takes the time of many keys.
void RegisterPanel::draw(const RegisterChange& change) {
    if (!change.days.empty() || change.cells.size() + change.margins.size() != 1)
        return m_grid->values_changed();
    const auto who = change.cells.empty() ? change.margins.front().enrolment : change.cells.front().enrolment;
    for (int row = 0; row < m_table->rows(); ++row)
        if (month()->rows[static_cast<std::size_t>(row)].learner.enrolment.id == who)
            m_grid->row_changed(row);
}

// The days of the selection that nobody recorded yet; of one day alone also what stands in the way.
void RegisterPanel::take_days() {
    std::set<core::Day> chosen;
    for (const widgets::GridCell& cell : m_grid->selected_cells())
        if (const auto one = m_table->day_of(cell.column)) chosen.insert(*one);
    std::vector<core::Day> days(chosen.begin(), chosen.end());
    if (days.size() > 1) {
        const DaySet missing = month()->days.not_recorded(today());
        std::erase_if(days, [&](core::Day one) { return !missing.has(one); });
        if (days.empty())
            return m_messages.tell(Tone::info, _("Every school day that is selected is recorded already."));
    }
    show_done(m_sitting.take(month()->taught.id, days));
}

void RegisterPanel::forget_day() {
    show_done(m_sitting.forget(month()->taught.id, *day()));
}

void RegisterPanel::write_not_met() {
    const core::Day chosen = *day();
    if (const auto reason = ask_reason(this, chosen))
        show_done(m_sitting.not_met(month()->taught.id, chosen, *reason));
}

void RegisterPanel::write_absence() {
    const RegisterRow& row = month()->rows[static_cast<std::size_t>(m_grid->GetGridCursorRow())];
    const auto enrolment = row.learner.enrolment.id;
    const auto absence = ask_absence(this, m_session, office::shown_name(m_session, row.learner), *day());
    if (absence) show_done(m_sitting.set_absence(enrolment, absence->period, absence->mark));
}

void RegisterPanel::copy_day() {
    const core::Day onto = *day();
    if (const auto from = ask_day_to_copy(this, *month(), onto))
        write_cells(copied_day(*month(), *from, onto));
}

void RegisterPanel::call_roll() {
    const core::Day chosen = *day();
    Register shown = *month();
    attendance::call_roll(this, m_session, m_sitting, m_table->letters(), shown, chosen);
    show(shown.taught.id, shown.days.month);
    m_grid->SetFocus();
}

// --- the clipboard

void RegisterPanel::copy() {
    if (wxTextCtrl* field = open_editor(*m_grid)) return field->Copy();
    widgets::copy_cells(m_grid->copied_cells());
}

// The corner of the selection; in the margin a day past the last one.
RegisterCell RegisterPanel::first_selected() const {
    std::optional<RegisterCell> first;
    for (const widgets::GridCell& cell : m_grid->selected_cells()) {
        const RegisterCell here{static_cast<std::size_t>(cell.row), static_cast<unsigned>(cell.column) + 1};
        if (!first) first = here;
        first = {std::min(first->row, here.row), std::min(first->day, here.day)};
    }
    return first.value_or(RegisterCell{});
}

void RegisterPanel::paste() {
    if (wxTextCtrl* field = open_editor(*m_grid)) return field->Paste();
    core::CellBlock block = widgets::clipboard_cells();
    if (block.empty()) return m_messages.tell(Tone::info, _("The clipboard holds no cells."));
    const auto selected = m_table->days_among(m_grid->selected_cells());
    if (block.size() == 1 && block.front().size() == 1 && selected.size() > 1) {
        // One cell onto a selection fills it, as in a spreadsheet.
        const RegisterCell first = first_selected();
        unsigned last_day = first.day;
        std::size_t last_row = first.row;
        for (const RegisterCell& cell : selected) {
            last_day = std::max(last_day, cell.day);
            last_row = std::max(last_row, cell.row);
        }
        const std::vector<std::string> row(last_day - first.day + 1, block.front().front());
        block = core::CellBlock(last_row - first.row + 1, row);
    }
    paste_block(block);
}

void RegisterPanel::paste_block(const core::CellBlock& block) {
    BlockPlan plan = plan_block(*month(), m_table->letters(), block, first_selected());
    const auto done = m_sitting.set_cells(month()->taught.id, plan.cells);
    if (!done) {
        show_done(core::fail(done.error()));
        return;
    }
    for (const RefusedCell& cell : done->refused)
        plan.refused.push_back({plan.places[cell.at], cell.why});
    show_change(done->change);
    tell_refused(plan.cells.size() - done->refused.size(), std::move(plan.refused));
}

void RegisterPanel::tell_refused(std::size_t written, std::vector<BlockRefusal> refused) {
    const wxString count = number(static_cast<long long>(written));
    if (refused.empty()) return m_messages.tell(Tone::good, fill(_("{1} cells were written."), {count}));
    const wxString text = fill(_("{1} cells were written, {2} refused. {3}"),
                               {count, number(static_cast<long long>(refused.size())),
                                refusal_sentence(m_session, *month(), refused.front())});
    if (refused.size() == 1) return m_messages.tell(Tone::warning, text);
    m_messages.tell(Tone::warning, text, _("Show all"),
                    [this, shown = *month(), refused] { show_refusals(this, m_session, shown, refused); });
}

// --- taking back
// --------------------------------------------------------------------------------------------

void RegisterPanel::undo() {
    if (wxTextCtrl* field = open_editor(*m_grid)) return field->Undo();
    const RegisterChange* step = m_sitting.last();
    if (!step) return;
    const core::Month where = !step->cells.empty()  ? core::month_of(step->cells.front().day)
                              : !step->days.empty() ? core::month_of(step->days.front().day)
                                                    : step->margins.front().month;
    if (month()->taught.id != step->class_id || month()->days.month != where) m_go(step->class_id, where);
    const auto back = m_sitting.undo();
    if (!show_done(back)) return;
    if (!back->cells.empty())
        for (int row = 0; row < m_table->rows(); ++row)
            if (month()->rows[static_cast<std::size_t>(row)].learner.enrolment.id ==
                back->cells.front().enrolment) {
                m_grid->ClearSelection();
                m_grid->GoToCell(row,
                                 static_cast<int>(static_cast<unsigned>(back->cells.front().day.day())) - 1);
            }
    tell_undone(*back);
}

void RegisterPanel::tell_undone(const RegisterChange& back) {
    const std::size_t things = back.cells.size() + back.margins.size();
    wxString what = fill(_("Taken back: {1} cells."), {number(static_cast<long long>(things))});
    if (back.cells.size() == 1)
        what =
            fill(_("Taken back: {1}."),
                 {cell_words(m_session, *m_table, m_grid->GetGridCursorRow(), m_grid->GetGridCursorCol())});
    else if (things == 0 && !back.days.empty())
        what = fill(_("Taken back: {1}, {2}"), {widgets::shown(back.days.front().day),
                                                day_words(*month(), back.days.front().day, today())});
    m_messages.tell(Tone::info, what);
}

// --- what stands under the grid
// -----------------------------------------------------------------------------

void RegisterPanel::tell_all() {
    tell_closing();
    tell_differing();
    tell_cell(m_grid->GetGridCursorRow(), m_grid->GetGridCursorCol());
    m_changed();
}

void RegisterPanel::tell_closing() {
    const wxString text = closing_words(*month());
    m_closing->SetLabelText(text);
    widgets::name_control(*m_closing, "attendance.closing", text);
}

void RegisterPanel::tell_differing() {
    const wxString text = differing_words(m_session, *month());
    const bool same = text == m_differing->GetLabelText() && m_differing->IsShown() == !text.empty();
    if (same) return;
    m_differing->SetLabelText(text);
    m_differing->SetToolTip(text);
    widgets::name_control(*m_differing, "attendance.differing", text);
    m_differing->Show(!text.empty());
    Layout();
}

// What the cell under the cursor is; colours alone would not say it. And whose it is: the column of names may
// be too narrow for one.
void RegisterPanel::tell_cell(int row, int column) {
    wxString text;
    const auto chosen = m_table ? m_table->day_of(column) : std::nullopt;
    if (m_table && row >= 0 && row < m_table->rows()) text = cell_words(m_session, *m_table, row, column);
    if (chosen)
        text += (text.empty() ? wxString() : widgets::wx(" — ")) + day_words(*month(), *chosen, today());
    if (m_table && m_table->editable(row, column))
        text += widgets::wx(" — ") + _("type here what the paper register says");
    m_cell->SetLabelText(text);
    widgets::name_control(*m_cell, "attendance.cell", text);
}

core::Day RegisterPanel::today() const {
    return m_session.database.clock().today();
}

} // namespace attendance

// SPDX-License-Identifier: GPL-3.0-or-later
// The month of a class on the screen: its grid, what stands under it, and all that is written in it.
#pragma once

#include "attendance/register_block.hpp"
#include "attendance/sitting.hpp"
#include "attendance/ui/month_table.hpp"
#include "office/ui/session.hpp"
#include "widgets/message_bar.hpp"

#include <wx/panel.h>

#include <memory>

class wxStaticText;

namespace attendance {

class RegisterPanel : public wxPanel {
  public:
    RegisterPanel(wxWindow* parent, office::Session& session, widgets::MessageBar& messages);

    // Reads the month; nothing shows none. Keeps the cursor where it is the same class and month.
    void show(std::optional<classes::ClassId> id, core::Month month = {});
    void read_along(Reading reading) { m_reading = reading; }
    // After every write and every move to another month.
    void on_change(std::function<void()> changed) { m_changed = std::move(changed); }
    // Brings a class's month to the front before something there is taken back.
    void on_go(std::function<void(classes::ClassId, core::Month)> go) { m_go = std::move(go); }

    // Null while none is shown.
    const Register* month() const { return m_table ? &m_table->month() : nullptr; }
    wxWindow* grid() const { return m_grid; }
    // The day under the cursor, and whether a class takes marks on it.
    std::optional<core::Day> day() const;
    bool takes_marks() const;
    bool day_has_come() const;
    bool may_undo() const { return m_sitting.last() != nullptr; }

    void take_days();
    void write_not_met();
    void forget_day();
    void write_absence();
    void copy_day();
    void call_roll();
    void copy();
    void paste();
    void undo();

  private:
    bool write_cells(const std::vector<CellMark>& cells);
    bool write_paper(const RegisterRow& row, const PaperMargin& paper);
    void paste_block(const core::CellBlock& block);
    RegisterCell first_selected() const;
    // Shows what was written, or says why it was not.
    bool show_done(const core::Expected<RegisterChange>& done);
    void show_change(const RegisterChange& change);
    void draw(const RegisterChange& change);
    void tell_refused(std::size_t written, std::vector<BlockRefusal> refused);
    void tell_undone(const RegisterChange& back);
    void tell_all();
    void tell_cell(int row, int column);
    void tell_closing();
    void tell_differing();
    int usual_column() const;
    core::Day today() const;

    office::Session& m_session;
    widgets::MessageBar& m_messages;
    Sitting m_sitting;
    Reading m_reading = Reading::down_the_day;
    std::unique_ptr<MonthTable> m_table;
    widgets::RegisterGrid* m_grid = nullptr;
    wxStaticText* m_cell = nullptr;
    wxStaticText* m_closing = nullptr;
    wxStaticText* m_differing = nullptr;
    std::function<void()> m_changed = [] {};
    std::function<void(classes::ClassId, core::Month)> m_go;
};

} // namespace attendance

// SPDX-License-Identifier: GPL-3.0-or-later
// A class's month in the register grid: learners down, days across, then the margin with its totals.
#pragma once

#include "attendance/register_store.hpp"
#include "widgets/register_grid.hpp"

#include <functional>

namespace attendance {

class MonthTable final : public widgets::RegisterTable {
  public:
    // Writes one mark; true when it was taken. The page then gives the table the month as it is now.
    using Write = std::function<bool(const RegisterRow& row, core::Day day, Mark mark)>;
    MonthTable(Register month, Letters letters, core::Day today, Write write);

    void replace(Register month) { m_month = std::move(month); }
    const Register& month() const { return m_month; }
    // Nothing for a column of the margin.
    std::optional<core::Day> day_of(int column) const;

    int rows() const override { return static_cast<int>(m_month.rows.size()); }
    int columns() const override;
    wxString row_label(int row) const override;
    wxString column_label(int column) const override;
    wxString column_spoken(int column) const override;
    wxString value(int row, int column) const override;
    widgets::Tone tone(int row, int column) const override;
    int column_width(int column) const override;
    bool type(int row, int column, wxChar key) override;
    bool clear(int row, int column) override;

  private:
    enum class Margin { permission, absent, late, rate };
    static constexpr int margins = 4;

    int days() const { return static_cast<int>(core::days_in(m_month.days.month)); }
    Margin margin_of(int column) const { return static_cast<Margin>(column - days()); }
    wxString margin_value(const RegisterRow& row, Margin margin) const;

    Register m_month;
    Letters m_letters;
    core::Day m_today;
    Write m_write;
};

// The letter people read in a cell, by the language of the screen: ច អ យ or P A L, with ½ for half a day.
wxString shown(Mark mark);

} // namespace attendance

// SPDX-License-Identifier: GPL-3.0-or-later
// A class's month in the register grid: learners down, days across, then the margin with its totals.
#pragma once

#include "attendance/cell_store.hpp"
#include "attendance/cursor.hpp"
#include "widgets/language.hpp"
#include "widgets/register_grid.hpp"

#include <functional>

namespace attendance {

class MonthTable final : public widgets::RegisterTable {
  public:
    // What a key or an editor writes; true when it was taken.
    struct Writing {
        std::function<bool(const std::vector<CellMark>&)> marks;
        std::function<bool(const RegisterRow&, const PaperMargin&)> paper;
        // A text in the margin that is no total.
        std::function<void(const core::Error&)> refused;
    };
    // Names stand in `language`.
    MonthTable(Register month, widgets::Language language, Letters letters, core::Day today, Writing writing);

    void apply(const RegisterChange& change) { attendance::apply(m_month, change); }
    const Register& month() const { return m_month; }
    const Letters& letters() const { return m_letters; }
    // Nothing for a column of the margin.
    std::optional<core::Day> day_of(int column) const;
    // Of the cells those that are days of a learner's enrolment.
    std::vector<RegisterCell> days_among(const std::vector<widgets::GridCell>& cells) const;

    int rows() const override { return static_cast<int>(m_month.rows.size()); }
    int columns() const override;
    wxString row_label(int row) const override;
    wxString row_spoken(int row) const override;
    wxString column_label(int column) const override;
    wxString column_spoken(int column) const override;
    wxString value(int row, int column) const override;
    wxString spoken(int row, int column) const override;
    wxString copied(int row, int column) const override;
    wxString edit_text(int row, int column) const override;
    widgets::Tone tone(int row, int column) const override;
    int column_width(int column) const override;
    bool type(int row, int column, wxChar key) override;
    bool clear(int row, int column) override;
    bool type_all(const std::vector<widgets::GridCell>& cells, wxChar key) override;
    bool clear_all(const std::vector<widgets::GridCell>& cells) override;
    bool editable(int row, int column) const override;
    bool commit(int row, int column, const wxString& text) override;
    bool tells_changes() const override { return true; }
    // A week along, five learners down.
    std::optional<widgets::GridCell> stride() const override { return widgets::GridCell{5, 7}; }
    int end_column() const override { return days() - 1; }

  private:
    enum class Margin { permission, absent, late, rate };
    static constexpr int margins = 4;

    int days() const { return static_cast<int>(core::days_in(m_month.days.month)); }
    Margin margin_of(int column) const { return static_cast<Margin>(column - days()); }
    const RegisterRow& learner(int row) const { return m_month.rows[static_cast<std::size_t>(row)]; }
    // What the marks give, and what stands on the paper; nothing where the paper has no such total.
    int counted(const RegisterRow& row, Margin margin) const;
    std::optional<int> on_paper(const RegisterRow& row, Margin margin) const;
    wxString margin_value(const RegisterRow& row, Margin margin) const;
    bool write(const std::vector<widgets::GridCell>& cells, Mark mark);

    Register m_month;
    widgets::Language m_language;
    Letters m_letters;
    core::Day m_today;
    Writing m_writing;
};

} // namespace attendance
